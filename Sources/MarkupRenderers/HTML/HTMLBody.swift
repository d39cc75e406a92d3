internal import RenderKit
internal import SummaryModel

/// The body of a page, written block by block: an article for each document of a file, and inside it regions of blocks that
/// belong together.
struct HTMLBody {
    var output = HTMLOutput()
    /// The styles that the document uses.
    let usedStyles: UsedStyles

    /// What does not fit the page.
    let losses: [Diagnostic]
    private let css: StyleSheetCSS
    private let layout: BlockLayout
    /// The lines of the marks of issuing bodies, the space above the first of each, and their size.
    private let marks: [(lines: [Int], space: Length, size: MarkSize)]
    /// Whether pieces lead somewhere or have names.
    private let hasLinks: Bool
    /// The numbers of the footnotes that the text refers to.
    private let noteNumbers: [BlockID: Int]
    /// Their names, by number from 1.
    private let noteNames: [String]
    /// Where documents of the file begin, the last first.
    private var starts: [Int]
    /// By how much the levels of headings move down in the article, because parts stand above them.
    private var shift = 0
    private var region: HTMLRegion?
    /// Where what stays on one page ends.
    private var endingEnd: Int?
    /// What is set beside each other in a head, and where the one that is open ends.
    private let arrangements: [HeadArrangement]
    private var arrangement: HeadArrangement?
    /// Whether landscape pages were begun.
    private var isTurned = false
    private var index: Int
    private var previous: Int?
    private var isBegun = false
    /// The places that have their name already.
    private var begun: Set<String> = []
    private var isEnded = false

    /// The tables of contents, and the numbers of the headings that they name.
    private let contents: [ContentsList]
    private let contentsNumbers: [Int: Int]
    /// The tables of contents by the blocks before which they stand.
    private let contentsPlaces: [Int: Int]

    /// The bytes of the pictures by their names.
    private let media: [String: Media]

    private var table: StyleTable { css.table }
    private var blocks: [Block] { layout.blocks }

    init(_ links: DocumentLinks, _ notes: DocumentNotes, _ css: StyleSheetCSS) {
        self.css = css
        hasLinks = !links.isEmpty
        let document = notes.document
        noteNumbers = notes.numbers
        noteNames = notes.notes.map(\.name)
        layout = BlockLayout(document, css.table)
        let layout = layout
        marks = layout.heads.compactMap { head in
            layout.mark(in: head).map { (layout.markLines(from: $0.index, in: head), $0.space, $0.size) }
        }
        let contents = ContentsList.lists(of: layout)
        self.contents = contents
        let headings = contents.flatMap { $0.entries.map(\.block) }
        contentsNumbers = Dictionary(uniqueKeysWithValues: zip(headings, 1...))
        contentsPlaces = Dictionary(
            contents.enumerated().map { ($0.element.place, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        arrangements = layout.heads.compactMap { HeadArrangement(layout, $0) }
        losses =
            MissingElements.losses(of: layout, in: HTMLRenderer.format)
            + MarkSize.losses(of: layout, in: HTMLRenderer.format)
        starts = document.furtherStarts.reversed()
        media = Dictionary(document.media.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        index = layout.text(from: 0)
        usedStyles = UsedStyles(layout, contents)
    }

    /// The edits by which tables of contents come into the text.
    var additions: [Edit] { contents.flatMap { $0.edits(for: HTMLRenderer.format, in: layout) } }

    /// Writes the next block, or the lines of a title; `false` when all is written.
    mutating func writeNext() -> Bool {
        guard !isEnded else { return false }
        if !isBegun {
            isBegun = true
            output.raw("<main class=\"\(OwnClass.page)\">\n<article>\n")
            findShift()
        }
        if let end = endingEnd, index >= end { leaveEnding() }
        guard index < blocks.count else {
            isEnded = true
            turn(false)
            enter(nil)
            output.raw("</article>\n</main>\n")
            return false
        }
        if let start = starts.last, index >= start {
            starts.removeLast()
            leaveEnding()
            turn(false)
            enter(nil)
            output.raw("</article>\n<article>\n")
            findShift()
        }
        if let list = contentsPlaces[index] { write(contents[list]) }
        var titles = [index]
        var end = layout.text(from: index + 1)
        let isTitle = table.traits(of: blocks[index].kind).isTitle
        while isTitle, end < blocks.count, end < starts.last ?? .max, table.traits(of: blocks[end].kind).isTitle {
            titles.append(end)
            end = layout.text(from: end + 1)
        }
        let style = layout.style(at: index)
        let next = end < blocks.count ? layout.style(at: end) : nil
        var placement = layout.placement(of: index, after: previous, style: style, before: next)
        let mark = marks.first { $0.lines.contains(index) }
        if let mark {
            if index == mark.lines.first, mark.space > .zero { placement.spaceBefore = mark.space }
            placement.dropsSpaceBefore = placement.dropsSpaceBefore || index != mark.lines.first
            placement.dropsSpaceAfter = placement.dropsSpaceAfter || index != mark.lines.last
        }
        // Where a further document begins, its article begins a page.
        placement.startsPage = blocks[index].startsPage
        if endingEnd != nil, layout.turned.contains(index) != isTurned { leaveEnding() }
        turn(layout.turned.contains(index))
        if let end = layout.endings[index], end > self.layout.text(from: index + 1) {
            enter(nil)
            output.raw("<div class=\"\(OwnClass.ending)\">\n")
            endingEnd = end
        }
        if let open = arrangement, index >= open.range.upperBound { leaveArrangement() }
        enter(HTMLRegion(blocks[index].kind))
        if arrangement == nil, let new = arrangements.first(where: { $0.range.contains(index) }) {
            arrangement = new
            output.raw("<div class=\"\(new.isLetter ? OwnClass.letter : OwnClass.joint)\">\n")
        }
        if isTitle {
            title(titles.map { blocks[$0] }, placement)
        } else if let cells = blocks[index].table, !cells.rows.isEmpty {
            table(cells, of: blocks[index], placement)
        } else {
            paragraph(
                blocks[index],
                placement,
                name: contentsNumbers[index].map { OwnClass.contentsEntry + String($0) },
                size: mark.flatMap { $0.size.isReduced ? $0.size.size : nil },
                declarations: arrangement?.declarations(of: index) ?? [],
                word: arrangement?.word(of: index)
            )
        }
        previous = style
        index = end
        return true
    }

    private mutating func leaveEnding() {
        guard endingEnd != nil else { return }
        enter(nil)
        output.raw("</div>\n")
        endingEnd = nil
    }

    private mutating func leaveArrangement() {
        guard arrangement != nil else { return }
        output.raw("</div>\n")
        arrangement = nil
    }

    private mutating func enter(_ next: HTMLRegion?) {
        guard next != region else { return }
        leaveArrangement()
        if let region { output.raw("</\(region.element)>\n") }
        if let next { output.raw("<\(next.element)\(next.role.map { " role=\"\($0)\"" } ?? "")>\n") }
        region = next
    }

    /// Begins or ends landscape pages.
    private mutating func turn(_ isLandscape: Bool) {
        guard isLandscape != isTurned else { return }
        enter(nil)
        output.raw(isLandscape ? "<div class=\"\(OwnClass.landscape)\">\n" : "</div>\n")
        isTurned = isLandscape
    }

    private mutating func findShift() {
        let end = starts.last ?? blocks.count
        shift = index < end && blocks[index..<end].contains { $0.kind == .part } ? 1 : 0
    }

    // MARK: Contents

    /// A table of contents: links to the headings, without numbers of pages, which a page of the web does not have.
    private mutating func write(_ list: ContentsList) {
        guard let style = css.sheet.contents else { return }
        turn(false)
        enter(nil)
        output.raw("<nav class=\"\(OwnClass.contents)\"")
        if style.place == .ownPage { output.raw(" style=\"break-after: page\"") }
        if !style.title.isEmpty { output.attribute("aria-label", style.title) }
        output.raw(">\n")
        if !style.title.isEmpty {
            let number = table.number(of: .contentsTitle)
            open("p", BlockLayout.Placement(style: number))
            output.text(style.title, marksHan: css.marksHan[number])
            close("p")
        }
        for entry in list.entries {
            let number = table.number(of: .contents(level: entry.level))
            open("p", BlockLayout.Placement(style: number))
            output.raw("<a href=\"#\(OwnClass.contentsEntry)\(contentsNumbers[entry.block] ?? 0)\">")
            output.text(entry.text, marksHan: css.marksHan[number])
            output.raw("</a>")
            close("p")
        }
        output.raw("</nav>\n")
    }

    // MARK: Paragraphs

    /// The level of a heading in HTML: the title of the page is the first.
    private func level(_ heading: Int) -> Int { min(6, heading + 1 + shift) }

    private mutating func open(
        _ element: String,
        _ placement: BlockLayout.Placement,
        more: String = "",
        declarations: [String] = []
    ) {
        output.raw("<\(element) class=\"\(css.classes[placement.style])")
        if placement.dropsSpaceBefore { output.raw(" \(OwnClass.joinedAbove)") }
        if placement.dropsSpaceAfter { output.raw(" \(OwnClass.joinedBelow)") }
        output.raw("\"")
        var style = declarations
        if let indent = placement.rightIndent { style.append("margin-right: \(CSSLength.text(indent))") }
        if let space = placement.spaceBefore { style.append("margin-top: \(CSSLength.text(space))") }
        if placement.startsPage { style.append("break-before: page") }
        if placement.keepsNext { style.append("break-after: avoid") }
        if !style.isEmpty { output.raw(" style=\"\(style.joined(separator: "; "))\"") }
        output.raw("\(more)>")
        output.beginLines()
    }

    private mutating func close(_ element: String) {
        output.endLines()
        output.raw("</\(element)>\n")
    }

    private mutating func title(_ blocks: [Block], _ placement: BlockLayout.Placement) {
        let layout = TitleLayout(blocks, css.sheet.title)
        let element = layout.lines.contains { !$0.inlines.shownText.isEmpty } ? "h1" : "p"
        open(element, placement)
        let marksHan = css.marksHan[placement.style]
        for (number, line) in layout.lines.enumerated() {
            if number > 0 { output.lineBreak(isWrapped: line.isWrapped) }
            inlines(line.inlines, marksHan)
        }
        close(element)
    }

    /// - Parameters:
    ///   - name: The name by which a table of contents leads to it.
    ///   - size: Another type size.
    ///   - declarations: What else is set on it.
    ///   - word: The word at its end that stands beside all names of a joint mark.
    private mutating func paragraph(
        _ block: Block,
        _ placement: BlockLayout.Placement,
        name: String? = nil,
        size: Length? = nil,
        declarations: [String] = [],
        word: String? = nil
    ) {
        let marksHan = css.marksHan[placement.style]
        let headingLevel = block.isItem ? nil : block.kind.headingLevel
        var element = "p"
        // A heading with nothing in it is none.
        if block.body == nil, block.content.contains(where: { !$0.shownText.isEmpty }) {
            if let headingLevel { element = "h\(level(headingLevel))" } else if block.kind == .part { element = "h2" }
        }
        if let beside = BesideText(block) {
            open(element, placement, declarations: ["text-align: left"])
            output.text(beside.before, marksHan: marksHan)
            output.raw("<span class=\"\(OwnClass.beside)\">")
            output.text(beside.text, marksHan: marksHan)
            output.raw("</span>")
            close(element)
            return
        }
        let note = noteNumbers[block.id]
        var more = HTMLOutput()
        if let name { more.attribute("id", name) }
        if let note { more.attribute("id", noteName(note)) } else if region == .list { more.raw(" role=\"listitem\"") }
        open(
            element,
            placement,
            more: String(decoding: more.bytes, as: UTF8.self),
            declarations: (size.map { ["font-size: \(CSSLength.text($0))"] } ?? []) + declarations
        )
        for picture in block.pictures { self.picture(picture, of: block) }
        if let note {
            output.raw("<sup><a")
            output.attribute("href", "#" + OwnClass.noteReference + noteNames[note - 1])
            output.raw(" role=\"doc-backlink\">\(note)</a></sup> ")
        }
        output.text(block.prefix, marksHan: marksHan)
        let isRunIn = block.body != nil && headingLevel != nil
        if isRunIn, let headingLevel { openPhrase(headingLevel) }
        let lead = css.sheet.leadSentenceLength(of: block)
        if lead > 0 { output.raw("<strong\(css.leadClass.map { " class=\"\($0)\"" } ?? "")>") }
        if let label = block.label { output.text(label.marker, marksHan: marksHan) }
        if lead > 0 {
            let (head, tail) = block.content(toEndOf: lead)
            inlines(head, marksHan)
            output.raw("</strong>")
            inlines(tail, marksHan)
        } else if block.kind == .date, block.body == nil,
            let date = WrittenDate.machineForm(of: block.content.shownText)
        {
            output.raw("<time datetime=\"\(date)\">")
            inlines(block.content, marksHan)
            output.raw("</time>")
        } else if let word, let last = block.content.last, case .text(let text) = last.content, text.hasSuffix(word) {
            inlines(Array(block.content.dropLast()), marksHan)
            output.text(String(text.dropLast(word.count)), marksHan: marksHan)
            output.raw("<span class=\"\(OwnClass.jointWord)\">")
            output.text(word, marksHan: marksHan)
            output.raw("</span>")
        } else {
            inlines(block.content, marksHan)
        }
        output.text(block.terminator, marksHan: marksHan)
        if isRunIn { output.raw("</span>") }
        if let body = block.body { inlines(body, marksHan) }
        output.text(block.suffix, marksHan: marksHan)
        close(element)
    }

    /// A picture inside the page itself, so that the page is one file.
    private mutating func picture(_ picture: Picture, of block: Block) {
        guard let media = media[picture.media] else { return }
        let room = PictureLayout.room(for: block.pictures.count, on: css.sheet.page, isLandscape: isTurned)
        let size = PictureLayout(picture, media.header, in: room)
        output.raw("<img")
        output.attribute("alt", picture.alternativeText)
        let width = CSSLength.text(Length(twips: size.width / PictureLayout.unitsPerTwip))
        output.raw(" style=\"width: \(width)\" src=\"data:\(media.header.format.mediaType);base64,")
        output.raw(Base64.text(of: media.bytes))
        output.raw("\">")
    }

    /// Begins the phrase of a heading that text runs on after: a heading for those who listen, without a line of its own.
    private mutating func openPhrase(_ heading: Int) {
        output.raw("<span")
        if let name = css.phraseClass(heading) { output.raw(" class=\"\(name)\"") }
        output.raw(" role=\"heading\" aria-level=\"\(level(heading))\">")
    }

    private mutating func inlines(_ inlines: [Inline], _ marksHan: Bool) {
        guard hasLinks else { return plain(inlines[...], marksHan) }
        var rest = inlines[...]
        while let first = rest.first {
            let (target, name) = (first.link, first.bookmark)
            let run = rest.prefix { $0.link == target && $0.bookmark == name }
            rest = rest[run.endIndex...]
            guard target != nil || name != nil else {
                plain(run, marksHan)
                continue
            }
            output.raw(target == nil ? "<span" : "<a")
            if let target {
                if let linkClass = css.linkClass { output.raw(" class=\"\(linkClass)\"") }
                output.attribute("href", target)
            }
            if let name, begun.insert(name).inserted { output.attribute("id", name) }
            output.raw(">")
            plain(run, marksHan)
            output.raw(target == nil ? "</span>" : "</a>")
        }
    }

    private func noteName(_ number: Int) -> String {
        OwnClass.note + (noteNames.indices.contains(number - 1) ? noteNames[number - 1] : String(number))
    }

    private mutating func reference(_ number: String, isFirst: Bool) {
        let name = noteName(Int(number) ?? 0)
        output.raw("<sup><a")
        output.attribute("href", "#" + name)
        if isFirst { output.attribute("id", OwnClass.noteReference + name.dropFirst(OwnClass.note.count)) }
        output.raw(" role=\"doc-noteref\">\(number)</a></sup>")
    }

    private mutating func plain(_ inlines: ArraySlice<Inline>, _ marksHan: Bool) {
        for inline in inlines {
            switch inline.content {
            case .lineBreak: output.lineBreak()
            case .other(let kind, let number)
            where kind == DocumentNotes.reference || kind == DocumentNotes.repeatedReference:
                reference(number, isFirst: kind == DocumentNotes.reference)
            case .text(let text), .other(_, let text): output.text(text, marksHan: marksHan)
            case .placeholder(let gap):
                output.raw("<mark")
                if let name = css.placeholderClass { output.raw(" class=\"\(name)\"") }
                output.attribute("data-key", gap.key)
                output.raw(">")
                output.text(gap.sign, marksHan: marksHan)
                output.raw("</mark>")
            }
        }
    }

    // MARK: Tables

    private mutating func table(_ cells: Table, of block: Block, _ placement: BlockLayout.Placement) {
        var before = block
        before.table = nil
        before.suffix = ""
        if !before.shownText.isEmpty { paragraph(before, placement) }
        let columns = TableColumns(cells, table, isTurned: isTurned)
        let whole = max(1, columns.widths.reduce(0) { $0 + $1.twips })
        output.raw("<table class=\"\(OwnClass.grid)\">\n<colgroup>")
        for width in columns.widths {
            let share = CSSLength.number(Double(width.twips) * 100 / Double(whole))
            output.raw("<col style=\"width: \(share)%\">")
        }
        output.raw("</colgroup>\n")
        let head = min(max(0, cells.headerRowCount), cells.rows.count)
        let grid = TableGrid(cells)
        rows(cells.rows[..<head], "thead", columns, grid, table.tableHead)
        rows(cells.rows[head...], "tbody", columns, grid, table.tableCell)
        output.raw("</table>\n")
        guard !block.suffix.isEmpty else { return }
        open("p", BlockLayout.Placement(style: table.body))
        output.text(block.suffix, marksHan: css.marksHan[table.body])
        close("p")
    }

    private mutating func rows(
        _ rows: ArraySlice<[Table.Cell]>,
        _ element: String,
        _ columns: TableColumns,
        _ grid: TableGrid,
        _ style: Int
    ) {
        guard !rows.isEmpty else { return }
        let marksHan = css.marksHan[style]
        output.raw("<\(element)>\n")
        let isHead = element == "thead"
        for (number, row) in zip(rows.indices, rows) {
            output.raw("<tr>")
            for column in columns.widths.indices {
                guard case .cell(let span) = grid[number, column] else { continue }
                var tag = isHead ? "<th scope=\"\(span.columns > 1 ? "colgroup" : "col")\"" : "<td"
                if span.columns > 1 { tag += " colspan=\"\(span.columns)\"" }
                if span.rows > 1 { tag += " rowspan=\"\(span.rows)\"" }
                let isFigure = !isHead && span.columns == 1 && columns.holdsFigures[column]
                output.raw("\(tag) class=\"\(css.classes[style])\(isFigure ? " \(OwnClass.figure)" : "")\">")
                if column < row.count {
                    output.beginLines()
                    inlines(row[column].content, marksHan)
                }
                output.raw(isHead ? "</th>" : "</td>")
            }
            output.raw("</tr>\n")
        }
        output.raw("</\(element)>\n")
    }
}
