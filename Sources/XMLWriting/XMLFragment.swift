/// A piece of well-formed XML, prepared once and written often.
package struct XMLFragment: Sendable, Hashable {
    /// The UTF-8 of the piece.
    let bytes: [UInt8]

    /// Prepares what `body` writes. Every element that it opens it must close.
    package init(_ body: (borrowing XMLWriter) throws -> Void) throws {
        var bytes: [UInt8] = []
        try XMLWriter.write(to: { bytes.append(contentsOf: $0) }, declaration: false, body)
        self.bytes = bytes
    }

    /// Prepares a piece of XML text: the start or the end of elements, or both.
    package init(text: String) { bytes = Array(text.utf8) }

    /// This piece with another after it.
    package static func + (first: XMLFragment, second: XMLFragment) -> XMLFragment {
        XMLFragment(bytes: first.bytes + second.bytes)
    }

    /// The piece that writes nothing.
    package static let empty = XMLFragment(bytes: [])

    /// Whether it writes nothing.
    package var isEmpty: Bool { bytes.isEmpty }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}
