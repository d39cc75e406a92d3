internal import ReadKit
internal import SummaryModel

/// Makes the lines of a draft from the beginnings and ends of elements and the text between them. It walks over the
/// elements as they come and keeps only those that are open.
struct HTMLTextBuilder {
    /// How the text of an element is taken.
    private enum Mode {
        case shown
        /// Left out without a word: what is no text.
        case silent
        /// Left out and reported.
        case hidden, deleted
        case pageTitle
    }

    /// An element that is open.
    private struct Open {
        var name: String
        var element: HTMLElement
        var mode: Mode
        /// Whether ``mode`` begins with this element.
        var beginsMode = false
        var isBold = false
        var isPreformatted = false
        var isSymbolFont = false
        var isListMarker = false
        /// Whether it is inside a page that this program wrote.
        var isOwn = false
        /// Whether a page begins after it.
        var endsPage = false
        /// Whether it stands on landscape pages.
        var isLandscape = false
        /// Whether it ends a line that the document does not end.
        var isWrap = false
        var alignment: LineTraits.Alignment?
        var outlineLevel: Int?
        var kind: BlockKind?
        /// Where its text leads, and the names by which links reach it.
        var link: String?
        var bookmark: String?
    }

    /// Whether elements are nested deeper than the limit, so that nothing more is to be read.
    private(set) var isTooDeep = false

    private let nesting: Int
    private let repairs: [HTMLPreparation.Repair]
    private var open: [Open] = []
    private var paragraph: HTMLParagraph?
    private var lists: [ListCounter] = []
    /// The marker of an item whose text has not begun.
    private var itemMarker: String?
    private var tables: [HTMLTable] = []
    private var tableCount = 0
    private var startsPage = false
    /// Findings without a paragraph, for the next one.
    private var notes: [HTMLParagraph.Note.Content] = []
    private var noteCounts: [String: Int] = [:]
    /// The text of the element that is hidden or deleted, as far as it is told.
    private var aside = HTMLParagraph()
    private var pageTitle = HTMLParagraph()

    private var output: [UInt8] = []
    private var traits: [LineTraits] = []
    private var marks: [TextMark] = []
    private var isOwnPage = false
    /// The mark of a footnote whose text has not begun.
    private var noteMark: String?
    private var placed: [(content: HTMLParagraph.Note.Content, offset: Int)] = []
    private var intake: PictureIntake
    /// The addresses of pictures that the parser does not get.
    private let sources: [ArraySlice<UInt8>]

    /// How many findings of one kind are told one by one.
    private static let mostNotes = 50
    /// How much of a text that is left out is told, in characters.
    private static let longestQuote = 80

    init(
        _ file: DraftFile,
        in context: ReaderContext,
        repairs: [HTMLPreparation.Repair],
        sources: [ArraySlice<UInt8>]
    ) {
        self.sources = sources
        intake = PictureIntake(file, in: context)
        nesting = context.limits.nesting
        self.repairs = repairs
    }

    // MARK: - Elements

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        let element = HTMLElement.named(name) ?? .inline
        if open.count >= nesting { isTooDeep = true }
        guard !isTooDeep else { return }
        let style = HTMLStyle(attributes)
        if element.isBlock { flush() }
        push(name, element, style, attributes)
        guard open.last?.mode == .shown else { return }
        if style.startsPage { startsPage = true }
        if element.isBlock, let mark = attributes["id"].flatMap({ NoteLink.note($0, isOwn: open.last?.isOwn ?? false) })
        {
            noteMark = mark
        }
        switch element {
        case .lineBreak:
            if style.startsPage {
                flush()
            } else if open.last?.isWrap != true {
                current { $0.appendBreak() }
            }
        case .rule: break
        case .image: picture(attributes)
        case .link: beginLink(attributes)
        case .orderedList, .unorderedList:
            let usual = if case .orderedList = element { "decimal" } else { "disc" }
            let type = style.listType ?? attributes["type"] ?? usual
            lists.append(ListCounter(type: type, start: attributes["start"].flatMap { Int($0) } ?? 1))
        case .listItem:
            let value = attributes["value"].flatMap { Int($0) }
            let type = style.listType ?? attributes["type"]
            if lists.isEmpty {
                itemMarker = "• "
            } else {
                itemMarker = lists[lists.count - 1].marker(value: value, type: type)
            }
        case .table: tables.append(HTMLTable(isOwn: open.last?.isOwn ?? false))
        case .tableHead: changeTable { $0.isInHead = true }
        case .row: changeTable { $0.beginRow() }
        case .cell, .headerCell:
            let isHeader = if case .headerCell = element { true } else { false }
            let columns = attributes["colspan"].flatMap { Int($0) } ?? 1
            let rows = attributes["rowspan"].flatMap { Int($0) } ?? 1
            changeTable { $0.beginCell(isHeader: isHeader, columns: columns, rows: rows) }
        case .caption: changeTable { $0.beginCaption() }
        case .repair:
            if let number = attributes["value"].flatMap({ Int($0) }), repairs.indices.contains(number) {
                note(Self.repaired(repairs[number]))
            }
        default: break
        }
    }

    private mutating func push(
        _ name: String,
        _ element: HTMLElement,
        _ style: HTMLStyle,
        _ attributes: [String: String]
    ) {
        var new =
            open.last
            ?? Open(name: name, element: element, mode: .shown)
        new.name = name
        new.element = element
        new.beginsMode = false
        new.endsPage = style.endsPage
        if style.isLandscape { new.isLandscape = true }
        if let isBold = style.isBold { new.isBold = isBold }
        if let isSymbolFont = style.isSymbolFont { new.isSymbolFont = isSymbolFont }
        if style.isListMarker { new.isListMarker = true }
        if style.namesAlignment { new.alignment = style.alignment }
        if let level = style.outlineLevel { new.outlineLevel = level }
        switch element {
        case .bold: new.isBold = style.isBold ?? true
        case .preformatted: new.isPreformatted = true
        case .centred: new.alignment = .centre
        case .caption, .figureCaption: new.kind = .caption
        case .heading(let level): new.outlineLevel = level
        case .table:
            // A table is set in the middle of the page, not its text.
            (new.alignment, new.outlineLevel, new.kind) = (nil, nil, nil)
        default: break
        }
        if let name = attributes["class"] { Self.apply(classes: name.lowercased(), to: &new) }
        if case .link = element, let target = attributes["href"], !target.isEmpty { new.link = target }
        if Self.mayBePlace(name), let id = attributes["id"] ?? (name == "a" ? attributes["name"] : nil), !id.isEmpty,
            NoteLink("#" + id, isOwn: new.isOwn) == nil
        {
            new.bookmark = id
        }
        if new.mode == .shown || new.mode == .silent, case .pageTitle = element {
            new.mode = .pageTitle
        } else if new.mode == .shown {
            if case .silent = element { new.mode = .silent }
            if case .deleted = element { new.mode = .deleted }
            if style.isHidden { new.mode = .hidden }
            new.beginsMode = new.mode != .shown
        }
        if new.isOwn { isOwnPage = true }
        open.append(new)
    }

    /// Whether the name of an element is that of its text, and not of a region of the page.
    private static func mayBePlace(_ name: String) -> Bool {
        switch name {
        case "a", "span", "p", "li", "td", "th", "dt", "dd", "caption", "figcaption": true
        default: name.count == 2 && name.hasPrefix("h") && name != "hr"
        }
    }

    /// Word names the styles of paragraphs by classes.
    private static func apply(classes: String, to open: inout Open) {
        for name in classes.split(separator: " ") {
            if name == OwnClass.page { open.isOwn = true }
            guard name.hasPrefix("mso") else {
                if open.isOwn { apply(own: name, to: &open) }
                continue
            }
            switch name {
            case "msotitle": open.kind = .title
            case "msosubtitle": open.kind = .subtitle
            case let name where name.hasPrefix("msotoc"): open.kind = .tableOfContents
            case let name where name.hasPrefix("msoheading"):
                open.outlineLevel =
                    Int(name.dropFirst("msoheading".count)).flatMap { (1...9).contains($0) ? $0 : nil }
                    ?? open.outlineLevel ?? 1
            default: break
            }
        }
    }

    private static func apply(own name: Substring, to open: inout Open) {
        switch name[...] {
        case OwnClass.blank[...]: open.isPreformatted = true
        case OwnClass.wrap[...]: open.isWrap = true
        case OwnClass.contents[...]: open.mode = .silent
        default: if let kind = OwnClass.kind(name) { open.kind = kind }
        }
    }

    mutating func end(_ name: String) {
        guard !isTooDeep, let place = open.lastIndex(where: { $0.name == name }) else { return }
        while open.count > place {
            guard let closed = open.last else { return }
            if closed.element.isBlock { flush() }
            open.removeLast()
            close(closed)
        }
    }

    private mutating func close(_ closed: Open) {
        if closed.beginsMode {
            finishAside(closed.mode)
            return
        }
        guard closed.mode == .shown else { return }
        if closed.endsPage {
            flush()
            startsPage = true
        }
        switch closed.element {
        case .orderedList, .unorderedList: _ = lists.popLast()
        case .listItem: itemMarker = nil
        case .table: endTable()
        case .tableHead: changeTable { $0.isInHead = false }
        case .cell, .headerCell, .row: changeTable { $0.endCell() }
        case .caption: changeTable { $0.isInCaption = false }
        default: break
        }
    }

    /// A link to a footnote becomes its mark, and one from the footnote back to the text is left out. Word's begins the footnote.
    private mutating func beginLink(_ attributes: [String: String]) {
        guard let target = attributes["href"], let link = NoteLink(target, isOwn: open.last?.isOwn ?? false) else {
            return
        }
        switch link {
        case .reference(let mark):
            let isBold = open.last?.isBold ?? false
            current { $0.append("[^\(mark)]", isBold: isBold) }
        case .wordNote(let mark):
            let isBold = open.last?.isBold ?? false
            current {
                $0.append("[^\(mark)]: ", isBold: isBold)
                $0.traits.kind = .footnote
            }
        case .back: break
        }
        open[open.count - 1].mode = .silent
    }

    // MARK: - Text

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !isTooDeep else { return }
        guard let top = open.last, top.mode != .shown else {
            let (isBold, isPreformatted) = (open.last?.isBold ?? false, open.last?.isPreformatted ?? false)
            // Blanks between elements begin no paragraph.
            if paragraph == nil, !isPreformatted,
                bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) })
            {
                return
            }
            if let top = open.last, top.isSymbolFont, top.isListMarker {
                // The letters of a font of signs are bullets.
                current { $0.append("•", isBold: isBold) }
                return
            }
            let (link, bookmark) = (open.last?.link, open.last?.bookmark)
            current { paragraph in
                let start = paragraph.length
                paragraph.append(bytes, isBold: isBold, isPreformatted: isPreformatted)
                guard paragraph.length > start else { return }
                if let link { paragraph.mark(from: start, .link(link)) }
                if let bookmark { paragraph.mark(from: start, .bookmark(bookmark)) }
            }
            return
        }
        switch top.mode {
        case .hidden, .deleted:
            guard aside.length < 4 * Self.longestQuote else { return }
            aside.append(bytes, isBold: false, isPreformatted: false)
        case .pageTitle: pageTitle.append(bytes, isBold: false, isPreformatted: false)
        case .shown, .silent: break
        }
    }

    private mutating func current(_ change: (inout HTMLParagraph) -> Void) {
        var part = paragraph ?? begunParagraph()
        paragraph = nil
        change(&part)
        paragraph = part
    }

    private mutating func begunParagraph() -> HTMLParagraph {
        var new = HTMLParagraph()
        if let top = open.last {
            new.traits.alignment = top.alignment
            new.traits.isLandscape = top.isLandscape
            new.traits.outlineLevel = top.outlineLevel
            new.traits.kind = top.kind
            new.traits.isCertain = top.isOwn && top.kind != nil
        }
        if let mark = noteMark {
            noteMark = nil
            itemMarker = nil
            new.append("[^\(mark)]: ", isBold: false)
            new.traits.kind = .footnote
        }
        if let marker = itemMarker {
            new.marker = marker
            itemMarker = nil
        }
        new.notes = notes.map { HTMLParagraph.Note(content: $0, offset: 0) }
        notes = []
        return new
    }

    /// Ends the paragraph, if one is open.
    private mutating func flush() {
        guard var ended = paragraph else { return }
        paragraph = nil
        guard !ended.isBlank || ended.length > 0 else {
            notes += ended.notes.map(\.content)
            if !ended.marker.isEmpty { itemMarker = ended.marker }
            return
        }
        ended.traits.isBold = ended.isBold
        if !ended.isBlank {
            ended.traits.startsPage = startsPage
            startsPage = false
        }
        ended.settleMarker()
        if let last = tables.indices.last, tables[last].isInCaption {
            tables[last].captions.append(ended)
        } else if let table = tables.lastIndex(where: \.isInCell) {
            tables[table].add(.paragraph(ended), isHeading: ended.traits.outlineLevel != nil)
        } else {
            write(ended)
        }
    }

    // MARK: - Tables

    private mutating func changeTable(_ change: (inout HTMLTable) -> Void) {
        guard !tables.isEmpty else { return }
        change(&tables[tables.count - 1])
    }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        let outer = tables.lastIndex(where: \.isInCell)
        func pass(_ item: HTMLTable.Item) {
            if let outer { return tables[outer].add(item) }
            switch item {
            case .paragraph(let paragraph): write(paragraph)
            case .row(let row, let number): write(row, ofTable: number)
            }
        }
        for caption in table.captions { pass(.paragraph(caption)) }
        if table.isLayout {
            for item in table.items { pass(item) }
        } else {
            tableCount += 1
            let isLandscape = open.last?.isLandscape ?? false
            for var row in table.grid {
                row.isLandscape = isLandscape
                pass(.row(row, table: tableCount))
            }
        }
    }

    // MARK: - Lines

    private mutating func write(_ paragraph: HTMLParagraph) {
        let start = output.count
        output += paragraph.marker.utf8
        placed += paragraph.notes.map { ($0.content, output.count + $0.offset) }
        var lineTraits = paragraph.traits
        for (index, line) in paragraph.lines.enumerated() {
            defer { marks += paragraph.marks(in: line, at: output.count - line.count) }
            if index > 0 {
                output += HTMLParagraph.lineBreak
                lineTraits.outlineLevel = nil
                lineTraits.startsPage = false
                lineTraits.continuesParagraph = true
                if lineTraits.kind == .listItem || lineTraits.kind == .footnote { lineTraits.kind = nil }
            }
            output += line
            traits.append(lineTraits)
        }
        // Only blanks at the ends were left out since the place of a finding was noted.
        for index in placed.indices.suffix(paragraph.notes.count) {
            placed[index].offset = max(start, min(placed[index].offset, output.count))
        }
        output.append(0x0A)
    }

    private mutating func write(_ row: HTMLTable.Row, ofTable number: Int) {
        guard row.isOwn || row.cells.contains(where: { $0.contains { !$0.isBlank } }) else {
            notes += row.cells.flatMap { $0.flatMap(\.notes) }.map(\.content)
            return
        }
        var first = LineTraits()
        first.kind = .table
        first.tableNumber = number
        first.isHeaderRow = row.isHeader
        first.cellSpans = row.spans
        let paragraphs = row.cells.joined()
        first.startsPage = paragraphs.contains { $0.traits.startsPage }
        first.isLandscape = row.isLandscape
        var further = first
        further.continuesParagraph = true
        var lineEnds = 0
        for (column, cell) in row.cells.enumerated() {
            if column > 0 { output.append(0x09) }
            let start = output.count
            for paragraph in cell where !paragraph.isBlank {
                if output.count > start {
                    output += HTMLParagraph.lineBreak
                    lineEnds += 1
                }
                output += paragraph.marker.utf8
                placed += paragraph.notes.map { ($0.content, output.count) }
                for (index, line) in paragraph.lines.enumerated() {
                    if index > 0 {
                        output += HTMLParagraph.lineBreak
                        lineEnds += 1
                    }
                    output += line
                    marks += paragraph.marks(in: line, at: output.count - line.count)
                }
            }
            first.cells.append(SourceRange(start, output.count))
        }
        traits.append(first)
        traits += Array(repeating: further, count: lineEnds)
        output.append(0x0A)
    }

    // MARK: - Findings

    private mutating func note(_ diagnostic: Diagnostic) {
        noteCounts[diagnostic.id, default: 0] += 1
        guard noteCounts[diagnostic.id, default: 0] <= Self.mostNotes else { return }
        note(.finding(diagnostic))
    }

    private mutating func note(_ content: HTMLParagraph.Note.Content) {
        if paragraph == nil {
            notes.append(content)
        } else {
            current { $0.notes.append(HTMLParagraph.Note(content: content, offset: $0.length)) }
        }
    }

    private func address(_ written: String) -> String {
        guard written.hasPrefix(HTMLPreparation.sourceName),
            let number = Int(written.dropFirst(HTMLPreparation.sourceName.count)), sources.indices.contains(number)
        else { return written }
        return String(decoding: sources[number], as: UTF8.self)
    }

    /// Takes a picture up, or says why not.
    private mutating func picture(_ attributes: [String: String]) {
        let name = attributes["alt"] ?? ""
        do throws(PictureIntake.Refusal) {
            let isOwn = open.last?.isOwn ?? false
            let media = try intake.take(address(attributes["src"] ?? ""), skipsDecoration: !isOwn)
            let size = HTMLPictureSize(attributes)
            note(.picture(Picture(media: media, alternativeText: name, width: size.width, height: size.height)))
        } catch {
            note(error.diagnostic(name, isText: false, isWanted: false, at: nil))
        }
    }

    private mutating func finishAside(_ mode: Mode) {
        defer { aside = HTMLParagraph() }
        guard mode == .hidden || mode == .deleted, !aside.isBlank else { return }
        let text = aside.lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        let quote =
            text.unicodeScalars.count > Self.longestQuote
            ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestQuote))) + "…" : text
        note(mode == .hidden ? Self.hidden(quote) : Self.deleted(quote))
    }

    /// The draft, when everything has been read.
    mutating func draft(encoding: DraftEncoding) -> Draft {
        while let last = open.last { end(last.name) }
        flush()
        while !tables.isEmpty { endTable() }
        if output.allSatisfy({ $0 == 0x0A }), !pageTitle.isBlank {
            pageTitle.notes = notes.map { HTMLParagraph.Note(content: $0, offset: 0) }
            notes = []
            write(pageTitle)
        }
        placed += notes.map { ($0, output.count) }
        let source = SourceText(utf8: output)
        var diagnostics: [Diagnostic] = []
        var pictures: [DraftPicture] = []
        for note in placed {
            switch note.content {
            case .finding(var diagnostic):
                diagnostic.start = source.position(at: note.offset)
                diagnostics.append(diagnostic)
            case .picture(let picture):
                pictures.append(DraftPicture(range: SourceRange(note.offset, note.offset), picture: picture))
            }
        }
        for (id, count) in noteCounts.sorted(by: { $0.key < $1.key }) where count > Self.mostNotes {
            diagnostics.append(Self.more(id, count - Self.mostNotes))
        }
        var draft = Draft(
            source: source,
            format: HTMLReader.format,
            encoding: encoding,
            traits: traits,
            // Other pages name much to which only programs refer.
            marks: marks.withoutUnusedBookmarks { [isOwnPage] _ in isOwnPage },
            diagnostics: diagnostics
        )
        draft.pictures = pictures
        draft.media = intake.media
        return draft
    }
}

extension HTMLTextBuilder {
    private static func hidden(_ text: String) -> Diagnostic {
        Diagnostic(
            id: "reading.hidden-text",
            severity: .warning,
            message: LocalizedText(
                zh: "网页中隐藏的文字没有取用：“\(text)”；如属正文，请在原网页中显示后再保存",
                en:
                    "text that the page hides was left out: “\(text)”; if it belongs to the draft, show it before saving"
            )
        )
    }

    private static func deleted(_ text: String) -> Diagnostic {
        Diagnostic(
            id: "reading.deleted-text",
            severity: .warning,
            message: LocalizedText(
                zh: "标为已删除的文字没有取用：“\(text)”；如需保留，请撤销删除",
                en: "text marked as deleted was left out: “\(text)”; undo the deletion to keep it"
            )
        )
    }

    private static func repaired(_ repair: HTMLPreparation.Repair) -> Diagnostic {
        let after = repair.after.isEmpty ? LocalizedText(zh: "（删去）", en: "(nothing)") : nil
        return Diagnostic(
            id: "reading.repaired-markup",
            severity: .info,
            message: LocalizedText(
                zh: "“\(repair.before)”是被误认作标签的文字，已恢复为“\(after?(.chinese) ?? repair.after)”；请核对",
                en:
                    "“\(repair.before)” is text that was taken for a tag; it was put back as “\(after?(.english) ?? repair.after)”; compare with the original"
            )
        )
    }

    private static func more(_ id: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: .info,
            message: LocalizedText(
                zh: "同类情况另有 \(count) 处，未逐一列出",
                en: "\(count) more of these are not listed one by one"
            )
        )
    }
}
