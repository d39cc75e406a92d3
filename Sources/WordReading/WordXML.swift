internal import XMLReading

/// A part of a document, element by element.
final class WordXML {
    /// An element with its place.
    typealias Place = XMLReader.Element

    private let reader: XMLReader
    /// The name of the part, for messages.
    let part: String

    /// Whether blanks at the ends of texts are kept where the element does not say so: `xml:space` on the root.
    private(set) var preservesBlanks = false

    init(_ bytes: [UInt8], part: String, nesting: Int) throws(WordFileError) {
        self.part = part
        do throws(XMLReadingError) {
            reader = try XMLReader(bytes, vocabulary: WordElement.vocabulary, nesting: nesting)
        } catch {
            throw .xml(part: part, error)
        }
    }

    /// Moves to the root.
    func root() throws(WordFileError) -> (element: WordElement?, place: Place) {
        let place = try checked { () throws(XMLReadingError) in try reader.root() }
        preservesBlanks = spaceIsPreserved
        return (WordElement(rawValue: place.name), place)
    }

    /// Moves to the next element directly inside `parent`.
    func child(of parent: Place) throws(WordFileError) -> Place? {
        try checked { () throws(XMLReadingError) in try reader.child(of: parent) }
    }

    /// Adds the text of the present element to `bytes`.
    func text(of element: Place, into bytes: inout [UInt8]) throws(WordFileError) {
        var found = bytes
        bytes = []
        do throws(XMLReadingError) {
            try reader.text(of: element) { found.append(contentsOf: $0) }
        } catch {
            throw .xml(part: part, error)
        }
        bytes = found
    }

    /// Whether `xml:space` says `preserve`.
    var spaceIsPreserved: Bool { reader.attribute(anySpace: "space") == "preserve" }

    /// The attribute `name` of the namespace of the element.
    func attribute(_ name: StaticString) -> String? { reader.attribute(name, isQualified: true) }

    /// The attribute `w:val`.
    var value: String? { attribute("val") }

    /// The attribute `w:val` as a number.
    var number: Int? { value.flatMap { Int($0) } }

    /// What an element that is on or off says (ISO/IEC 29500-1, 17.17.4).
    var isOn: Bool { value.map { $0 != "0" && $0 != "false" && $0 != "off" && $0 != "none" } ?? true }

    /// An attribute of no namespace.
    func plainAttribute(_ name: StaticString) -> String? { reader.attribute(name, isQualified: false) }

    /// An attribute that is told by its local name alone, such as `r:id`.
    func attribute(anySpace name: StaticString) -> String? { reader.attribute(anySpace: name) }

    var namespace: String { reader.namespace }
    var localName: String { reader.localName }

    private func checked<Result>(
        _ body: () throws(XMLReadingError) -> Result
    ) throws(WordFileError) -> Result {
        do throws(XMLReadingError) {
            return try body()
        } catch {
            throw .xml(part: part, error)
        }
    }
}

extension XMLReader.Element {
    /// Which element it is; `nil` for one that says nothing about the text.
    var element: WordElement? { WordElement(rawValue: name) }
}
