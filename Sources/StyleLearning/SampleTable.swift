/// What a sample shows of a table.
struct SampleTable {
    /// Its rules and margins.
    struct Look: Hashable {
        /// The thickness of the rules in eighths of a point; `nil` where nothing is said.
        var rule: Int?
        var colour: String?
        var cellMargin: Int?
        var rowMargin: Int?

        /// Takes over what `w:tblPr` says.
        mutating func read(_ node: SampleNode) {
            if let borders = node["tblBorders"] { read(borders: borders) }
            if let margins = node["tblCellMar"] {
                if let side = (margins["left"] ?? margins["start"])?.twips("w") { cellMargin = side }
                if let top = margins["top"]?.twips("w") { rowMargin = top }
            }
        }

        private mutating func read(borders: SampleNode) {
            guard let line = borders["insideH"] ?? borders["top"] else { return }
            let isDrawn = !["nil", "none"].contains(line.value ?? "none")
            rule = isDrawn ? line.twips("sz") ?? 4 : 0
            colour = line.attributes["color"]
        }
    }

    var look = Look()
    var repeatsHead = false
    /// Whether it stands at the foot of the page.
    var isAtFoot = false
}

/// A rule of a paragraph or a cell (ISO/IEC 29500-1, 17.3.4).
struct SampleRule: Hashable {
    var pattern: String
    /// Eighths of a point.
    var size: Int
    var colour: String
    /// Points.
    var space: Int

    /// The rule; `nil` when none is drawn.
    init?(_ node: SampleNode?) {
        guard let node, let pattern = node.value, pattern != "nil", pattern != "none" else { return nil }
        self.pattern = pattern
        size = node.twips("sz") ?? 4
        colour = node.attributes["color"] ?? "auto"
        space = node.twips("space") ?? 0
    }
}
