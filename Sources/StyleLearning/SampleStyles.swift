/// `styles.xml`: every style with what it takes from those it is based on (ISO/IEC 29500-1, 17.7).
struct SampleStyles: Sendable {
    /// A style.
    struct Style: Sendable {
        var name = ""
        var type = "paragraph"
        var layer = FormatLayer()
        /// Of a table: its borders and margins, and the layers of its first row.
        var table = SampleTable.Look()
        var firstRow = FormatLayer()
    }

    private(set) var defaults = FormatLayer()
    private(set) var styles: [String: Style] = [:]
    private var defaultIDs: [String: String] = [:]

    init() {}

    init(_ node: SampleNode, _ theme: SampleTheme) {
        if let defaults = node["docDefaults"] {
            if let text = defaults["rPrDefault"]?["rPr"] { self.defaults.readText(text, theme) }
            if let paragraph = defaults["pPrDefault"]?["pPr"] { self.defaults.readParagraph(paragraph) }
        }
        var nodes: [String: SampleNode] = [:]
        for child in node.children where child.name == "style" {
            guard let id = child.attributes["styleId"] else { continue }
            nodes[id] = child
            let type = child.attributes["type"] ?? "paragraph"
            if ["1", "true", "on"].contains(child.attributes["default"] ?? "") { defaultIDs[type] = id }
        }
        for id in nodes.keys { resolve(id, nodes, theme) }
    }

    /// The style of this identity, or that of elements of the type which name none.
    func style(_ id: String?, type: String) -> Style {
        (id ?? defaultIDs[type]).flatMap { styles[$0] } ?? Style()
    }

    /// The identity of the style of elements of the type which name none.
    func defaultID(_ type: String) -> String? { defaultIDs[type] }

    private mutating func resolve(_ id: String, _ nodes: [String: SampleNode], _ theme: SampleTheme) {
        var chain: [String] = []
        var next: String? = id
        while let current = next, styles[current] == nil, !chain.contains(current), let node = nodes[current] {
            chain.append(current)
            next = node["basedOn"]?.value
        }
        var base = next.flatMap { styles[$0] } ?? Style()
        for current in chain.reversed() {
            guard let node = nodes[current] else { continue }
            var own = FormatLayer()
            if let properties = node["pPr"] { own.readParagraph(properties) }
            if let properties = node["rPr"] { own.readText(properties, theme) }
            base.layer = own.over(base.layer)
            base.name = node["name"]?.value ?? current
            base.type = node.attributes["type"] ?? "paragraph"
            if let properties = node["tblPr"] { base.table.read(properties) }
            for part in node.children where part.name == "tblStylePr" && part.attributes["type"] == "firstRow" {
                var row = FormatLayer()
                if let properties = part["pPr"] { row.readParagraph(properties) }
                if let properties = part["rPr"] { row.readText(properties, theme) }
                base.firstRow = row.over(base.firstRow)
            }
            styles[current] = base
        }
    }
}
