internal import StageKit
internal import SummaryModel

/// Finds superseded phrases in a text, in one pass.
struct SupersededSearch {
    /// A phrase where it stands.
    struct Match: Equatable {
        /// The characters of the row.
        var range: Range<Int>
        /// The index of the phrase.
        var phrase: Int
    }

    private struct Word {
        var scalars: [Unicode.Scalar]
        /// The phrase; `nil` for words that are right though they hold one.
        var phrase: Int?
    }

    /// The words by their first character, the longest first.
    private var words: [Unicode.Scalar: [Word]] = [:]

    /// - Parameter date: The date of the work; a phrase that was not superseded then is not looked for.
    init(_ phrases: [SupersededPhrase], date: String?) {
        for (index, phrase) in phrases.enumerated() {
            if let date, let since = phrase.since, date.utf8.lexicographicallyPrecedes(since.utf8) { continue }
            add(phrase.text, index)
            for exception in phrase.exceptions { add(exception, nil) }
            if let replacement = phrase.replacement, Array(replacement.unicodeScalars)[...].holds(phrase.text) {
                add(replacement, nil)
            }
        }
        for first in words.keys {
            // Of two that are equal the right one comes first.
            words[first]?.sort {
                ($0.scalars.count, $0.phrase == nil ? 1 : 0) > ($1.scalars.count, $1.phrase == nil ? 1 : 0)
            }
        }
    }

    private mutating func add(_ text: String, _ phrase: Int?) {
        let scalars = Array(text.unicodeScalars)
        if let first = scalars.first { words[first, default: []].append(Word(scalars: scalars, phrase: phrase)) }
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { words.isEmpty }

    /// The phrases in a row of characters, in order, without overlaps: at each place the longest word counts. What stands
    /// in a title in 《》, and what the writer calls former by 原, is as it should be.
    func matches(in text: BlockText) -> [Match] {
        var found: [Match] = []
        for passage in text.passages { find(in: text.scalars, passage, into: &found) }
        return found
    }

    private func find(in scalars: [Unicode.Scalar], _ range: Range<Int>, into found: inout [Match]) {
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            switch scalars[index] {
            case "《": depth += 1
            case "》": depth = max(0, depth - 1)
            default: break
            }
            guard depth == 0, let candidates = words[scalars[index]],
                let word = candidates.first(where: { scalars[index..<range.upperBound].starts(with: $0.scalars) })
            else {
                index += 1
                continue
            }
            let end = index + word.scalars.count
            let isFormer = index > range.lowerBound && scalars[index - 1] == "原"
            if let phrase = word.phrase, !isFormer { found.append(Match(range: index..<end, phrase: phrase)) }
            index = end
        }
    }

    /// Replacements that are superseded themselves.
    static func problems(in phrases: [SupersededPhrase]) -> [ConfigurationProblem] {
        let search = SupersededSearch(phrases, date: nil)
        return phrases.compactMap { phrase in
            guard let replacement = phrase.replacement else { return nil }
            var found: [Match] = []
            let scalars = Array(replacement.unicodeScalars)
            search.find(in: scalars, scalars.indices, into: &found)
            guard let match = found.first else { return nil }
            let inner = phrases[match.phrase].text
            return ConfigurationProblem(
                place: phrase.place,
                message: LocalizedText(
                    zh: "“\(phrase.text)”的新用语“\(replacement)”中有过时用语“\(inner)”，请改用现行的",
                    en:
                        "the replacement '\(replacement)' of '\(phrase.text)' holds the superseded phrase '\(inner)'; give the present one"
                )
            )
        }
    }
}
