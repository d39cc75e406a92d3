internal import XMLReading

/// An element of a part with all that stands in it. Of names, only the local part is kept: transitional and strict files
/// differ in the rest.
struct SampleNode {
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

/// A part, element by element.
final class SamplePart {
    typealias Place = XMLReader.Element

    private let reader: XMLReader
    private let name: String

    init(_ bytes: [UInt8], name: String, nesting: Int) throws(SampleError) {
        self.name = name
        do throws(XMLReadingError) {
            reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting)
        } catch {
            throw .part(name, error)
        }
    }

    /// Moves to the root.
    func root() throws(SampleError) -> Place { try checked { () throws(XMLReadingError) in try reader.root() } }

    /// Moves to the next element directly inside `parent`.
    func child(of parent: Place) throws(SampleError) -> (place: Place, name: String)? {
        guard let place = try checked({ () throws(XMLReadingError) in try reader.child(of: parent) }) else {
            return nil
        }
        return (place, reader.localName)
    }

    /// The whole part.
    func node() throws(SampleError) -> SampleNode {
        let place = try root()
        return try node(place, reader.localName)
    }

    /// The element on which the reader stands, with all that is in it.
    func node(_ place: Place, _ name: String) throws(SampleError) -> SampleNode {
        let attributes = reader.attributes
        if ["t", "instrText", "lpwstr"].contains(name) {
            var bytes: [UInt8] = []
            do throws(XMLReadingError) {
                try reader.text(of: place) { bytes.append(contentsOf: $0) }
            } catch {
                throw .part(self.name, error)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return SampleNode(name: name, attributes: attributes, children: [], text: text)
        }
        var children: [SampleNode] = []
        while let child = try child(of: place) {
            let node = try node(child.place, child.name)
            // Of several forms of one thing the first is the best (ISO/IEC 29500-3).
            if node.name == "AlternateContent" {
                children += (node["Choice"] ?? node["Fallback"])?.children ?? []
            } else {
                children.append(node)
            }
        }
        return SampleNode(name: name, attributes: attributes, children: children, text: "")
    }

    private func checked<Result>(_ body: () throws(XMLReadingError) -> Result) throws(SampleError) -> Result {
        do throws(XMLReadingError) {
            return try body()
        } catch {
            throw .part(name, error)
        }
    }
}
