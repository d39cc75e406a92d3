internal import StageKit
internal import SummaryModel

/// The word lists of the rules: those of the program, and what a configuration adds.
struct WordLists: Sendable {
    /// Words that are taken for one another.
    var confusable: WordList
    /// 的, 地 and 得 in fixed phrases.
    var particles: WordList
    /// Fixed phrases with a character too few or too many.
    var phrases: WordList
    /// Phrases in which nothing is to be found.
    var correct: PhraseIndex
    /// How many characters a sentence may have.
    var sentenceLimit = ProofreadingOptions().sentenceLimit
    private var correctPhrases: [String]

    private static let builtIn: WordLists = {
        let correct = WordListFile.lines(PackageResources.correct_txt)
        return WordLists(
            confusable: WordList(PackageResources.confusable_txt),
            particles: WordList(PackageResources.particles_txt),
            phrases: WordList(PackageResources.phrases_txt),
            correct: PhraseIndex(correct),
            correctPhrases: correct
        )
    }()

    /// The lists of the program.
    static var standard: WordLists { builtIn }

    /// The lists with what a file of a configuration adds.
    func adding(_ extra: ExtraWords) -> WordLists {
        var lists = self
        lists.confusable = confusable.adding(extra.entries)
        if !extra.correct.isEmpty {
            lists.correctPhrases += extra.correct
            lists.correct = PhraseIndex(lists.correctPhrases)
        }
        return lists
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
