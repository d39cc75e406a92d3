internal import StageKit
internal import SummaryModel

/// The word lists of the rules: those of the program, and what a configuration adds. An object, so that a rule that is
/// asked about every text is not copied with all of them.
final class WordLists: Sendable {
    /// Words that are taken for one another.
    let confusable: WordList
    /// 的, 地 and 得 in fixed phrases.
    let particles: WordList
    /// Fixed phrases with a character too few or too many.
    let phrases: WordList
    /// Phrases in which nothing is to be found.
    let correct: PhraseIndex
    /// How many characters a sentence may have.
    let sentenceLimit: Int
    private let correctPhrases: [String]

    /// The lists of the program.
    static let standard = WordLists()

    private init() {
        correctPhrases = WordListFile.lines(PackageResources.correct_txt)
        correct = PhraseIndex(correctPhrases)
        confusable = WordList(PackageResources.confusable_txt)
        particles = WordList(PackageResources.particles_txt)
        phrases = WordList(PackageResources.phrases_txt)
        sentenceLimit = ProofreadingOptions().sentenceLimit
    }

    /// Other lists with what a configuration says.
    init(_ lists: WordLists, adding extra: ExtraWords?, sentenceLimit: Int) {
        confusable = lists.confusable.adding(extra?.entries ?? [])
        particles = lists.particles
        phrases = lists.phrases
        let more = extra?.correct ?? []
        correctPhrases = lists.correctPhrases + more
        correct = more.isEmpty ? lists.correct : PhraseIndex(correctPhrases)
        self.sentenceLimit = sentenceLimit
    }
}

/// A list of the program with one word a line.
enum WordListFile {
    static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
