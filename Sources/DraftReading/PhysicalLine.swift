internal import ReadKit
internal import SummaryModel

/// One line of the file: where its text stands between the blanks and leaked tags around it.
struct PhysicalLine {
    /// Where the line stands, without its line end.
    let range: SourceRange
    /// The number of the line, from 1.
    let number: Int
    /// Where its text stands; empty when the line holds leaked tags only.
    let core: SourceRange
    /// How many characters it has, with the blanks before the text and without those after it.
    let characters: Int
    /// The width of the text in Han characters.
    let width: Double
    /// The width of the blanks before the text, in half-width columns.
    let indent: Int
    private var foundMarker: Rare<Marker>
    /// The last character of the text.
    let last: Unicode.Scalar?
    /// Whether the marks of Markdown for emphasis stand around the whole text.
    let isEmphasized: Bool
    /// How many blank lines stand before it.
    var blanksBefore = 0
    /// What the file says about it; `nil` when it says nothing about any line.
    let statedTraits: Rare<LineTraits>

    /// The number or bullet at its beginning.
    var marker: Marker? {
        get { foundMarker.value }
        set { foundMarker.value = newValue }
    }
    /// Whether a number or bullet stands at its beginning.
    var hasMarker: Bool { !foundMarker.isEmpty }
    /// What the file says about it.
    var traits: LineTraits { statedTraits.value ?? LineTraits() }

    /// The line at `range`; `nil` when it is blank and no row of a table.
    init?(_ range: SourceRange, number: Int, in draft: DraftText, traits: LineTraits? = nil) {
        if draft.isPlain, let whole = WholeLine(range, in: draft.source) {
            statedTraits = Rare(traits)
            self.range = range
            self.number = number
            core = range
            characters = whole.characters
            width = whole.width
            indent = 0
            foundMarker = Rare()
            last = whole.last
            isEmphasized = false
            return
        }
        let shown = draft.text(of: range)
        let text = shown.characters[...]
        let (start, end, hasTags, isEmphasized) = Self.core(of: text)
        self.isEmphasized = isEmphasized
        if start == end, !hasTags, traits?.cells.isEmpty ?? true { return nil }
        statedTraits = Rare(traits)
        let core = text[start..<end]
        self.range = range
        self.number = number
        let lower = start < text.endIndex ? shown.offset(of: start) : shown.end
        self.core = SourceRange(lower, core.isEmpty ? lower : shown.offset(after: end - 1))
        characters = end
        var halves = 0
        core.withUnsafeBufferPointer { for scalar in $0 { halves += scalar.value < 0x2000 ? 1 : 2 } }
        width = Double(halves) / 2
        var indent = 0
        for scalar in text[..<start] { indent += Self.columns(of: scalar) }
        self.indent = indent
        foundMarker = Rare(MarkerParser().marker(of: core))
        last = core.last
    }

    /// The places where the text begins and ends, without blanks and leaked mark-up, and whether there was mark-up.
    private static func core(of text: Scalars) -> (
        start: Int, end: Int, hasMarkup: Bool, isEmphasized: Bool
    ) {
        var start = text.startIndex
        var hasMarkup = false
        var opensStrong = false
        var isEmphasized = false
        while start < text.endIndex {
            if text[start].isHan {
                break
            } else if text[start].isBlank {
                start += 1
            } else if let end = LeakedMarkup.tagEnd(in: text, at: start) {
                start = end
                hasMarkup = true
            } else if let reference = LeakedMarkup.reference(in: text, at: start), reference.character.isBlank {
                start = reference.end
                hasMarkup = true
            } else if let end = headingMark(in: text, at: start) {
                start = end
            } else if !opensStrong, let end = strongMark(in: text, at: start) {
                opensStrong = true
                start = end
            } else {
                break
            }
        }
        var end = text.endIndex
        while end > start {
            if text[end - 1].isBlank {
                end -= 1
            } else if text[end - 1] == ">",
                let open = text[max(start, end - 400)..<end].lastIndex(of: "<" as Unicode.Scalar),
                LeakedMarkup.tagEnd(in: text, at: open) == end
            {
                end = open
                hasMarkup = true
            } else if text[end - 1] == ";",
                let open = text[max(start, end - 8)..<end].lastIndex(of: "&" as Unicode.Scalar),
                let reference = LeakedMarkup.reference(in: text, at: open), reference.end == end,
                reference.character.isBlank
            {
                end = open
                hasMarkup = true
            } else if opensStrong, end - start > 2, text[start..<end].ends(with: "**") {
                end -= 2
                opensStrong = false
                isEmphasized = true
            } else {
                break
            }
        }
        return (start, end, hasMarkup, isEmphasized)
    }

    /// The end of the `#` marks of Markdown that stand before a heading: ## 一、
    private static func headingMark(in text: Scalars, at index: Int) -> Int? {
        let marks = text[index...].prefix { $0 == "#" }
        // Marks without a heading are all that the line holds, and stay.
        guard (1...6).contains(marks.count), marks.endIndex < text.endIndex, text[marks.endIndex].isBlank,
            text[marks.endIndex...].contains(where: { !$0.isBlank })
        else { return nil }
        return marks.endIndex
    }

    /// The end of the `**` of Markdown that stands before a numbered heading, or around the whole line; `**村` is a gap.
    private static func strongMark(in text: Scalars, at index: Int) -> Int? {
        guard text[index...].starts(with: "**"), index + 2 < text.endIndex, text[index + 2] != "*" else { return nil }
        let rest = text[(index + 2)...]
        guard let close = rest.firstIndex(ofText: "**") else { return nil }
        if MarkerParser().marker(of: rest) != nil { return index + 2 }
        return rest[(close + 2)...].allSatisfy(\.isBlank) ? index + 2 : nil
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20, 0xA0, 0x2002: 1
        case 0x09: 4
        case 0x3000, 0x2003: 2
        default: 0
        }
    }
}

/// A line that is text from end to end, as most lines of Chinese texts are: it begins with a Han character that opens no
/// marker, and ends with neither a blank nor a mark with which leaked mark-up ends. Its bytes tell what has to be known.
private struct WholeLine {
    /// How many characters it has.
    let characters: Int
    /// Its width in Han characters.
    let width: Double
    /// The last character.
    let last: Unicode.Scalar

    init?(_ range: SourceRange, in source: SourceText) {
        guard range.count > 0 else { return nil }
        let ends = source.utf8.withUnsafeBufferPointer { bytes in
            let line = UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound])
            return (
                first: Unicode.Scalar(Unicode.Scalar.value(at: 0, of: line).value),
                last: Unicode.Scalar.value(before: line.count, of: line).flatMap(Unicode.Scalar.init)
            )
        }
        guard let first = ends.first, first.isHan, !MarkerParser.mayOpen(first), let last = ends.last, !last.isBlank,
            last != ">", last != ";"
        else { return nil }
        self.last = last
        let counts = source.utf8.withUnsafeBufferPointer { bytes in
            let line = UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound])
            return (characters: line.scalarCount, wide: line.wideCount)
        }
        characters = counts.characters
        width = Double(counts.characters + counts.wide) / 2
    }
}
