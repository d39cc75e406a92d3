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

    /// The piece that writes nothing.
    package static let empty = XMLFragment(bytes: [])

    private init(bytes: [UInt8]) { self.bytes = bytes }
}
