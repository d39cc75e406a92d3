/// An element of a part with all that stands in it. Of names, only the local part is kept: transitional and strict files
/// differ in the rest.
struct SampleNode: Sendable {
    let name: String
    let attributes: [String: String]
    let children: [SampleNode]
    /// The text of an element that holds nothing else.
    let text: String

    /// The first element of this name directly inside.
    subscript(name: String) -> SampleNode? { children.first { $0.name == name } }

    /// The attribute `w:val`.
    var value: String? { attributes["val"] }

    /// The attribute `w:val` as a number.
    var number: Int? { value.flatMap(SampleNode.number) }

    /// What an element that is on or off says (ISO/IEC 29500-1, 17.17.4).
    var isOn: Bool { value.map { !["0", "false", "off", "none"].contains($0) } ?? true }

    /// An attribute as a number of twips, within what paper has.
    func twips(_ name: String) -> Int? { attributes[name].flatMap(SampleNode.number) }

    /// A number as files hold it: strict files may have `12.5pt` or `10mm` (22.9.2.14).
    static func number(_ text: String) -> Int? {
        let units: [(String, Double)] = [("pt", 20), ("mm", 1440 / 25.4), ("cm", 1440 / 2.54), ("in", 1440)]
        var value = Double(text)
        for (unit, twips) in units where value == nil && text.hasSuffix(unit) {
            value = Double(text.dropLast(unit.count)).map { $0 * twips }
        }
        guard let value, abs(value) < 1_000_000 else { return nil }
        return Int(value.rounded())
    }

    /// All elements of this name inside, however deep.
    func all(_ wanted: String) -> [SampleNode] {
        children.flatMap { ($0.name == wanted ? [$0] : []) + $0.all(wanted) }
    }
}
