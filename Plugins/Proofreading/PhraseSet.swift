internal import SummaryModel

/// A few phrases, for questions about one place of a text: whether one of them begins there, ends there or stands in a short
/// piece of it. One look at a character answers most of them. ``PhraseIndex`` is for long lists and long texts.
struct PhraseSet: Sendable {
    private let phrases: [[Unicode.Scalar]]
    private let firsts: ScalarSet
    private let lasts: ScalarSet

    /// Creates a set; the phrases are not empty.
    init(_ phrases: [String]) {
        self.phrases = phrases.map { Array($0.unicodeScalars) }
        firsts = ScalarSet(self.phrases.compactMap(\.first))
        lasts = ScalarSet(self.phrases.compactMap(\.last))
    }

    /// Whether one of the phrases ends at a place of a text.
    func ends(in text: Scalars, at index: Int) -> Bool {
        index > text.startIndex && lasts.contains(text[index - 1])
            && phrases.contains { stands($0, in: text, at: index - $0.count) }
    }

    /// Whether one of the phrases begins at a place of a text.
    func begins(in text: Scalars, at index: Int) -> Bool {
        index < text.endIndex && firsts.contains(text[index]) && phrases.contains { stands($0, in: text, at: index) }
    }

    /// Whether a text ends with one of the phrases.
    func ends(_ text: Scalars) -> Bool { firstIndex(ending: text) != nil }

    /// The place in the list of the first phrase with which a text ends.
    func firstIndex(ending text: Scalars) -> Int? {
        guard let last = text.last, lasts.contains(last) else { return nil }
        return phrases.firstIndex { stands($0, in: text, at: text.endIndex - $0.count) }
    }

    /// The place in the list of the last phrase with which a text ends.
    func lastIndex(ending text: Scalars) -> Int? {
        guard let last = text.last, lasts.contains(last) else { return nil }
        return phrases.lastIndex { stands($0, in: text, at: text.endIndex - $0.count) }
    }

    /// Whether one of the phrases stands anywhere in a text.
    func isIn(_ text: Scalars) -> Bool {
        text.indices.contains { index in
            firsts.contains(text[index]) && phrases.contains { stands($0, in: text, at: index) }
        }
    }

    private func stands(_ phrase: [Unicode.Scalar], in text: Scalars, at start: Int) -> Bool {
        guard start >= text.startIndex, text.endIndex - start >= phrase.count else { return false }
        for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
        return true
    }
}
