internal import CCMark
internal import ReadKit
internal import SummaryModel

/// Makes of the tree of a Markdown text what a draft says about its lines, and where its syntax stands.
struct MarkdownAnnotator {
    private(set) var syntax: [SourceRange] = []
    private(set) var traits: [LineTraits]
    private(set) var pictures: [InlineAlignment.Picture] = []
    /// Links, and the places to which they lead.
    private(set) var marks: [TextMark] = []
    /// Whether a heading of the first level stands in the text.
    private(set) var hasTitle = false

    private let source: SourceText
    private let masked: [UInt8]
    private let lines: [SourceRange]
    /// Where the text of each line begins, after the marks of quotations and lists that are known so far.
    private var starts: [Int]
    private var tableCount = 0
    /// Page breaks and landscape pages, as far as they were met.
    private var pages = MarkdownPageMarks()
    /// What stands above the block.
    private var above = Above.other

    /// What may stand above a title that is not the first of the file.
    private enum Above {
        /// A rule, below which a further document begins.
        case rule
        /// 附件 and at most its number.
        case attachmentHead
        /// Another line of such a title.
        case title
        case other
    }

    /// The most bytes of blanks and marks before or after a bold line.
    private static let widestIndent = 120
    /// A line with more characters than this is no heading, though a rule of `---` stands below it.
    private static let longestHeading = 40

    init(_ tree: MarkdownTree, _ source: SourceText, masked: [UInt8], lines: [SourceRange]) {
        self.source = source
        self.masked = masked
        self.lines = lines
        starts = lines.map(\.lowerBound)
        traits = Array(repeating: LineTraits(), count: source.lines.count)
        tree.visitBlocks { visit($0) }
        markInnerLineEnds()
        for index in lines.indices { markLine(index) }
        syntax.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        dropOverlaps()
    }

    // MARK: - Blocks

    private mutating func visit(_ node: MarkdownTree.Node) -> Bool {
        let first = Int(cmark_node_get_start_line(node)) - 1
        let last = min(Int(cmark_node_get_end_line(node)) - 1, lines.count - 1)
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT, CMARK_NODE_LIST: return true
        default: break
        }
        guard lines.indices.contains(first) else { return false }
        if takePageMark(node, first, max(first, last)) { return false }
        if pages.isPending || pages.isLandscape { markPages(node, first, max(first, last)) }
        let above = above
        self.above = .other
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE:
            for line in first...max(first, last) { takeQuoteMark(line) }
            return true
        case CMARK_NODE_ITEM:
            takeItemMarker(first, isTask: Self.isTask(node))
            return true
        case CMARK_NODE_PARAGRAPH:
            paragraph(node, first, max(first, last))
            if first >= last, isAttachmentHead(first) { self.above = .attachmentHead }
        case CMARK_NODE_HEADING:
            heading(node, first, max(first, last))
            if above != .other, cmark_node_get_heading_level(node) == 1, !beginsWithNumber(content(of: first)) {
                change(first) {
                    $0.kind = .title
                    if above == .rule { $0.startsPage = true }
                }
                self.above = .title
            }
        case CMARK_NODE_CODE_BLOCK: code(node, first, max(first, last))
        case CMARK_NODE_HTML_BLOCK: comments(first, max(first, last))
        case CMARK_NODE_THEMATIC_BREAK:
            syntax.append(content(of: first))
            self.above = .rule
        default:
            if Self.typeName(node) == "table" { table(node) } else { return Self.typeName(node) == "tasklist" }
        }
        return false
    }

    /// Takes a line that only says something about pages.
    private mutating func takePageMark(_ node: MarkdownTree.Node, _ first: Int, _ last: Int) -> Bool {
        let type = cmark_node_get_type(node)
        guard type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_PARAGRAPH && first == last else { return false }
        for line in first...last {
            let text = content(of: line)
            guard text.count == 0 || pages.take(source.utf8[text.lowerBound..<text.upperBound]) else {
                return false
            }
        }
        for line in first...last where content(of: line).count > 0 { syntax.append(content(of: line)) }
        return true
    }

    /// Says of the lines of a block on what pages they stand.
    private mutating func markPages(_ node: MarkdownTree.Node, _ first: Int, _ last: Int) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_THEMATIC_BREAK: return
        default: break
        }
        let (isPending, isLandscape) = (pages.isPending, pages.isLandscape)
        change(first) { if isPending { $0.startsPage = true } }
        pages.isPending = false
        guard isLandscape else { return }
        for line in first...last { change(line) { $0.isLandscape = true } }
    }

    private func isAttachmentHead(_ line: Int) -> Bool {
        let text = Array(source[content(of: line)].unicodeScalars.prefix(12))[...]
        guard text.starts(with: "附件") else { return false }
        return text.dropFirst(2).allSatisfy { $0.isBlank || $0.digitValue != nil || HanNumeral.digit($0) != nil }
    }

    private static func typeName(_ node: MarkdownTree.Node) -> String {
        cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }

    private static func isTask(_ node: MarkdownTree.Node) -> Bool { typeName(node) == "tasklist" }

    /// The text of a line, without blanks around it.
    private func content(of line: Int) -> SourceRange {
        var (start, end) = (starts[line], lines[line].upperBound)
        while start < end, masked[start] == 0x20 || masked[start] == 0x09 { start += 1 }
        while end > start, masked[end - 1] == 0x20 || masked[end - 1] == 0x09 { end -= 1 }
        return SourceRange(start, end)
    }

    private mutating func takeQuoteMark(_ line: Int) {
        let text = content(of: line)
        guard text.count > 0, masked[text.lowerBound] == UInt8(ascii: ">") else { return }
        syntax.append(SourceRange(text.lowerBound, text.lowerBound + 1))
        starts[line] = text.lowerBound + 1
    }

    /// Bullets stay, since items of a plain text have them; one before a number of the outline is Markdown's alone.
    private mutating func takeItemMarker(_ line: Int, isTask: Bool) {
        let text = content(of: line)
        guard let marker = MarkdownListMarker(in: masked, at: text.lowerBound, end: text.upperBound) else { return }
        starts[line] = marker.end
        let rest = content(of: line)
        if isTask, rest.count >= 3, masked[rest.lowerBound] == UInt8(ascii: "["),
            masked[rest.lowerBound + 2] == UInt8(ascii: "]")
        {
            starts[line] = rest.lowerBound + 3
            syntax.append(SourceRange(rest.lowerBound, content(of: line).lowerBound))
        }
        guard marker.isBullet else { return }
        if beginsWithNumber(content(of: line)) {
            syntax.append(SourceRange(text.lowerBound, content(of: line).lowerBound))
        } else {
            change(line) { $0.kind = .listItem }
        }
    }

    private func beginsWithNumber(_ range: SourceRange) -> Bool {
        let end = min(range.upperBound, range.lowerBound + 60)
        let text = source[SourceRange(range.lowerBound, end)].unicodeScalars.drop { $0 == "*" || $0 == "_" }
        return MarkerParser().marker(of: Array(text)[...].trimmed) != nil
    }

    private mutating func paragraph(_ node: MarkdownTree.Node, _ first: Int, _ last: Int) {
        align(node, first)
        for line in (first...last).dropFirst() {
            // An item that stands in the paragraph by its indent only begins a line of its own.
            let text = content(of: line)
            if let marker = MarkdownListMarker(in: source.utf8, at: text.lowerBound, end: text.upperBound),
                marker.isBullet
            {
                change(line) { $0.kind = .listItem }
                continue
            }
            // Blanks at the end of a line are a forced break to Markdown, and left by chance in Chinese texts.
            change(line) {
                $0.continuesParagraph = true
            }
        }
    }

    private mutating func heading(_ node: MarkdownTree.Node, _ first: Int, _ last: Int) {
        let level = Int(cmark_node_get_heading_level(node))
        let text = content(of: first)
        let marks = masked[text.lowerBound..<text.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
        let afterMarks = text.lowerBound + marks
        if marks == level, afterMarks == text.upperBound || masked[afterMarks] == 0x20 || masked[afterMarks] == 0x09 {
            starts[first] = afterMarks
            syntax.append(SourceRange(text.lowerBound, content(of: first).lowerBound))
            let alignment = align(node, first)
            takeClosingMarks(first, from: alignment?.place ?? afterMarks)
            takeAnchor(first)
            setLevel(level, first)
            return
        }
        // A heading with a line of = or - below it; a rule below a paragraph looks the same.
        align(node, first)
        var underline = first + 1
        while underline <= last, !isUnderline(underline) { underline += 1 }
        guard underline < lines.count, isUnderline(underline) else { return }
        syntax.append(content(of: underline))
        let title = content(of: underline - 1)
        let sign = masked[content(of: underline).lowerBound]
        let isHeading =
            sign == UInt8(ascii: "=") || underline == first + 1 && Self.readsLikeHeading(source[title].unicodeScalars)
        if isHeading { setLevel(level, underline - 1) }
        for line in (first + 1)..<max(first + 1, isHeading ? underline - 1 : underline) {
            change(line) {
                $0.continuesParagraph = true
            }
        }
    }

    private static func readsLikeHeading(_ text: String.UnicodeScalarView) -> Bool {
        guard let last = text.last, text.count <= longestHeading else { return false }
        return !last.isSentenceStop && !"：:，,、…".unicodeScalars.contains(last)
    }

    private func isUnderline(_ line: Int) -> Bool {
        guard line < lines.count else { return false }
        let text = masked[content(of: line)]
        guard let first = text.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        return text.allSatisfy { $0 == first }
    }

    private mutating func setLevel(_ level: Int, _ line: Int) {
        change(line) { $0.outlineLevel = level }
        if level == 1, !beginsWithNumber(content(of: line)) { hasTitle = true }
    }

    /// The `#` marks after a heading.
    private mutating func takeClosingMarks(_ line: Int, from place: Int) {
        let end = content(of: line).upperBound
        var start = end
        while start > place, masked[start - 1] == UInt8(ascii: "#") { start -= 1 }
        guard start < end, start > lines[line].lowerBound, masked[start - 1] == 0x20 || masked[start - 1] == 0x09 else {
            return
        }
        syntax.append(SourceRange(start, end))
    }

    /// The name of a heading, for links: `{#name}` at its end.
    private mutating func takeAnchor(_ line: Int) {
        let text = content(of: line)
        guard text.count > 4, masked[text.upperBound - 1] == UInt8(ascii: "}"),
            let brace = masked[text].lastIndex(of: UInt8(ascii: "{")), brace > text.lowerBound,
            masked[brace + 1] == UInt8(ascii: "#"), brace + 2 < text.upperBound - 1
        else { return }
        let name = masked[(brace + 2)..<(text.upperBound - 1)]
        guard name.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "#") }) else { return }
        var start = brace
        while start > text.lowerBound, masked[start - 1] == 0x20 || masked[start - 1] == 0x09 { start -= 1 }
        syntax.append(SourceRange(start, text.upperBound))
        marks.append(
            TextMark(SourceRange(text.lowerBound, start), .bookmark(String(decoding: name, as: UTF8.self)))
        )
    }

    /// The fences are syntax, what stands between them is text; indented code is text anyway.
    private mutating func code(_ node: MarkdownTree.Node, _ first: Int, _ last: Int) {
        var (length, offset, sign) = (Int32(0), Int32(0), CChar(0))
        guard cmark_node_get_fenced(node, &length, &offset, &sign) != 0 else { return }
        let fence = UInt8(bitPattern: sign)
        let opening = content(of: first)
        guard opening.count >= 3, masked[opening.lowerBound] == fence else { return }
        syntax.append(opening)
        let closing = content(of: last)
        if last > first, closing.count >= 3, masked[closing].allSatisfy({ $0 == fence }) { syntax.append(closing) }
    }

    private mutating func comments(_ first: Int, _ last: Int) {
        var start = lines[first].lowerBound
        let end = lines[last].upperBound
        while let open = find("<!--", from: start, to: end), let close = find("-->", from: open + 4, to: masked.count) {
            syntax.append(SourceRange(open, close + 3))
            start = close + 3
        }
    }

    private func find(_ text: String, from start: Int, to end: Int) -> Int? {
        let wanted = Array(text.utf8)
        var index = start
        while index + wanted.count <= end {
            if masked[index] == wanted[0], masked[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }

    // MARK: - Tables

    private mutating func table(_ node: MarkdownTree.Node) {
        tableCount += 1
        var row = cmark_node_first_child(node)
        // Below a paragraph the parser tells the place of the paragraph as that of the head.
        let start = Int(cmark_node_get_start_line(node)) - 1
        guard let delimiter = lines[start...].indices.dropFirst().first(where: { isDelimiterRow($0) }) else { return }
        syntax.append(content(of: delimiter))
        while let current = row {
            let isHeader = cmark_gfm_extensions_get_table_row_is_header(current) != 0
            let line = isHeader ? delimiter - 1 : Int(cmark_node_get_start_line(current)) - 1
            if isHeader, lines.indices.contains(line), isEmptyRow(line),
                cmark_node_next(cmark_node_next(current)) != nil
            {
                // The syntax wants a head; an empty one stands for none. A row alone would not be taken for a table.
                syntax.append(content(of: line))
            } else if lines.indices.contains(line) {
                addRow(current, line, isHeader: isHeader)
            }
            row = cmark_node_next(current)
        }
    }

    private func isEmptyRow(_ line: Int) -> Bool {
        masked[content(of: line)].allSatisfy { $0 == UInt8(ascii: "|") || $0 == 0x20 || $0 == 0x09 }
    }

    private func isDelimiterRow(_ line: Int) -> Bool { MarkdownTableRow.isDelimiter(masked[lines[line]]) }

    private mutating func addRow(_ row: MarkdownTree.Node, _ line: Int, isHeader: Bool) {
        let text = content(of: line)
        // A text directly below a table is a row to the parser.
        guard masked[text].contains(UInt8(ascii: "|")) else {
            if let cell = cmark_node_first_child(row) { align(cell, line) }
            return
        }
        let cells = MarkdownTableRow.cells(in: masked, text)
        var cell = cmark_node_first_child(row)
        for range in cells {
            guard let current = cell else { break }
            var start = range.lowerBound
            while start < range.upperBound, masked[start] == 0x20 || masked[start] == 0x09 { start += 1 }
            align(current, line, from: start)
            cell = cmark_node_next(current)
        }
        let number = tableCount
        change(line) {
            $0.kind = .table
            $0.continuesParagraph = false
            $0.cells = cells
            $0.isHeaderRow = isHeader
            $0.tableNumber = number
        }
    }

    // MARK: - Inlines

    /// The syntax inside a block whose text begins on `line`; `nil` when the parser and the text do not agree.
    @discardableResult
    private mutating func align(_ node: MarkdownTree.Node, _ line: Int, from place: Int? = nil) -> InlineAlignment? {
        var alignment = InlineAlignment(
            masked,
            written: source.utf8,
            lines: lines,
            starts: starts,
            from: place ?? content(of: line).lowerBound,
            line: line
        )
        guard alignment.walk(node) else { return nil }
        syntax += alignment.syntax
        pictures += alignment.pictures
        marks += alignment.marks
        for strong in alignment.strong { markBold(strong) }
        return alignment
    }

    /// A line is bold when one strong stretch takes all of it.
    private mutating func markBold(_ strong: SourceRange) {
        let index = source.lineIndex(at: strong.lowerBound)
        let range = source.lines[index]
        guard strong.upperBound <= range.upperBound, traits[index].cells.isEmpty,
            strong.lowerBound - range.lowerBound <= Self.widestIndent,
            range.upperBound - strong.upperBound <= Self.widestIndent
        else { return }
        let line = lines.index(containing: strong.lowerBound)
        let before = masked[max(starts[line], range.lowerBound)..<strong.lowerBound]
        let after = masked[strong.upperBound..<range.upperBound]
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "#") }
        // Full-width blanks before an indented paragraph.
        let indent = before.filter { !isBlank($0) }
        if indent.count % 3 == 0, indent.chunks(of: 3).allSatisfy({ $0.elementsEqual([0xE3, 0x80, 0x80]) }),
            after.allSatisfy(isBlank)
        {
            traits[index].isBold = true
        }
    }

    // MARK: - Lines

    private mutating func change(_ line: Int, _ change: (inout LineTraits) -> Void) {
        guard lines[line].count > 0 || line < traits.count else { return }
        let index = source.lineIndex(at: lines[line].lowerBound)
        if traits.indices.contains(index) { change(&traits[index]) }
    }

    /// U+2028 and the like end lines of the draft and none of Markdown.
    private mutating func markInnerLineEnds() {
        guard source.lines.count != lines.count else { return }
        var starting = Set<Int>(minimumCapacity: lines.count)
        for line in lines { starting.insert(line.lowerBound) }
        for (index, line) in source.lines.enumerated() where !starting.contains(line.lowerBound) {
            traits[index].continuesParagraph = true
            if index > 0, traits[index - 1].kind == .table { traits[index].kind = .table }
        }
    }

    /// What the beginning of a line alone says: `[^1]:` begins a footnote.
    private mutating func markLine(_ line: Int) {
        let text = content(of: line)
        guard text.count > 4, source.utf8[text].starts(with: "[^".utf8) else { return }
        guard let close = source.utf8[text].prefix(40).firstIndex(of: UInt8(ascii: "]")), close + 1 < text.upperBound,
            source.utf8[close + 1] == UInt8(ascii: ":")
        else { return }
        change(line) {
            $0.kind = .footnote
            $0.continuesParagraph = false
        }
    }

    private mutating func dropOverlaps() {
        var end = -1
        syntax = syntax.filter { range in
            guard range.count > 0, range.lowerBound >= end else { return false }
            end = range.upperBound
            return true
        }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
    }
}
