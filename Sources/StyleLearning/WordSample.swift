internal import OpenPackaging
package import ReadKit
internal import RenderKit
package import SummaryModel

/// What is measured in a Word file: its page, the effective format of every paragraph, its headers and footers.
package struct WordSample {
    /// The page of the section that most paragraphs are in.
    struct Page {
        /// `w:pgSz` and `w:pgMar`, by the keys of a style sheet, in twips.
        var lengths: [String: Int] = [:]
        var grid = PageLayout.Grid.none
        var linePitch: Int?
        var characterSpace: Int?
        var hasFirstPage = false
        /// The parts of its footers and headers by the pages that they are for.
        var footers: [String: String] = [:]
        var headers: [String: String] = [:]
    }

    /// The name of the style sheet by which this program wrote the file; `nil` for the files of others.
    package let ownStyle: String?
    var page = Page()
    private(set) var paragraphs: [SampleParagraph] = []
    private(set) var tables: [SampleTable] = []
    /// The identities and styles of the file.
    let styles: SampleStyles
    /// `w:font` of the table of fonts.
    let fonts: [SampleNode]
    let hasEvenPages: Bool
    /// Footers and headers by the pages that they are for; what is missing is not there.
    private(set) var footers: [String: SampleFurniture] = [:]
    private(set) var headers: [String: SampleFurniture] = [:]

    private let theme: SampleTheme
    private let lists: [String: [Int: FormatLayer]]
    private var sections: [(page: Page, paragraphs: Int)] = []
    private var blank = 0

    /// How many paragraphs are looked at: more do not change what most of them are.
    private static let limit = 20_000

    /// Measures a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - limits: What it may hold at most.
    /// - Throws: ``/ReadKit/DraftError`` when it is no Word file or damaged.
    package init(_ bytes: [UInt8], limits: Limits = .standard) throws(DraftError) {
        let package = try SamplePackage(bytes, limits, otherwise: .notWordSample)
        ownStyle = package.ownStyle
        theme = try package.node(ofType: "theme").map(SampleTheme.init) ?? SampleTheme()
        let theme = self.theme
        styles = try package.node(ofType: "styles").map { SampleStyles($0, theme) } ?? SampleStyles()
        fonts = try package.node(ofType: "fontTable")?.children ?? []
        lists = try package.node(ofType: "numbering").map { Self.lists($0) } ?? [:]
        let settings = try package.node(ofType: "settings")
        hasEvenPages = settings?["evenAndOddHeaders"]?.isOn ?? false
        pitch = try Self.pitch(package) ?? pitch
        guard let main = try package.part(package.main) else { throw .notWordSample }
        let root = try main.root()
        while let child = try main.child(of: root) {
            if child.name == "body" { try body(child.place, main, table: nil, row: 0, layer: FormatLayer()) }
        }
        closeBlanks()
        if let best = sections.max(by: { $0.paragraphs < $1.paragraphs }) { page = best.page }
        let targets = Dictionary(package.relations.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
        for (pages, id) in page.footers {
            if let target = targets[id], let node = try package.part(target)?.node() {
                footers[pages] = furniture(node)
            }
        }
        for (pages, id) in page.headers {
            if let target = targets[id], let node = try package.part(target)?.node() {
                headers[pages] = furniture(node)
            }
        }
    }

    /// Whether there is any text.
    package var isEmpty: Bool { paragraphs.allSatisfy(\.text.isEmpty) }

    /// The line pitch of the last section: its properties stand after the text.
    private static func pitch(_ package: borrowing SamplePackage) throws(DraftError) -> Int? {
        guard let main = try package.part(package.main) else { return nil }
        let root = try main.root()
        var pitch: Int?
        while let child = try main.child(of: root) {
            guard child.name == "body" else { continue }
            while let block = try main.child(of: child.place) {
                guard block.name == "sectPr" else { continue }
                pitch = try main.node(block.place, block.name)["docGrid"]?.twips("linePitch")
            }
        }
        return pitch
    }

    // MARK: Text

    private mutating func body(
        _ place: SamplePart.Place,
        _ part: SamplePart,
        table: Int?,
        row: Int,
        layer: FormatLayer
    ) throws(DraftError) {
        while let child = try part.child(of: place) {
            guard paragraphs.count < Self.limit else { continue }
            switch child.name {
            case "p": add(try part.node(child.place, child.name), table: table, row: row, layer: layer)
            case "tbl": try readTable(child.place, part)
            case "sdt", "sdtContent", "ins", "customXml", "smartTag":
                try body(child.place, part, table: table, row: row, layer: layer)
            case "sectPr": close(try part.node(child.place, child.name))
            default: break
            }
        }
    }

    private mutating func readTable(_ place: SamplePart.Place, _ part: SamplePart) throws(DraftError) {
        let number = tables.count
        tables.append(SampleTable())
        var style = SampleStyles.Style()
        var row = 0
        while let child = try part.child(of: place) {
            switch child.name {
            case "tblPr":
                let node = try part.node(child.place, child.name)
                style = styles.style(node["tblStyle"]?.value, type: "table")
                tables[number].look = style.table
                tables[number].look.read(node)
                tables[number].isAtFoot = node["tblpPr"]?.attributes["tblpYSpec"] == "bottom"
            case "tr":
                while let cell = try part.child(of: child.place) {
                    if cell.name == "trPr" {
                        let node = try part.node(cell.place, cell.name)
                        if row == 0, node["tblHeader"]?.isOn == true { tables[number].repeatsHead = true }
                    }
                    guard cell.name == "tc" else { continue }
                    try readCell(
                        cell.place,
                        part,
                        number,
                        row,
                        row == 0 ? style.firstRow.over(style.layer) : style.layer
                    )
                }
                row += 1
            default: break
            }
        }
    }

    private mutating func readCell(
        _ place: SamplePart.Place,
        _ part: SamplePart,
        _ table: Int,
        _ row: Int,
        _ layer: FormatLayer
    ) throws(DraftError) {
        let first = paragraphs.count
        var borders: SampleNode?
        while let child = try part.child(of: place) {
            switch child.name {
            case "tcPr": borders = try part.node(child.place, child.name)["tcBorders"]
            case "p": add(try part.node(child.place, child.name), table: table, row: row, layer: layer)
            case "tbl": try readTable(child.place, part)
            default: break
            }
        }
        guard first < paragraphs.count else { return }
        if let rule = SampleRule(borders?["top"]) { paragraphs[first].ruleAbove = rule }
        if let rule = SampleRule(borders?["bottom"]) { paragraphs[paragraphs.count - 1].ruleBelow = rule }
    }

    private mutating func add(_ node: SampleNode, table: Int?, row: Int, layer: FormatLayer) {
        let (paragraph, height) = measure(node, layer)
        defer { if let section = node["pPr"]?["sectPr"] { close(section) } }
        let isRule = paragraph.ruleAbove != nil || paragraph.ruleBelow != nil
        if paragraph.text.isEmpty, table == nil, !isRule {
            // One that holds a picture is no empty line, nor is one that stands elsewhere.
            let holdsMore = !node.all("drawing").isEmpty || !node.all("pict").isEmpty || paragraph.frame != nil
            let endsSection = node["pPr"]?["sectPr"] != nil
            if !holdsMore, !endsSection { blank += height }
            return
        }
        var new = paragraph
        new.table = table
        new.row = row
        if blank > 0, let last = paragraphs.indices.last { paragraphs[last].blankBelow = blank }
        new.blankAbove = blank
        blank = 0
        paragraphs.append(new)
    }

    private mutating func closeBlanks() { blank = 0 }

    /// Reads a paragraph, and the height of its line.
    private func measure(_ node: SampleNode, _ layer: FormatLayer) -> (SampleParagraph, Int) {
        var own = FormatLayer()
        if let properties = node["pPr"] { own.readParagraph(properties) }
        let style = styles.style(own.paragraphStyle, type: "paragraph")
        let base = style.layer.over(layer.over(styles.defaults))
        var whole = own.over(base)
        var paragraph = SampleParagraph()
        if let id = whole.list, id != "0", let levels = lists[id] {
            paragraph.isNumbered = true
            // The indents of a list go over those of a style, unless the style names the list itself.
            if own.list != nil, let level = levels[whole.listLevel ?? 0] {
                whole = own.over(level.indentsOnly.over(base))
            }
        }
        collect(node.children, whole, own, into: &paragraph)
        paragraph.style = own.paragraphStyle
        if let borders = node["pPr"]?["pBdr"] {
            paragraph.ruleAbove = SampleRule(borders["top"])
            paragraph.ruleBelow = SampleRule(borders["bottom"])
        }
        paragraph.frame = node["pPr"]?["framePr"]?.attributes
        var mark = FormatLayer()
        if let properties = node["pPr"]?["rPr"] { mark.readText(properties, theme) }
        let text = paragraph.runs.isEmpty ? mark.over(whole).textFormat : paragraph.textFormat()
        var size = 200
        if case .twips(let found)? = text[.size] { size = found }
        paragraph.format = whole.paragraphFormat(size: size, linePitch: pitch)
        guard case .line(let line)? = paragraph.format[.line] else { return (paragraph, size) }
        let height =
            switch line {
            case .exact(let length), .atLeast(let length): length.twips
            case .multiple(let factor): Int(factor * Double(pitch))
            case .automatic: max(pitch, size)
            }
        return (paragraph, height)
    }

    /// The line pitch of the last section, or what Word takes for a new document.
    private var pitch = 312

    /// Collects runs in the order of the text.
    private func collect(
        _ nodes: [SampleNode],
        _ base: FormatLayer,
        _ own: FormatLayer,
        into paragraph: inout SampleParagraph
    ) {
        for node in nodes {
            switch node.name {
            case "pPr", "del", "moveFrom", "drawing", "pict", "object": continue
            case "r":
                var run = FormatLayer()
                if let properties = node["rPr"] { run.readText(properties, theme) }
                let character = run.characterStyle.map { styles.style($0, type: "character").layer.textOnly }
                let styled = character.map { $0.toggled(over: base) } ?? base
                let layer = run.over(styled)
                if layer.isHidden == true { continue }
                var scalars: [Unicode.Scalar] = []
                for child in node.children where child.name == "t" {
                    scalars += child.text.unicodeScalars.filter { !Self.isBlank($0) }
                }
                guard !scalars.isEmpty else { continue }
                paragraph.text += scalars
                paragraph.runs.append(
                    SampleParagraph.Run(scalars: scalars, format: layer.textFormat, style: run.characterStyle)
                )
            default: collect(node.children, base, own, into: &paragraph)
            }
        }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    // MARK: Sections

    private mutating func close(_ node: SampleNode) {
        var page = Page()
        if let size = node["pgSz"] {
            page.lengths["width"] = size.twips("w")
            page.lengths["height"] = size.twips("h")
        }
        if let margins = node["pgMar"] {
            for name in ["top", "bottom", "left", "right", "header", "footer"] {
                // A negative margin is one that the header does not push away.
                page.lengths[name] = margins.twips(name).map(abs)
            }
            if let gutter = margins.twips("gutter"), gutter > 0, let left = page.lengths["left"] {
                page.lengths["left"] = left + gutter
            }
        }
        if let grid = node["docGrid"] {
            page.linePitch = grid.twips("linePitch")
            page.characterSpace = grid.twips("charSpace")
            page.grid =
                switch grid.attributes["type"] {
                case "lines": .condensed
                case "linesAndChars", "snapToChars": .word
                default: .none
                }
        }
        page.hasFirstPage = node["titlePg"]?.isOn ?? false
        for child in node.children where child.name.hasSuffix("Reference") {
            guard let id = child.attributes["id"] else { continue }
            let pages = child.attributes["type"] ?? "default"
            if child.name == "footerReference" { page.footers[pages] = id }
            if child.name == "headerReference" { page.headers[pages] = id }
        }
        // What a section does not name it takes from the one above.
        if let last = sections.last?.page {
            page.footers.merge(last.footers) { own, _ in own }
            page.headers.merge(last.headers) { own, _ in own }
        }
        let before = sections.reduce(0) { $0 + $1.paragraphs }
        sections.append((page, paragraphs.count - before))
    }

    // MARK: Other parts

    private static func lists(_ node: SampleNode) -> [String: [Int: FormatLayer]] {
        var abstract: [String: [Int: FormatLayer]] = [:]
        var lists: [String: [Int: FormatLayer]] = [:]
        for child in node.children {
            if child.name == "abstractNum", let id = child.attributes["abstractNumId"] {
                for level in child.children where level.name == "lvl" {
                    guard let number = level.twips("ilvl") else { continue }
                    var layer = FormatLayer()
                    if let properties = level["pPr"] { layer.readParagraph(properties) }
                    abstract[id, default: [:]][number] = layer
                }
            } else if child.name == "num", let id = child.attributes["numId"] {
                lists[id] = child["abstractNumId"]?.value.flatMap { abstract[$0] } ?? [:]
            }
        }
        return lists
    }

    private func furniture(_ node: SampleNode) -> SampleFurniture {
        var furniture = SampleFurniture()
        for paragraph in node.all("p") {
            let (measured, _) = measure(paragraph, FormatLayer())
            furniture.add(paragraph, measured)
        }
        // A number may stand in a box, whose place is that of the number.
        if let place = node.all("positionH").first?["align"] ?? node.all("positionH").first {
            furniture.boxAlignment = node.all("align").first?.all("align").first?.text ?? place.text
        }
        return furniture
    }
}
