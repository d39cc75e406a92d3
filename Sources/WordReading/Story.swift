internal import ReadKit
internal import SummaryModel

/// A story of a document as it is read: the body, or what stands in a note (ISO/IEC 29500-1, 17.2 to 17.4).
final class Story {
    private let xml: WordXML
    private let context: WordContext
    /// Whether it is of the main part, whose relationships lead to pictures.
    private let isMain: Bool
    /// Whether the next text begins a page.
    private var isAtPageBreak = false
    /// Where the present section begins: the line, and its place in the text.
    private var sectionLine = 0
    private var sectionOffset = 0
    private var sections = 0
    /// How many boxes and cells the present paragraph stands in; sections are of the body only.
    private var nesting = 0
    /// How many tables of contents.
    private var contents = 0
    private var scratch: [UInt8] = []
    /// The places that began since the last paragraph.
    private var bookmarks: [(id: String, name: String)] = []

    init(_ xml: WordXML, _ context: WordContext, isMain: Bool = false) {
        self.isMain = isMain
        self.xml = xml
        self.context = context
    }

    /// Reads the paragraphs and tables inside `place`.
    func blocks(in place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        while let child = try xml.child(of: place) { try block(child, into: &passage) }
    }

    private func block(_ place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        switch place.element {
        case .p: try paragraph(place, into: &passage)
        case .tbl: try table(place, into: &passage)
        case .sdt: try contentControl(place, into: &passage)
        case .ins, .moveTo, .customXml, .smartTag: try blocks(in: place, into: &passage)
        case .del, .moveFrom: try deletion(place, into: &passage)
        case .bookmarkStart: noteBookmark()
        case .alternateContent:
            try branch(of: place) { branch throws(WordFileError) in try blocks(in: branch, into: &passage) }
        case .sectPr:
            let properties = try SectionProperties(xml, place)
            if nesting == 0 { endSection(properties, in: &passage) }
        case .altChunk: passage.note(.picture("altChunk"))
        default: break
        }
    }

    /// Walks into the branch of `mc:AlternateContent` that counts: the first choice, or else the fallback.
    private func branch(
        of place: WordXML.Place,
        _ body: (WordXML.Place) throws(WordFileError) -> Void
    ) throws(WordFileError) {
        var isTaken = false
        while let child = try xml.child(of: place) {
            guard !isTaken, child.element == .choice || child.element == .fallback else { continue }
            isTaken = true
            try body(child)
        }
    }

    /// A content control; that of a table of contents says so.
    private func contentControl(_ place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        var isContents = false
        while let child = try xml.child(of: place) {
            switch child.element {
            case .sdtPr: isContents = try isTableOfContents(child)
            case .sdtContent:
                // This program makes it of the headings.
                if isContents, context.isOwn { continue }
                if isContents { contents += 1 }
                try blocks(in: child, into: &passage)
                if isContents { contents -= 1 }
            default: break
            }
        }
    }

    private func isTableOfContents(_ place: WordXML.Place) throws(WordFileError) -> Bool {
        var isFound = false
        while let child = try xml.child(of: place) {
            guard child.element == .docPartObj else { continue }
            while let part = try xml.child(of: child) {
                if part.element == .docPartGallery, xml.value == "Table of Contents" { isFound = true }
            }
        }
        return isFound
    }

    private func deletion(_ place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        let text = try PlainText.read(xml, place)
        if text.unicodeScalars.contains(where: { !$0.isBlank }) { passage.note(.deletedText(text)) }
    }

    private func endSection(_ properties: SectionProperties, in passage: inout Passage) {
        if properties.startsPage, sections > 0 { passage.changeFirstLine(from: sectionLine) { $0.startsPage = true } }
        if properties.isLandscape { passage.changeLines(from: sectionLine) { $0.isLandscape = true } }
        for item in properties.furniture {
            context.furniture.append(
                WordContext.Furniture(relation: item.relation, isHeader: item.isHeader, offset: sectionOffset)
            )
        }
        sections += 1
        sectionLine = passage.lineNumber + 1
        sectionOffset = passage.utf8.count
    }

    // MARK: - Paragraphs

    private func paragraph(_ place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        var state = ParagraphState()
        state.style = context.styles[nil]
        while let child = try xml.child(of: place) {
            if child.element == .pPr, !state.hasBegun {
                try properties(child, &state)
            } else {
                begin(&state, &passage)
                try inline(child, &state, &passage)
            }
        }
        begin(&state, &passage)
        // A paragraph that is deleted with its mark is no paragraph any more, and no list counts it.
        if !(state.properties.isMarkDeleted && !state.hasText) { writeLabel(&state, &passage) }
        reportHiddenText(&state, &passage)
        if state.style.ownKind == .documentNumber { passage.joinSigners(from: state.firstLine) }
        for bookmark in state.bookmarks { passage.mark(from: bookmark.start, .bookmark(bookmark.name)) }
        if state.hasVisibleText, state.isAllBold { passage.setBold(from: state.firstLine) }
        passage.endParagraph()
        let boxes = state.boxes
        state.boxes = []
        for box in boxes { passage.append(paragraphsOf: box) }
        if let section = state.endsSection, nesting == 0 { endSection(section, in: &passage) }
    }

    private func properties(_ place: WordXML.Place, _ state: inout ParagraphState) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            if child.element == .sectPr {
                state.endsSection = try SectionProperties(xml, child)
            } else {
                try state.properties.read(xml, child)
            }
        }
        state.style = context.styles[state.properties.style]
    }

    /// Begins the line of a paragraph, with what its properties and its style say.
    private func begin(_ state: inout ParagraphState, _ passage: inout Passage) {
        guard !state.hasBegun else { return }
        state.hasBegun = true
        let style = state.style
        let properties = state.properties.over(style.paragraph)
        var traits = LineTraits()
        traits.kind = style.ownKind ?? style.meaning.kind ?? (contents > 0 ? .tableOfContents : nil)
        traits.isCertain = style.ownKind != nil
        if let level = properties.outlineLevel {
            traits.outlineLevel = (0...8).contains(level) ? level + 1 : nil
        } else {
            traits.outlineLevel = style.meaning.headingLevel
        }
        traits.alignment = properties.alignment?.trait
        traits.startsPage = properties.startsPage ?? false
        passage.beginParagraph(traits)
        state.firstLine = passage.lineNumber
        state.bookmarks = bookmarks.map { ($0.id, $0.name, passage.utf8.count) }
        bookmarks = []
        guard let number = properties.number, number != "0" else { return }
        var level = properties.numberLevel
        if level == nil, state.properties.number == nil {
            // The list of a style names the style of each of its levels.
            level =
                [state.properties.style, style.numberedStyle].lazy.compactMap(\.self)
                .compactMap { self.context.labels.level(forStyle: $0, number: number) }.first
        }
        state.pendingLabel = (number, level ?? 0)
    }

    /// Writes the label of the paragraph before its first text.
    private func writeLabel(_ state: inout ParagraphState, _ passage: inout Passage) {
        guard let pending = state.pendingLabel else { return }
        state.pendingLabel = nil
        guard let label = context.labels.next(number: pending.number, level: pending.level) else { return }
        if label.isBullet, passage.current.kind == nil { passage.current.kind = .listItem }
        passage.append(label.text)
    }

    private func reportHiddenText(_ state: inout ParagraphState, _ passage: inout Passage) {
        guard !state.hiddenText.isEmpty else { return }
        let text = String(decoding: state.hiddenText, as: UTF8.self)
        state.hiddenText = []
        if text.unicodeScalars.contains(where: { !$0.isBlank }) { passage.note(.hiddenText(text)) }
    }

    // MARK: - Runs

    /// What stands in a paragraph: runs, and what stands around runs.
    private func inline(
        _ place: WordXML.Place,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) throws(WordFileError) {
        switch place.element {
        case .r: try run(place, &state, &passage)
        case .hyperlink, .fldSimple:
            let link = place.element == .hyperlink ? hyperlink : xml.attribute("instr").flatMap { WordField.link($0) }
            if let link { state.links.append(link) }
            while let child = try xml.child(of: place) { try inline(child, &state, &passage) }
            if link != nil { state.links.removeLast() }
        case .bookmarkStart:
            if let id = xml.attribute("id"), let name = xml.attribute("name") {
                state.bookmarks.append((id, name, passage.utf8.count))
            }
        case .bookmarkEnd: endBookmark(&state, &passage)
        case .ins, .moveTo, .smartTag, .sdt, .sdtContent, .customXml, .bdo, .dir, .rubyBase:
            while let child = try xml.child(of: place) { try inline(child, &state, &passage) }
        case .del, .moveFrom:
            reportHiddenText(&state, &passage)
            try deletion(place, into: &passage)
        case .alternateContent:
            try branch(of: place) { branch throws(WordFileError) in
                while let child = try xml.child(of: branch) { try inline(child, &state, &passage) }
            }
        case .commentRangeStart: comment(&passage)
        case .math: try math(place, &state, &passage)
        default: break
        }
    }

    /// Where the present element `w:hyperlink` leads.
    private var hyperlink: String? {
        let place = xml.attribute("anchor").map { "#" + $0 } ?? ""
        let target = xml.attribute(anySpace: "id").flatMap { context.links[$0] } ?? ""
        return target.isEmpty && place.isEmpty ? nil : target + place
    }

    /// A place that begins between two paragraphs begins with the next.
    private func noteBookmark() {
        if let id = xml.attribute("id"), let name = xml.attribute("name") { bookmarks.append((id, name)) }
    }

    /// A place that holds nothing is what follows in its paragraph.
    private func endBookmark(_ state: inout ParagraphState, _ passage: inout Passage) {
        guard let id = xml.attribute("id"), let index = state.bookmarks.lastIndex(where: { $0.id == id }),
            state.bookmarks[index].start < passage.utf8.count
        else { return }
        let ended = state.bookmarks.remove(at: index)
        passage.mark(from: ended.start, .bookmark(ended.name))
    }

    private func run(
        _ place: WordXML.Place,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) throws(WordFileError) {
        var format = RunProperties()
        while let child = try xml.child(of: place) {
            if child.element == .rPr {
                while let property = try xml.child(of: child) { format.read(xml, property.element) }
            } else {
                try content(child, format, &state, &passage)
            }
        }
    }

    /// What stands in a run.
    private func content(
        _ place: WordXML.Place,
        _ format: RunProperties,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) throws(WordFileError) {
        guard let element = place.element else { return }
        if element == .fldChar { return state.field(xml.attribute("fldCharType")) }
        guard !state.isInInstruction else {
            guard element == .instrText else { return }
            scratch.removeAll(keepingCapacity: true)
            try xml.text(of: place, into: &scratch)
            return state.addInstruction(scratch)
        }
        switch element {
        case .t, .delText, .mathText:
            if let (name, isFirst) = state.takeReference(), let mark = context.mark(ofPlace: name) {
                if isFirst { write(Array("[^\(mark)]".utf8)[...], format, &state, &passage) }
                return
            }
            let keepsBlanks = xml.preservesBlanks || xml.spaceIsPreserved
            scratch.removeAll(keepingCapacity: true)
            try xml.text(of: place, into: &scratch)
            write(keepsBlanks ? scratch[...] : Self.withoutBlanks(scratch[...]), format, &state, &passage)
        case .tab, .ptab: write([0x09], format, &state, &passage)
        case .noBreakHyphen: write(Array("\u{2011}".utf8)[...], format, &state, &passage)
        case .sym: write(Array(symbol().utf8)[...], format, &state, &passage)
        case .br, .cr: lineBreak(element == .br ? xml.attribute("type") : nil, format, &state, &passage)
        case .footnoteReference: reference("", format, &state, &passage)
        case .endnoteReference: reference("e", format, &state, &passage)
        case .commentReference: comment(&passage)
        case .ruby:
            // The base text; what stands above it says how to read it.
            while let child = try xml.child(of: place) {
                if child.element == .rubyBase { try inline(child, &state, &passage) }
            }
        case .drawing, .pict, .object: try graphic(place, &state, &passage)
        case .alternateContent:
            try branch(of: place) { branch throws(WordFileError) in
                while let child = try xml.child(of: branch) { try content(child, format, &state, &passage) }
            }
        default: break
        }
    }

    /// Adds text of a run, or keeps it for a finding when it is hidden.
    private func write(
        _ text: ArraySlice<UInt8>,
        _ format: RunProperties,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) {
        guard !text.isEmpty else { return }
        let style = format.style.map { context.styles[$0] }
        guard !(format.isHidden ?? (state.style.isHidden != (style?.isHidden ?? false))) else {
            state.hiddenText.append(contentsOf: text)
            return
        }
        reportHiddenText(&state, &passage)
        beginText(&state, &passage)
        if text.contains(where: { $0 > 0x20 }) {
            state.hasVisibleText = true
            if !(format.isBold ?? (state.style.isBold != (style?.isBold ?? false))) { state.isAllBold = false }
        }
        let start = passage.utf8.count
        defer {
            // The lines of a table of contents all lead somewhere.
            if let link = state.link, contents == 0, passage.current.kind != .tableOfContents {
                passage.mark(from: start, .link(link))
            }
        }
        if SymbolFont(format.font) != nil {
            passage.append(Self.signs(text, in: format.font))
        } else {
            passage.append(text)
        }
    }

    /// Makes the place ready for text: begins a new line after a page break, and writes the label.
    private func beginText(_ state: inout ParagraphState, _ passage: inout Passage) {
        if isAtPageBreak {
            if !passage.isAtLineStart { passage.breakLine() }
            passage.current.startsPage = true
            isAtPageBreak = false
        }
        writeLabel(&state, &passage)
        state.hasText = true
    }

    private func lineBreak(
        _ type: String?,
        _ format: RunProperties,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) {
        guard format.isHidden != true else { return }
        if type == "page" {
            isAtPageBreak = true
            return
        }
        // In titles that this program wrote, only the breaks that it made itself name their type.
        if type == "textWrapping", state.style.ownKind == .title { return }
        writeLabel(&state, &passage)
        passage.breakLine()
    }

    private func reference(
        _ prefix: String,
        _ format: RunProperties,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) {
        guard let id = xml.attribute("id") else { return }
        context.refer(to: prefix + id)
        for bookmark in state.bookmarks where bookmark.start == passage.utf8.count {
            context.name(prefix + id, by: bookmark.name)
        }
        write(Array("[^\(context.mark(of: prefix + id))]".utf8)[...], format, &state, &passage)
    }

    private func comment(_ passage: inout Passage) {
        guard let id = xml.attribute("id"), let comment = context.comments.removeValue(forKey: id) else { return }
        passage.note(.comment(comment.text, by: comment.author))
    }

    /// The text of a formula, without its structure.
    private func math(
        _ place: WordXML.Place,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            switch child.element {
            case .mathText, .t: try content(child, RunProperties(isBold: true), &state, &passage)
            case .del, .moveFrom: try deletion(child, into: &passage)
            default: try math(child, &state, &passage)
            }
        }
    }

    private func symbol() -> String {
        guard let code = xml.attribute("char").flatMap({ UInt32($0, radix: 16) }), let scalar = Unicode.Scalar(code),
            code >= 0x20
        else { return "" }
        return String(Character(SymbolFont.sign(scalar, in: xml.attribute("font")) ?? scalar))
    }

    // MARK: - Pictures and boxes

    /// What a drawing, a picture of VML or an object holds: boxes, whose text is read, and pictures, which are reported.
    private func graphic(
        _ place: WordXML.Place,
        _ state: inout ParagraphState,
        _ passage: inout Passage
    ) throws(WordFileError) {
        var found = Graphic()
        try search(place, &found, &state)
        guard found.isPicture || place.element == .object else { return }
        let isAlone = found.relations.count == 1 && place.element != .object && isMain
        let picture =
            isAlone
            ? found.relations.first.map { relation in
                EmbeddedPicture(
                    relation: relation,
                    description: found.description,
                    width: found.width,
                    height: found.height
                )
            } : nil
        passage.note(.picture(found.description, picture))
    }

    private struct Graphic {
        var isPicture = false
        var description = ""
        /// The relationships to the bytes of pictures.
        var relations: [String] = []
        var width: Int?
        var height: Int?
    }

    private func search(
        _ place: WordXML.Place,
        _ found: inout Graphic,
        _ state: inout ParagraphState
    ) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            switch child.element {
            case .txbxContent: state.boxes.append(try box(child))
            case .chart, .diagram, .oleObject:
                found.isPicture = true
                found.relations.append("")
                try search(child, &found, &state)
            case .blip, .imageData:
                found.isPicture = true
                if let relation = xml.attribute(anySpace: child.element == .blip ? "embed" : "id") {
                    found.relations.append(relation)
                }
                try search(child, &found, &state)
            case .extent:
                found.width = xml.plainAttribute("cx").flatMap { Int($0) }
                found.height = xml.plainAttribute("cy").flatMap { Int($0) }
            case .picture:
                found.isPicture = true
                try search(child, &found, &state)
            case .documentProperties:
                found.description = xml.plainAttribute("descr") ?? xml.plainAttribute("title") ?? ""
            case .alternateContent:
                try branch(of: child) { branch throws(WordFileError) in try search(branch, &found, &state) }
            default: try search(child, &found, &state)
            }
        }
    }

    private func box(_ place: WordXML.Place) throws(WordFileError) -> Passage {
        var box = Passage()
        let wasAtPageBreak = isAtPageBreak
        isAtPageBreak = false
        nesting += 1
        try blocks(in: place, into: &box)
        nesting -= 1
        isAtPageBreak = wasAtPageBreak
        return box
    }

    // MARK: - Tables

    private struct Row {
        var cells: [Passage] = []
        /// How far the cells reach that are merged with others, by column; a height of zero goes on from the row above.
        var spans: [Int: Table.Span] = [:]
        /// How many cells it has of its own, those that others are merged with not counted.
        var count = 0
        var isHeader = false

        /// Whether everything in it has the style of the mark of an issuing body.
        var isMark: Bool {
            cells.allSatisfy { $0.utf8.isEmpty || $0.traits.allSatisfy { $0.isCertain && $0.kind == .issuerHead } }
        }
    }

    /// The most columns that a cell may span, or a row may leave out at its beginning; Word has 63.
    private static let mostColumns = 64

    private func table(_ place: WordXML.Place, into passage: inout Passage) throws(WordFileError) {
        context.tables += 1
        let number = context.tables
        var rows: [Row] = []
        try self.rows(of: place, &rows)
        // One column is a frame around paragraphs, and the mark of bodies that issue jointly stands in a table for its layout.
        if rows.allSatisfy({ $0.count <= 1 || $0.isMark }) {
            let isMark = rows.contains { $0.count > 1 }
            for cell in isMark ? Self.jointMark(rows) : rows.flatMap(\.cells) { passage.append(paragraphsOf: cell) }
            return
        }
        Self.addHeights(&rows)
        for row in rows {
            var traits = LineTraits()
            traits.kind = .table
            if !row.spans.isEmpty { traits.cellSpans = row.cells.indices.map { row.spans[$0] ?? .single } }
            traits.isHeaderRow = row.isHeader
            traits.tableNumber = number
            passage.beginParagraph(traits)
            let line = passage.lineNumber
            var ranges: [SourceRange] = []
            for (column, cell) in row.cells.enumerated() {
                if column > 0 { passage.append("\t") }
                ranges.append(passage.append(linesOf: cell))
            }
            passage.setCells(ranges, ofLine: line)
            passage.endParagraph()
        }
    }

    /// The lines of the mark of bodies that issue jointly: 文件, which stands beside their names, belongs to the last.
    private static func jointMark(_ rows: [Row]) -> [Passage] {
        var names = rows.compactMap(\.cells.first).filter { !$0.utf8.isEmpty }
        let beside = rows.flatMap { $0.cells.dropFirst() }.filter { !$0.utf8.isEmpty }
        guard let last = names.indices.last else { return beside }
        for word in beside { names[last].append(linesOf: word) }
        return names
    }

    private func rows(of place: WordXML.Place, _ rows: inout [Row]) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            switch child.element {
            case .tr:
                var row = Row()
                try cells(of: child, &row)
                rows.append(row)
            case .sdt, .sdtContent, .customXml, .ins, .moveTo: try self.rows(of: child, &rows)
            case .alternateContent:
                try branch(of: child) { branch throws(WordFileError) in try self.rows(of: branch, &rows) }
            default: break
            }
        }
    }

    private func cells(of place: WordXML.Place, _ row: inout Row) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            switch child.element {
            case .trPr:
                while let property = try xml.child(of: child) {
                    switch property.element {
                    case .tblHeader: row.isHeader = xml.isOn
                    case .gridBefore: pad(&row, xml.number ?? 0)
                    default: break
                    }
                }
            case .tc: try cell(child, &row)
            case .sdt, .sdtContent, .customXml, .ins, .moveTo: try cells(of: child, &row)
            case .alternateContent:
                try branch(of: child) { branch throws(WordFileError) in try cells(of: branch, &row) }
            default: break
            }
        }
    }

    private func cell(_ place: WordXML.Place, _ row: inout Row) throws(WordFileError) {
        var text = Passage()
        var span = 1
        var isContinued = false
        var isMerged = false
        nesting += 1
        while let child = try xml.child(of: place) {
            guard child.element == .tcPr else {
                try block(child, into: &text)
                continue
            }
            while let property = try xml.child(of: child) {
                switch property.element {
                case .gridSpan: span = xml.number ?? 1
                case .vMerge:
                    isMerged = true
                    isContinued = xml.value != "restart"
                default: break
                }
            }
        }
        nesting -= 1
        if isContinued {
            // It is one with the cell above, and what it holds is not shown.
            var empty = Passage()
            let hidden = String(decoding: text.utf8, as: UTF8.self)
            if hidden.unicodeScalars.contains(where: { !$0.isBlank }) { empty.note(.hiddenText(hidden)) }
            text = empty
        }
        span = max(1, min(span, Self.mostColumns))
        if span > 1 || isMerged { row.spans[row.cells.count] = Table.Span(rows: isContinued ? 0 : 1, columns: span) }
        row.cells.append(text)
        row.count += 1
        pad(&row, span - 1)
    }

    /// Counts how many rows each cell reaches down: those below that go on from it, over the same columns.
    private static func addHeights(_ rows: inout [Row]) {
        var tops: [Int: (row: Int, columns: Int)] = [:]
        for row in rows.indices {
            var open: [Int: (row: Int, columns: Int)] = [:]
            for (column, span) in rows[row].spans {
                if span.rows > 0 {
                    open[column] = (row, span.columns)
                } else if let top = tops[column], top.columns == span.columns {
                    rows[top.row].spans[column]?.rows += 1
                    rows[row].spans[column] = nil
                    open[column] = top
                } else {
                    // There is nothing to go on from.
                    rows[row].spans[column]?.rows = 1
                }
            }
            tops = open
        }
    }

    private func pad(_ row: inout Row, _ count: Int) {
        guard count > 0 else { return }
        row.cells += Array(repeating: Passage(), count: min(count, Self.mostColumns - 1))
    }

    // MARK: - Bytes

    /// The text without the blanks at its ends, which XML may have from the way in which the file was written.
    private static func withoutBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var text = text
        while let first = text.first, isBlank(first) { text.removeFirst() }
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }

    /// Text in a font of signs.
    private static func signs(_ text: ArraySlice<UInt8>, in font: String?) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            // What is not one of its signs was not set in it, whatever the file says.
            shown.append(SymbolFont.isPrivate(scalar) ? SymbolFont.sign(scalar, in: font) ?? scalar : scalar)
        }
        return String(shown)
    }
}
