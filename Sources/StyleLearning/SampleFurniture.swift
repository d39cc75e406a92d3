internal import RenderKit

/// A header or a footer of a sample.
struct SampleFurniture {
    /// The paragraph that holds the number of the page.
    private(set) var number: SampleParagraph?
    /// What stands before and after the number.
    private(set) var before = ""
    private(set) var after = ""
    /// Whether another field follows, such as the number of all pages.
    private(set) var hasOtherField = false
    /// The other paragraphs that have text.
    private(set) var lines: [SampleParagraph] = []
    /// The first rule.
    private(set) var rule: SampleRule?
    var boxAlignment: String?

    /// Takes in a paragraph.
    mutating func add(_ node: SampleNode, _ paragraph: SampleParagraph) {
        if rule == nil { rule = paragraph.ruleBelow ?? paragraph.ruleAbove }
        var state = State()
        state.read(node.children)
        guard state.hasNumber else {
            if !paragraph.text.isEmpty { lines.append(paragraph) }
            return
        }
        // The paragraph that holds a box with the number is not the one of the number.
        guard number == nil || !paragraph.text.isEmpty else { return }
        number = paragraph
        before = state.before
        after = state.after
        hasOtherField = state.hasOtherField
    }

    /// Where the number stands.
    var place: String {
        if let align = number?.frame?["xAlign"] { return align }
        if let boxAlignment, !boxAlignment.isEmpty { return boxAlignment }
        guard case .name(let alignment)? = number?.format[.alignment] else { return "left" }
        return alignment == "centred" ? "center" : alignment
    }

    /// The distance of the number from the edge at which it stands.
    var inset: Int {
        guard let property = place == "right" ? FormatProperty.right : place == "left" ? .left : nil,
            case .twips(let inset)? = number?.format[property]
        else { return 0 }
        return inset
    }

    /// What stands around a field PAGE.
    private struct State {
        var before = ""
        var after = ""
        var hasNumber = false
        var hasOtherField = false
        /// How deep in fields, and whether in the result of one.
        private var depth = 0
        private var isResult = false
        private var instruction = ""

        mutating func read(_ nodes: [SampleNode]) {
            for node in nodes {
                switch node.name {
                case "fldSimple":
                    note(node.attributes["instr"] ?? "")
                case "fldChar":
                    switch node.attributes["fldCharType"] {
                    case "begin":
                        depth += 1
                        instruction = ""
                    case "separate":
                        if depth == 1 { note(instruction) }
                        isResult = true
                    case "end":
                        if depth == 1, !isResult { note(instruction) }
                        depth = max(0, depth - 1)
                        isResult = false
                    default: break
                    }
                case "instrText": instruction += node.text
                case "t":
                    if depth > 0 { break }
                    if !hasNumber { before += node.text } else if !hasOtherField { after += node.text }
                case "pPr", "rPr", "drawing", "pict", "del": break
                default: read(node.children)
                }
            }
        }

        private mutating func note(_ instruction: String) {
            let name = instruction.split(whereSeparator: \.isWhitespace).first?.uppercased()
            if name == "PAGE" { hasNumber = true } else if hasNumber { hasOtherField = true }
        }
    }
}
