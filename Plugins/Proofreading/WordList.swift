internal import StageKit
internal import SummaryModel

/// A list of wrong phrases with the right ones: data that a clerk can extend.
///
/// One entry a line, `wrong → right`; several right ones are separated by `/`. After a semicolon stand conditions:
/// `next: 目前 今年` (only before one of these), `not-next: …`, `prev: …`, `not-prev: …` (what stands before). A line that
/// begins with `@safe` or `@suggested` says whether the entries below may be put right without asking, one with `@source`
/// where they come from. `#` begins a comment.
struct WordList: Sendable {
    /// One entry.
    struct Entry: Sendable, Hashable {
        var wrong: String
        /// The right phrases, the most likely first; empty when the phrase is only to be looked at.
        var right: [String]
        /// What must stand after it, if anything.
        var next: [String] = []
        var notNext: [String] = []
        var previous: [String] = []
        var notPrevious: [String] = []
        var isSafe = false
        var source: String?
    }

    /// A line of the file that holds an entry, with what the lines above say about it.
    private struct Line: Sendable {
        var range: Range<Int>
        var isSafe: Bool
        var source: String?
    }

    /// The entries of a configuration, which come before those of the file.
    private var added: [Entry] = []
    private let file: [UInt8]
    /// The entries of the file, which are taken apart when they are found in a text: the program starts with all of them,
    /// and few are ever needed.
    private let lines: [Line]
    private var index: PhraseIndex
    /// Where in a text an entry may begin.
    var filter: PhraseFilter { index.filter }

    /// Reads a file of the format above; it is a part of the program, and a test reads every line of it.
    init(_ bytes: [UInt8]) {
        file = bytes
        lines = Self.lines(of: bytes)
        index = PhraseIndex(lines.map { Self.wrong(in: bytes[$0.range]) })
    }

    /// The list with more entries, which come first where both have one.
    func adding(_ more: [Entry]) -> WordList {
        guard !more.isEmpty else { return self }
        var list = self
        list.added = more + added
        list.index = PhraseIndex(list.added.map(\.wrong) + lines.map { Self.wrong(in: file[$0.range]) })
        return list
    }

    private func entry(_ number: Int) -> Entry? {
        number < added.count ? added[number] : Self.entry(lines[number - added.count], in: file)
    }

    /// A phrase of the list in a text.
    struct Hit {
        var entry: Entry
        var range: Range<Int>
    }

    /// The entries that stand in `text`, without those that a longer or earlier one covers, and without those inside a
    /// phrase of `correct`.
    ///
    /// - Parameter places: The places where an entry may begin, in order, when they are known.
    func hits(in text: Scalars, at places: [Int]? = nil, correct: PhraseIndex) -> [Hit] {
        var hits: [Hit] = []
        for match in index.matches(in: text, at: places) {
            if let last = hits.last, match.range.lowerBound < last.range.upperBound { continue }
            guard let entry = entry(match.phrase), Self.isMeant(entry, match.range, in: text),
                !Self.isCovered(match.range, in: text, by: correct)
            else { continue }
            hits.append(Hit(entry: entry, range: match.range))
        }
        return hits
    }

    private static func isMeant(_ entry: Entry, _ range: Range<Int>, in text: Scalars) -> Bool {
        let (before, after) = (text[text.startIndex..<range.lowerBound], text[range.upperBound...])
        if !entry.next.isEmpty, !entry.next.contains(where: { after.starts(with: $0) }) { return false }
        if entry.notNext.contains(where: { after.starts(with: $0) }) { return false }
        if !entry.previous.isEmpty, !entry.previous.contains(where: { before.ends(with: $0) }) { return false }
        return !entry.notPrevious.contains { before.ends(with: $0) }
    }

    /// Whether a correct phrase that is longer stands over the range.
    private static func isCovered(_ range: Range<Int>, in text: Scalars, by correct: PhraseIndex) -> Bool {
        let start = max(text.startIndex, range.lowerBound - longestContext)
        return (start...range.lowerBound).contains { index in
            guard let match = correct.longestMatch(in: text, at: index) else { return false }
            return match.range.upperBound >= range.upperBound && match.range.count > range.count
        }
    }

    /// How far before a phrase a correct one that covers it may begin.
    private static let longestContext = 8

    // MARK: - The file

    /// The entries of a file. What cannot be read is left out; a test sees to it that nothing is.
    static func entries(_ bytes: [UInt8]) -> [Entry] { lines(of: bytes).compactMap { entry($0, in: bytes) } }

    private static func entry(_ line: Line, in bytes: [UInt8]) -> Entry? {
        var entry = entry(bytes[line.range])
        entry?.isSafe = line.isSafe
        entry?.source = line.source
        return entry
    }

    /// The lines that hold an entry.
    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count / 24)
        var isSafe = false
        var source: String?
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            defer { start = end + 1 }
            guard start < end, bytes[start] != UInt8(ascii: "#") else { continue }
            guard bytes[start] == UInt8(ascii: "@") else {
                lines.append(Line(range: start..<end, isSafe: isSafe, source: source))
                continue
            }
            let words = text(bytes[start..<end]).split(separator: " ", maxSplits: 1)
            switch words.first {
            case "@safe": isSafe = true
            case "@suggested": isSafe = false
            case "@source": source = words.count > 1 ? String(words[1]) : ""
            default: continue
            }
        }
        return lines
    }

    /// The wrong phrase of a line.
    private static func wrong(in line: ArraySlice<UInt8>) -> String {
        text(line[..<(arrow(in: line)?.lowerBound ?? line.startIndex)])
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        let parts = line.split(separator: UInt8(ascii: ";"))
        guard let pair = parts.first, let arrow = arrow(in: pair) else { return nil }
        let (wrong, right) = (text(pair[..<arrow.lowerBound]), pair[arrow.upperBound...])
        guard !wrong.isEmpty, self.arrow(in: right) == nil else { return nil }
        var entry = Entry(wrong: wrong, right: right.split(separator: UInt8(ascii: "/")).map { text($0) })
        for part in parts.dropFirst() {
            guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let words = part[(colon + 1)...].split(separator: blank).map { text($0) }
            switch text(part[..<colon]) {
            case "next": entry.next = words
            case "not-next": entry.notNext = words
            case "prev": entry.previous = words
            case "not-prev": entry.notPrevious = words
            default: return nil
            }
        }
        return entry
    }

    private static let blank = UInt8(ascii: " ")

    /// Where the first arrow (→, three bytes) stands.
    private static func arrow(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var index = bytes.startIndex
        while index + 2 < bytes.endIndex {
            if bytes[index] == 0xE2, bytes[index + 1] == 0x86, bytes[index + 2] == 0x92 { return index..<index + 3 }
            index += 1
        }
        return nil
    }

    /// The bytes as text, without blanks around it.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, bytes[start] == blank { start += 1 }
        while end > start, bytes[end - 1] == blank { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension WordList {
    /// The findings that the entries of the list come to in a passage.
    func findings(
        in passage: Proof.Passage,
        correct: PhraseIndex,
        message: (_ wrong: String, _ right: [String]) -> LocalizedText
    ) -> [Finding] {
        hits(in: passage.text, at: passage.phrasePlaces, correct: correct).map { hit in
            Finding(
                hit.range,
                message(hit.entry.wrong, hit.entry.right),
                replacement: hit.entry.right.first,
                isSafe: hit.entry.isSafe && hit.entry.right.count == 1,
                source: hit.entry.source
            )
        }
    }
}
