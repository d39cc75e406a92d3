internal import ReadKit
internal import SummaryModel

/// `styles.xml`: the styles of a document, each with what it takes from those it is based on (ISO/IEC 29500-1, 17.7).
struct WordStyles {
    /// A style with everything resolved.
    struct Style {
        /// What the style and those it is based on say about a paragraph.
        var paragraph = ParagraphProperties()
        /// Whether text is bold. Toggles of several styles cancel each other out (17.7.3).
        var isBold = false
        var isHidden = false
        /// What the name of the style, or of one it is based on, says.
        var meaning = StyleMeaning()
        /// The kind that this program gives the style, when it wrote the file.
        var ownKind: BlockKind?
        /// The style by which lists were set, when it is the one of the paragraph's own style and not of a paragraph.
        var numberedStyle: String?
    }

    private struct Definition {
        var name = ""
        var base: String?
        var paragraph = ParagraphProperties()
        var run = RunProperties()
    }

    /// The style of paragraphs that name none.
    private var defaultStyle: Style
    private var styles: [String: Style] = [:]

    /// Knows no style.
    init() { defaultStyle = Style() }

    /// Reads the part.
    ///
    /// - Parameter isOwn: Whether this program wrote the file.
    init(_ xml: WordXML, isOwn: Bool) throws(WordFileError) {
        defaultStyle = Style()
        var definitions: [String: Definition] = [:]
        var ids: [String] = []
        var defaultID: String?
        let root = try xml.root().place
        while let child = try xml.child(of: root) {
            guard child.element == .style, let id = xml.attribute("styleId") else { continue }
            let mark = xml.attribute("default")
            let isDefault = mark == "1" || mark == "true" || mark == "on"
            if isDefault, xml.attribute("type") == "paragraph" { defaultID = id }
            definitions[id] = try Self.definition(xml, child)
            ids.append(id)
        }
        // In the order of the file, so that a circle is cut at the same place every time.
        for id in ids { resolve(id, definitions, isOwn: isOwn) }
        if let defaultID, let style = styles[defaultID] { defaultStyle = style }
    }

    /// The style of this identity; that of paragraphs that name none when there is no such style.
    subscript(id: String?) -> Style {
        guard let id else { return defaultStyle }
        return styles[id] ?? Style(meaning: StyleMeaning(name: id))
    }

    // MARK: -

    private static func definition(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) -> Definition {
        var definition = Definition()
        while let child = try xml.child(of: place) {
            switch child.element {
            case .name: definition.name = xml.value ?? ""
            case .basedOn: definition.base = xml.value
            case .pPr:
                while let property = try xml.child(of: child) { try definition.paragraph.read(xml, property) }
            case .rPr:
                while let property = try xml.child(of: child) { definition.run.read(xml, property.element) }
            default: break
            }
        }
        return definition
    }

    /// How many styles a circle may have of which each is resolved by itself; longer ones are nobody's.
    private static let longestCircle = 64

    /// Resolves a style and those that it is based on. A style that is based on itself takes from each style of the circle
    /// once.
    private mutating func resolve(_ id: String, _ definitions: [String: Definition], isOwn: Bool) {
        var chain: [String] = []
        var seen: Set<String> = []
        var next: String? = id
        while let current = next, styles[current] == nil, let definition = definitions[current],
            seen.insert(current).inserted
        {
            chain.append(current)
            next = definition.base
        }
        // In a circle every style has its own order of the others.
        let isCircle = next.map { seen.contains($0) } ?? false
        let storesAll = !isCircle || chain.count > Self.longestCircle
        var style = next.flatMap { styles[$0] } ?? Style()
        for current in chain.reversed() {
            guard let definition = definitions[current] else { continue }
            if definition.paragraph.number != nil { style.numberedStyle = current }
            style.paragraph = definition.paragraph.over(style.paragraph)
            if definition.run.isBold == true { style.isBold.toggle() }
            if definition.run.isHidden == true { style.isHidden.toggle() }
            style.meaning = StyleMeaning(name: definition.name).over(style.meaning)
            style.ownKind = isOwn ? OwnStyle.kind(id: current, name: definition.name) : nil
            if storesAll || current == id { styles[current] = style }
        }
    }
}
