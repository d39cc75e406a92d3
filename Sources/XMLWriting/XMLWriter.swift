internal import CLibXML2

/// Writes one XML document of UTF-8 into a sink, piece by piece, in memory that does not grow with the document.
///
/// The structure is kept by libxml2's `xmlTextWriter`; what is ready to be written goes to its output buffer directly. Text
/// is escaped here, because libxml2 copies every string to do so and lets characters through that XML 1.0 (2.2) forbids: U+0000 to U+001F except TAB, LF and CR, U+FFFE and U+FFFF.
/// The writer leaves these out; who has to report them looks for them beforehand with ``ForbiddenCharacters``.
///
/// The methods do not throw. After the first failure they do nothing, and ``write(to:_:)`` throws it at the end. A writer
/// belongs to the one call that made it.
package struct XMLWriter: ~Copyable {
    private let writer: xmlTextWriterPtr
    /// The buffer of the writer, which owns it.
    private let buffer: xmlOutputBufferPtr
    private let output: Output

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - sink: Takes the bytes, a few kilobytes at a time.
    ///   - body: Writes the root element and what is in it.
    /// - Throws: What the sink or `body` throws, or ``XMLWritingError`` when libxml2 refuses a call.
    package static func write(
        to sink: (UnsafeRawBufferPointer) throws -> Void,
        _ body: (borrowing XMLWriter) throws -> Void
    ) throws {
        try write(to: sink, declaration: true, body)
    }

    /// Writes into memory.
    package static func bytes(_ body: (borrowing XMLWriter) throws -> Void) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write(to: { bytes.append(contentsOf: $0) }, declaration: true, body)
        return bytes
    }

    /// Writes a piece of a document: what `body` writes, without the line that declares XML unless `declaration` says so. Every
    /// element that it opens it must close.
    package static func write(
        to sink: (UnsafeRawBufferPointer) throws -> Void,
        declaration: Bool,
        _ body: (borrowing XMLWriter) throws -> Void
    ) throws {
        try withoutActuallyEscaping(sink) { sink in
            let output = Output(sink)
            // Freeing the writer flushes it through the callback, so `output` has to outlive it.
            try withExtendedLifetime(output) {
                do {
                    let writer = try XMLWriter(output)
                    if declaration { writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }
                    try body(writer)
                }
                if let failure = output.failure { throw failure }
            }
        }
    }

    private init(_ output: Output) throws {
        xmlInitParser()
        let buffer = xmlOutputBufferCreateIO(
            { context, bytes, count in
                guard let context else { return -1 }
                let output = Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
                // A failure is kept here. Told of it, libxml2 would print a message.
                output.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
                return count
            },
            { _ in 0 },
            Unmanaged.passUnretained(output).toOpaque(),
            nil
        )
        guard let buffer, let writer = xmlNewTextWriter(buffer) else { throw XMLWritingError() }
        self.writer = writer
        self.buffer = buffer
        self.output = output
    }

    deinit { xmlFreeTextWriter(writer) }

    /// Opens an element. The name is one of the program's own, so it is not checked.
    package func start(_ name: StaticString) {
        output.isInTag = true
        check { xmlTextWriterStartElement(writer, name.utf8Start) }
    }

    /// Closes the innermost open element.
    package func end() {
        output.isInTag = false
        check { xmlTextWriterEndElement(writer) }
    }

    /// Writes an element with what `body` puts into it.
    package func element(_ name: StaticString, _ body: () throws -> Void) rethrows {
        start(name)
        try body()
        end()
    }

    /// Writes an element that holds only attributes.
    package func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        start(name)
        for (name, value) in attributes { attribute(name, value) }
        end()
    }

    /// Writes an attribute of the element that was opened last.
    package func attribute(_ name: StaticString, _ value: String) {
        check { xmlTextWriterStartAttribute(writer, name.utf8Start) }
        output.isInAttribute = true
        var value = value
        value.withUTF8 { escape($0, inAttribute: true) }
        output.isInAttribute = false
        check { xmlTextWriterEndAttribute(writer) }
    }

    /// Writes text.
    package func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, inAttribute: false) }
    }

    /// Writes text that is given as its UTF-8.
    package func text(_ utf8: UnsafeBufferPointer<UInt8>) { escape(utf8, inAttribute: false) }

    /// Writes XML of the program's own as it stands.
    package func raw(_ xml: StaticString) {
        raw(UnsafeBufferPointer(start: xml.utf8Start, count: xml.utf8CodeUnitCount))
    }

    /// Writes XML that was prepared before.
    package func raw(_ fragment: XMLFragment) {
        fragment.bytes.withUnsafeBufferPointer { raw($0) }
    }

    private func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        if output.isInTag, !output.isInAttribute {
            // Ends the tag.
            output.isInTag = false
            check { xmlTextWriterWriteRawLen(writer, start, 0) }
        }
        guard bytes.count >= Self.largeCount else {
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                check { xmlOutputBufferWrite(buffer, Int32(truncatingIfNeeded: bytes.count), start) }
            }
            return
        }
        // The buffer would take in all of it before it hands anything on.
        check { xmlOutputBufferFlush(buffer) }
        output.take(UnsafeRawBufferPointer(bytes))
    }

    /// From this number of bytes on, bytes are handed on without a copy.
    private static let largeCount = 1 << 14

    private func check(_ call: () -> Int32) {
        guard output.failure == nil else { return }
        if call() < 0, output.failure == nil { output.failure = XMLWritingError() }
    }

    private func escape(_ utf8: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        guard inAttribute || UTF8Scan.needsEscaping(utf8) else {
            raw(utf8)
            return
        }
        var written = 0
        var index = 0
        let count = utf8.count
        while index < count {
            let byte = utf8[index]
            if byte >= 0x20, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0x22, byte != 0xEF {
                index &+= 1
                continue
            }
            let width: Int
            let replacement: StaticString
            switch byte {
            case 0x26: (width, replacement) = (1, "&amp;")
            case 0x3C: (width, replacement) = (1, "&lt;")
            case 0x3E: (width, replacement) = (1, "&gt;")
            case 0x22 where inAttribute: (width, replacement) = (1, "&quot;")
            case 0x09 where inAttribute: (width, replacement) = (1, "&#9;")
            case 0x0A where inAttribute: (width, replacement) = (1, "&#10;")
            // Left as it is, a reader would turn it into LF.
            case 0x0D: (width, replacement) = (1, "&#13;")
            default:
                let forbidden = ForbiddenCharacters.width(at: index, in: utf8)
                if forbidden == 0 {
                    index &+= 1
                    continue
                }
                (width, replacement) = (forbidden, "")
            }
            raw(UnsafeBufferPointer(rebasing: utf8[written..<index]))
            raw(replacement)
            index &+= width
            written = index
        }
        raw(UnsafeBufferPointer(rebasing: utf8[written..<count]))
    }
}

/// Where the bytes of a writer go, as libxml2's callback sees it.
private final class Output {
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    var failure: (any Error)?
    /// Whether the tag that was opened last has not ended, and whether the value of an attribute is being written.
    var isInTag = false
    var isInAttribute = false

    init(_ sink: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.sink = sink }

    func take(_ bytes: UnsafeRawBufferPointer) {
        guard failure == nil else { return }
        do { try sink(bytes) } catch { failure = error }
    }
}
