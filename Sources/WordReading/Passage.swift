internal import ReadKit
internal import SummaryModel

/// Text with what the file says about each of its lines: the text of a document, of a cell, of a note.
struct Passage {
    /// The text as UTF-8. Paragraphs end with LF; U+2028 is a line break inside one.
    private(set) var utf8: [UInt8] = []
    /// What is said about each line; the last one is still open.
    private(set) var traits: [LineTraits] = [LineTraits()]
    /// Where each line begins in ``utf8``.
    private(set) var starts: [Int] = [0]
    /// What was found, with its place in ``utf8``.
    private(set) var findings: [ReadingFinding] = []
    /// Links, and the places to which they lead.
    private(set) var marks: [TextMark] = []
    /// Whether the last paragraph was ended, so that whatever comes next is a new one.
    private(set) var isEnded = false

    static let softBreak: [UInt8] = [0xE2, 0x80, 0xA8]

    /// Whether no paragraph is in it.
    var isEmpty: Bool { traits.count == 1 && utf8.isEmpty && !isEnded && findings.isEmpty }

    /// The number of the line that is open.
    var lineNumber: Int { traits.count - 1 }

    /// Whether the line that is open has no text yet.
    var isAtLineStart: Bool { starts.last == utf8.count }

    /// What is said about the line that is open.
    var current: LineTraits {
        get { traits[traits.count - 1] }
        set { traits[traits.count - 1] = newValue }
    }

    /// Begins a paragraph: a new line, unless this is the first.
    mutating func beginParagraph(_ traits: LineTraits) {
        if isEnded {
            utf8.append(0x0A)
            openLine(traits)
        } else {
            current = traits
        }
        isEnded = false
    }

    /// Ends a paragraph.
    mutating func endParagraph() { isEnded = true }

    /// Begins a new line in the same paragraph, about which the file says the same.
    mutating func breakLine() {
        var traits = current
        traits.continuesParagraph = true
        traits.startsPage = false
        utf8.append(contentsOf: Self.softBreak)
        openLine(traits)
    }

    /// Adds text. Line ends in it are line breaks where Unicode says that they are nothing else, and blanks where XML has
    /// them from the way in which the file was written.
    mutating func append(_ text: some Collection<UInt8>) {
        var isPlain = true
        for byte in text where byte < 0x20 || byte == 0xC2 || byte == 0xE2 {
            isPlain = false
            break
        }
        guard !isPlain else { return utf8.append(contentsOf: text) }
        let bytes = Array(text)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                utf8.append(0x20)
                index += 1
            } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x85 {
                breakLine()
                index += 2
            } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
                breakLine()
                index += 3
            } else {
                utf8.append(byte)
                index += 1
            }
        }
    }

    /// Adds text that holds no line ends.
    mutating func append(_ text: String) { utf8.append(contentsOf: text.utf8) }

    /// Marks the text from `start` on. What is said of neighbours is said of both together.
    mutating func mark(from start: Int, _ meaning: TextMark.Meaning) {
        guard start < utf8.count else { return }
        if let last = marks.indices.last, marks[last].meaning == meaning, marks[last].range.upperBound == start {
            marks[last].range.upperBound = utf8.count
        } else {
            marks.append(TextMark(SourceRange(start, utf8.count), meaning))
        }
    }

    /// Notes a finding at the present place.
    mutating func note(_ finding: ReadingFinding) {
        var finding = finding
        finding.offset = utf8.count
        findings.append(finding)
    }

    /// Notes a finding at a place of its own, or at none.
    mutating func noteElsewhere(_ finding: ReadingFinding) { findings.append(finding) }

    /// Adds another passage as paragraphs of their own, after `change` was made to what is said about each line.
    mutating func append(paragraphsOf other: Passage, _ change: (inout LineTraits) -> Void = { _ in }) {
        guard !other.isEmpty else { return }
        if isEnded {
            utf8.append(0x0A)
            openLine(LineTraits())
        }
        join(other, change)
        isEnded = true
    }

    /// Adds another passage to the line that is open: its paragraphs become lines of this paragraph. Empty ones at its
    /// beginning and end are left out.
    ///
    /// - Returns: The place of what was added.
    @discardableResult
    mutating func append(linesOf other: Passage) -> SourceRange {
        let start = utf8.count
        var findings = other.findings[...]
        /// The lines that were added, and by how much they moved.
        var shifts: [(start: Int, end: Int, shift: Int)] = []
        let texts = other.traits.indices.filter { other.lineEnd($0) > other.starts[$0] }
        if let first = texts.first, let last = texts.last {
            for index in first...last {
                if index > first { breakLine() }
                let end = other.lineEnd(index)
                let shift = utf8.count - other.starts[index]
                // Every finding stands in one line, and they are in order.
                while let next = findings.first, next.offset ?? 0 <= end {
                    var moved = next.moved(by: shift)
                    moved.offset = moved.offset.map { max(start, $0) }
                    self.findings.append(moved)
                    findings = findings.dropFirst()
                }
                utf8.append(contentsOf: other.utf8[other.starts[index]..<end])
                if !other.marks.isEmpty { shifts.append((other.starts[index], end, shift)) }
            }
        }
        for finding in findings { note(finding) }
        for mark in other.marks {
            var (low, high) = (0, shifts.count)
            while low < high {
                let middle = (low + high) / 2
                if shifts[middle].end <= mark.range.lowerBound { low = middle + 1 } else { high = middle }
            }
            for line in shifts[low...].prefix(while: { $0.start < mark.range.upperBound }) {
                let lower = max(mark.range.lowerBound, line.start) + line.shift
                let upper = min(mark.range.upperBound, line.end) + line.shift
                if lower < upper { marks.append(TextMark(SourceRange(lower, upper), mark.meaning)) }
            }
        }
        return SourceRange(start, utf8.count)
    }

    /// Says which parts of a row, the first line of which is `line`, are its cells.
    mutating func setCells(_ cells: [SourceRange], ofLine line: Int) { traits[line].cells = cells }

    /// Says that all text of the lines from `line` on is bold.
    mutating func setBold(from line: Int) {
        for index in line..<traits.count { traits[index].isBold = true }
    }

    /// Says something about all lines from `line` on.
    mutating func changeLines(from line: Int, _ change: (inout LineTraits) -> Void) {
        for index in min(line, traits.count)..<traits.count { change(&traits[index]) }
    }

    /// Says something about the first line at or after `line` that has text.
    mutating func changeFirstLine(from line: Int, _ change: (inout LineTraits) -> Void) {
        for index in min(line, traits.count)..<traits.count where lineEnd(index) > starts[index] {
            return change(&traits[index])
        }
    }

    // MARK: Official documents

    /// Puts the line of a document number together that this program sets beside the names of those who sign for issue, two on
    /// each of several lines, with the number on the last (GB/T 9704-2012, 7.2.6).
    ///
    /// - Parameter line: The first line of the paragraph, which is the last one of the passage.
    mutating func joinSigners(from line: Int) {
        let start = starts[line]
        guard marks.last.map({ $0.range.upperBound <= start }) ?? true else { return }
        let lines = (line..<traits.count).map { index in
            // Between the parts of a line stand tabs.
            utf8[starts[index]..<lineEnd(index)].split(separator: 0x09).map { Array($0) }
        }
        let label = Array("签发人".utf8)
        guard lines.count > 1, lines[0].first?.starts(with: label) == true, let last = lines.last, last.count <= 2
        else { return }
        let number = last.count == 2 ? Array(last.prefix(1)) : []
        let names = lines.dropLast().flatMap(\.self) + last.dropFirst(number.count)
        utf8.removeSubrange(start...)
        utf8 += (number + names).joined(separator: "\u{3000}".utf8)
        traits.removeSubrange((line + 1)...)
        starts.removeSubrange((line + 1)...)
        for index in findings.indices where findings[index].offset.map({ $0 > utf8.count }) ?? false {
            findings[index].offset = utf8.count
        }
    }

    // MARK: -

    private mutating func openLine(_ new: LineTraits) {
        starts.append(utf8.count)
        traits.append(new)
    }

    /// Where a line ends, without its line end.
    private func lineEnd(_ index: Int) -> Int {
        guard index + 1 < starts.count else { return utf8.count }
        let next = starts[index + 1]
        return utf8[next - 1] == 0x0A ? next - 1 : next - Self.softBreak.count
    }

    private mutating func join(_ other: Passage, _ change: (inout LineTraits) -> Void) {
        let shift = utf8.count
        utf8.append(contentsOf: other.utf8)
        for (index, line) in other.traits.enumerated() {
            var line = line
            for cell in line.cells.indices {
                line.cells[cell].lowerBound += shift
                line.cells[cell].upperBound += shift
            }
            change(&line)
            if index == 0 {
                current = line
            } else {
                starts.append(other.starts[index] + shift)
                traits.append(line)
            }
        }
        for mark in other.marks {
            let range = SourceRange(mark.range.lowerBound + shift, mark.range.upperBound + shift)
            marks.append(TextMark(range, mark.meaning))
        }
        for finding in other.findings { noteElsewhere(finding.moved(by: shift)) }
    }
}
