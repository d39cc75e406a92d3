internal import SummaryModel

/// The names that stand in gaps of the draft, as in `{{成文日期}}`: a value of such a name is for the gap.
struct GapNames {
    private let names: Set<String>

    init(_ blocks: [Block]) {
        var names: Set<String> = []
        for block in blocks {
            let text = block.shownText
            guard text.utf8.contains(UInt8(ascii: "{")) else { continue }
            let scalars = Array(text.unicodeScalars)
            var start: Int?
            for index in scalars.indices.dropFirst() where scalars[index - 1] == scalars[index] {
                switch scalars[index] {
                case "{": start = index + 1
                case "}":
                    if let start { names.insert(scalars[start..<index - 1].trimmed.string) }
                    start = nil
                default: break
                }
            }
        }
        self.names = names
    }

    func contains(_ name: String) -> Bool { names.contains(name) }
}
