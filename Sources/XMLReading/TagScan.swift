/// The tags of a document with their places in its bytes, so that what is not touched can be copied byte for byte: libxml2
/// does not say at which byte something stands.
///
/// The document must be in UTF-8 and have been read by ``XMLReader`` before: it is well-formed then, has no document type, and
/// the scan need not doubt the syntax.
package struct TagScan: Sequence, IteratorProtocol {
    /// A tag.
    package struct Tag: Sendable, Hashable {
        /// What it does.
        package enum Kind: Sendable, Hashable {
            case start
            /// The tag of an element without content.
            case empty
            case end
        }

        package let kind: Kind
        /// Its bytes.
        package let range: Range<Int>
    }

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int

    /// - Parameter range: The part of the document that is looked at; all of it when it is `nil`.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        index = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The next tag, in the order of the document.
    package mutating func next() -> Tag? {
        while index < end {
            let start = index
            if bytes[index] != UInt8(ascii: "<") {
                index += 1
            } else if starts("<!--") {
                skip(past: "-->", from: 4)
            } else if starts("<![CDATA[") {
                skip(past: "]]>", from: 9)
            } else if starts("<?") {
                skip(past: "?>", from: 2)
            } else if starts("</") {
                skip(past: ">", from: 2)
                return Tag(kind: .end, range: start..<index)
            } else {
                skipTag()
                let isEmpty = index - start > 2 && bytes[index - 2] == UInt8(ascii: "/")
                return Tag(kind: isEmpty ? .empty : .start, range: start..<index)
            }
        }
        return nil
    }

    private func starts(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= end else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private mutating func skip(past text: StaticString, from offset: Int) {
        index = Swift.min(end, index + offset)
        while index < end, !starts(text) { index += 1 }
        index = Swift.min(end, index + text.utf8CodeUnitCount)
    }

    /// Goes past a start tag; a `>` in the value of an attribute does not end it.
    private mutating func skipTag() {
        var quote: UInt8?
        while index < end {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            }
        }
    }
}
