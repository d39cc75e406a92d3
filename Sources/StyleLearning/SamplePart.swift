internal import ReadKit
internal import WordReading
internal import XMLReading

/// A part, element by element.
final class SamplePart {
    typealias Place = XMLReader.Element

    private let reader: XMLReader
    private let name: String

    init(_ bytes: [UInt8], name: String, nesting: Int) throws(DraftError) {
        self.name = name
        do throws(XMLReadingError) {
            reader = try XMLReader(bytes, vocabulary: XMLVocabulary([]), nesting: nesting)
        } catch {
            throw DraftError(part: name, error)
        }
    }

    /// Moves to the root.
    func root() throws(DraftError) -> Place { try checked { () throws(XMLReadingError) in try reader.root() } }

    /// Moves to the next element directly inside `parent`.
    func child(of parent: Place) throws(DraftError) -> (place: Place, name: String)? {
        guard let place = try checked({ () throws(XMLReadingError) in try reader.child(of: parent) }) else {
            return nil
        }
        return (place, reader.localName)
    }

    /// The whole part.
    func node() throws(DraftError) -> SampleNode {
        let place = try root()
        return try node(place, reader.localName)
    }

    /// The element on which the reader stands, with all that is in it.
    func node(_ place: Place, _ name: String) throws(DraftError) -> SampleNode {
        let attributes = reader.attributes
        if ["t", "instrText", "lpwstr"].contains(name) {
            var bytes: [UInt8] = []
            do throws(XMLReadingError) {
                try reader.text(of: place) { bytes.append(contentsOf: $0) }
            } catch {
                throw DraftError(part: self.name, error)
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

    private func checked<Result>(_ body: () throws(XMLReadingError) -> Result) throws(DraftError) -> Result {
        do throws(XMLReadingError) {
            return try body()
        } catch {
            throw DraftError(part: name, error)
        }
    }
}
