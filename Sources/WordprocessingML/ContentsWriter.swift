internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// Writes the tables of contents of a document (ISO/IEC 29500-1, 17.16.5.68): a field with its lines prepared, and the places
/// of the headings to which they lead.
///
/// On which page a heading stands is known only to the program that lays the pages out. So no number is prepared: Word puts
/// the numbers in when the field is updated.
struct ContentsWriter: Sendable {
    private let lists: [ContentsList]
    /// The lists by the blocks before which they stand.
    private let places: [Int: Int]
    private let style: ContentsStyle
    /// The identities of the bookmarks of the headings, by block.
    private var identities: [Int: Int] = [:]
    /// The first headings of lists that go through a part of the file, with the last ones.
    private var scopes: [Int: Int] = [:]
    /// The last headings of those with the first ones.
    private var scopeEnds: [Int: Int] = [:]
    /// How many bookmarks there are, with those above.
    private(set) var bookmarkCount: Int
    /// Whether the lines stand alone: LibreOffice then puts the numbers in by itself when it prints.
    private let isPrinted: Bool

    /// - Parameters:
    ///   - firstBookmark: How many bookmarks stand above.
    ///   - isAlone: Whether the file holds nothing but this document.
    /// - Returns: `nil` when there is no table of contents.
    init?(_ layout: BlockLayout, firstBookmark: Int, isAlone: Bool, isPrinted: Bool) {
        guard let style = layout.table.sheet.contents else { return nil }
        lists = ContentsList.lists(of: layout)
        guard !lists.isEmpty else { return nil }
        places = Dictionary(
            lists.enumerated().map { ($0.element.place, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        self.style = style
        self.isPrinted = isPrinted
        bookmarkCount = firstBookmark
        for list in lists {
            for entry in list.entries {
                identities[entry.block] = bookmarkCount
                bookmarkCount += 1
            }
            let isWhole = isAlone && list.blocks == layout.blocks.indices
            guard !isWhole, let first = list.entries.first, let last = list.entries.last else { continue }
            scopes[first.block] = last.block
            scopeEnds[last.block] = first.block
            bookmarkCount += 1
        }
    }

    /// The name of the place of a heading. Word gives such names itself when it updates the field.
    private static func name(_ identity: Int) -> String { "_Toc\(10_000_000 + identity)" }

    /// Whether a block is a heading that a list names.
    func lists(_ block: Int) -> Bool { identities[block] != nil }

    /// Writes the beginning of the place of a heading.
    func begin(_ block: Int, _ xml: borrowing XMLWriter) {
        guard let identity = identities[block] else { return }
        if scopes[block] != nil { start(scope(from: block), xml) }
        start(identity, xml)
    }

    /// Writes the end of the place of a heading.
    func end(_ block: Int, _ xml: borrowing XMLWriter) {
        guard let identity = identities[block] else { return }
        xml.empty("w:bookmarkEnd", ["w:id": String(identity)])
        if let first = scopeEnds[block] { xml.empty("w:bookmarkEnd", ["w:id": String(scope(from: first))]) }
    }

    private func start(_ identity: Int, _ xml: borrowing XMLWriter) {
        xml.empty("w:bookmarkStart", ["w:id": String(identity), "w:name": Self.name(identity)])
    }

    /// The bookmark around the headings of a list is the one after theirs.
    private func scope(from first: Int) -> Int {
        guard let last = scopes[first], let identity = identities[last] else { return 0 }
        return identity + 1
    }

    // MARK: The list

    /// Writes the list that stands before a block, when there is one.
    ///
    /// - Parameter startsPage: Whether the block begins a page because a further document of the file begins there.
    func write(before block: Int, startsPage: Bool, _ fragments: FormatFragments, _ xml: borrowing XMLWriter) {
        guard let list = places[block].map({ lists[$0] }) else { return }
        let isOnOwnPage = style.place == .ownPage
        var startsPage = startsPage && isOnOwnPage
        func paragraph(_ key: ParagraphStyle.Key, _ body: () -> Void) {
            var placement = ParagraphPlacement(style: fragments.table.number(of: key))
            placement.layout.startsPage = startsPage
            // What follows begins a page by itself where a further document of the file begins.
            startsPage = false
            fragments.startParagraph(placement, xml)
            body()
            xml.raw("</w:p>")
        }
        let endsPage = isOnOwnPage && !startsPage
        xml.element("w:sdt") {
            xml.raw(
                """
                <w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>\
                </w:sdtPr>
                """
            )
            xml.element("w:sdtContent") {
                if !style.title.isEmpty {
                    paragraph(.contentsTitle) { fragments.write(style.title, .plain, xml) }
                }
                for (place, entry) in list.entries.enumerated() {
                    paragraph(.contents(level: entry.level)) {
                        if place == 0, !isPrinted { beginField(list, xml) }
                        write(entry, fragments, xml)
                    }
                }
                paragraph(.body) {
                    if !isPrinted { xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") }
                    if endsPage { xml.raw("<w:r><w:br w:type=\"page\"/></w:r>") }
                }
            }
        }
    }

    /// A line leads to its heading. The number is a field without a result.
    private func write(_ entry: ContentsList.Entry, _ fragments: FormatFragments, _ xml: borrowing XMLWriter) {
        let name = Self.name(identities[entry.block] ?? 0)
        xml.element("w:hyperlink") {
            xml.attribute("w:anchor", name)
            xml.attribute("w:history", "1")
            fragments.write(entry.text, .plain, xml)
            xml.raw(
                """
                <w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
                <w:r><w:instrText xml:space="preserve"> PAGEREF
                """
            )
            xml.text(" \(name)")
            xml.raw(
                """
                 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
                <w:r><w:fldChar w:fldCharType="end"/></w:r>
                """
            )
        }
    }

    /// The levels of headings, of paragraphs with a level of their own (`\u`), and of phrases that text runs on after (`\f`).
    private func beginField(_ list: ContentsList, _ xml: borrowing XMLWriter) {
        xml.raw(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">"
        )
        let levels = "\"1-\(style.levels)\""
        var instruction = " TOC \\o \(levels) \\f C \\l \(levels) \\h \\z \\u "
        if let first = list.entries.first, scopes[first.block] != nil {
            instruction += "\\b \(Self.name(scope(from: first.block))) "
        }
        xml.text(instruction)
        xml.raw("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
    }

    // MARK: Report

    static let findings = [
        FindingDescription(
            "docx.contents",
            .info,
            LocalizedText(zh: "目录里还没有页码", en: "A table of contents without page numbers.")
        )
    ]

    /// The finding about page numbers that are not there yet.
    func losses(in layout: BlockLayout) -> [Diagnostic] {
        guard !isPrinted, !style.updatesOnOpening, let first = lists.first?.entries.first else { return [] }
        return [
            Diagnostic(
                id: "docx.contents",
                severity: .info,
                message: LocalizedText(
                    zh: "目录的页码由 Word 填写：打开后按 Ctrl+A、F9 更新域；样式写 contents: { update: true } 则打开时询问",
                    en:
                        "Word puts the page numbers into the table of contents: press Ctrl+A and F9 in the open file; with 'contents: { update: true }' in the style sheet it asks by itself"
                ),
                anchor: .init(layout.blocks[first.block].id)
            )
        ]
    }

    /// The edits by which the lists come into the text.
    func edits(in layout: BlockLayout) -> [Edit] {
        lists.flatMap { $0.edits(for: DocxRenderer.format, in: layout) }
    }
}
