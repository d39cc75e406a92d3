package import SummaryModel

/// The table of contents of one document of a file: its headings down to the level that the sheet says.
package struct ContentsList: Sendable {
    /// A line of it.
    package struct Entry: Sendable {
        /// The heading, as a place among the blocks.
        package var block: Int
        /// The level, from 1.
        package var level: Int
        /// The phrase of the heading with its number.
        package var text: String
    }

    /// The block before which it stands.
    package let place: Int
    /// The blocks of the document.
    package let blocks: Range<Int>
    /// The lines; never empty.
    package let entries: [Entry]

    /// The lists of the documents that have headings, in order; none when the sheet has no table of contents.
    package static func lists(of layout: BlockLayout) -> [ContentsList] {
        guard let style = layout.table.sheet.contents else { return [] }
        let starts = [0] + layout.furtherStarts.sorted()
        return zip(starts, starts.dropFirst() + [layout.blocks.count]).compactMap { start, end in
            ContentsList(of: layout, start..<end, style)
        }
    }

    private init?(of layout: BlockLayout, _ range: Range<Int>, _ style: ContentsStyle) {
        entries = range.compactMap { index in
            guard let level = layout.outlineLevel(at: index), level <= style.levels else { return nil }
            let text = layout.blocks[index].headingPhrase
            return text.isEmpty ? nil : Entry(block: index, level: level, text: text)
        }
        guard !entries.isEmpty else { return nil }
        blocks = range
        place =
            switch style.place {
            case .ownPage: layout.text(from: range.lowerBound)
            case .belowTitle: Self.placeBelowTitle(of: layout, range)
            }
    }

    /// The block below the title and the lines that belong to it; the first of the text where there is no title.
    private static func placeBelowTitle(of layout: BlockLayout, _ range: Range<Int>) -> Int {
        var place = layout.text(from: range.lowerBound)
        var index = place
        while index < range.upperBound {
            switch layout.blocks[index].kind {
            case .title, .subtitle, .author: place = layout.text(from: index + 1)
            case .issuerHead, .documentNumber: place = layout.text(from: index + 1)
            default: return place
            }
            index = layout.text(from: index + 1)
        }
        return place
    }

    /// The edits by which it comes into the text of an output.
    ///
    /// - Parameter format: The name of the output format.
    package func edits(for format: String, in layout: BlockLayout) -> [Edit] {
        let title = layout.table.sheet.contents?.title ?? ""
        let offset =
            place < layout.blocks.count
            ? layout.blocks[place].source?.lowerBound ?? 0 : layout.blocks.last?.source?.upperBound ?? 0
        return ([title] + entries.map(\.text)).filter { !$0.isEmpty }.map {
            Edit(stage: format, offset: offset, before: "", after: $0, reason: "contents")
        }
    }

    // MARK: Formats without pages

    /// What ``losses(of:in:)`` may report.
    package static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).contents",
                .info,
                LocalizedText(zh: "没有写入的目录", en: "A table of contents that was left out.")
            )
        ]
    }

    /// The finding about a format that has no table of contents.
    package static func losses(of document: Document, _ style: StyleSheet, in format: String) -> [Diagnostic] {
        guard style.contents != nil else { return [] }
        let layout = BlockLayout(document, StyleTable(style))
        guard let first = lists(of: layout).first?.entries.first else { return [] }
        return [
            Diagnostic(
                id: "\(format).contents",
                severity: .info,
                message: LocalizedText(
                    zh: "\(format) 没有页面，目录没有写入；需要时请输出 docx 或 html",
                    en: "\(format) has no pages, so the table of contents was left out; render docx or html to have it"
                ),
                anchor: Diagnostic.Anchor(layout.blocks[first.block].id)
            )
        ]
    }
}

extension BlockLayout {
    /// The level of a block in the outline, from 1: that of its style, or of the phrase with which it begins.
    package func outlineLevel(at index: Int) -> Int? {
        let traits = table.traits(of: blocks[index].kind)
        guard !traits.isPageFurniture, !traits.isTitle, blocks[index].table == nil else { return nil }
        if blocks[index].body != nil { return blocks[index].isItem ? nil : traits.headingLevel }
        return table.styles[style(at: index)].format.outlineLevel
    }
}

extension Block {
    /// What a table of contents shows of a heading: its number and its phrase on one line, without references to footnotes.
    package var headingPhrase: String {
        var text = label?.marker ?? ""
        for inline in content {
            if case .other(DocumentNotes.reference, _) = inline.content { continue }
            if case .other(DocumentNotes.repeatedReference, _) = inline.content { continue }
            text += inline.shownText
        }
        if text.utf8.contains(where: { $0 < 0x20 }) {
            text = text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }.string
        }
        guard text.unicodeScalars.first?.isBlank == true || text.unicodeScalars.last?.isBlank == true else {
            return text
        }
        return Array(text.unicodeScalars)[...].trimmed.string
    }
}
