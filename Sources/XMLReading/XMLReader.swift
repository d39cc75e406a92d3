internal import CLibXML2

/// Reads one XML document element by element, in memory that does not grow with the document (libxml2's `xmlTextReader`).
///
/// The document may have been made to do harm. No entity is replaced but those of XML itself, nothing is loaded, and a
/// document type declaration is refused, as ISO/IEC 29500-2 (6.2.5) demands. Nesting is limited.
///
/// A caller walks down: ``child(of:)`` moves to the next element inside an element that it was given before and passes over
/// whatever was not read. A reader belongs to the one call that made it.
package final class XMLReader {
    /// An element that the reader stood on.
    package struct Element {
        /// How many elements it stands in.
        package let depth: Int
        /// The number of its name in the vocabulary; −1 for a name that is not in it.
        package let name: Int
    }

    private let reader: xmlTextReaderPtr
    private let input: Input
    private let problem = Problem()
    private let nesting: Int
    private let vocabulary: XMLVocabulary
    /// The numbers of local names, one table for each namespace. libxml2 keeps one copy of each name, so that its address
    /// stands for it.
    private var numbers: [[UnsafePointer<UInt8>: Int]]

    /// How many elements the present node stands in.
    private var depth = -1
    /// Whether the present node is a start tag.
    private var isAtStart = false
    /// Whether the present node is an element without content.
    private var isEmpty = false

    /// Opens a document.
    ///
    /// - Parameters:
    ///   - bytes: The document, in UTF-8 or UTF-16, or in the encoding that it names.
    ///   - vocabulary: The names that are of interest.
    ///   - nesting: How deep elements may be nested; no more than the 256 that libxml2 allows.
    /// - Throws: ``XMLReadingError/outOfMemory``.
    package init(_ bytes: [UInt8], vocabulary: XMLVocabulary, nesting: Int) throws(XMLReadingError) {
        xmlInitParser()
        qinggaoKeepLibXML2Silent()
        let input = Input(bytes)
        let reader = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                return Unmanaged<Input>.fromOpaque(context).takeUnretainedValue().read(into: buffer, Int(count))
            },
            { _ in 0 },
            Unmanaged.passUnretained(input).toOpaque(),
            nil,
            nil,
            Int32(XML_PARSE_NONET.rawValue)
        )
        guard let reader else { throw .outOfMemory }
        self.reader = reader
        self.input = input
        self.nesting = nesting
        self.vocabulary = vocabulary
        numbers = Array(repeating: [:], count: vocabulary.spaces.count)
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { context, error in
                guard let context, let error else { return }
                Unmanaged<Problem>.fromOpaque(context).takeUnretainedValue().note(error.pointee)
            },
            Unmanaged.passUnretained(problem).toOpaque()
        )
    }

    deinit {
        xmlFreeTextReader(reader)
        withExtendedLifetime((input, problem)) {}
    }

    /// The line of the document that has been read so far, from 1.
    package var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

    // MARK: Structure

    /// Moves to the root element.
    ///
    /// - Throws: ``XMLReadingError``.
    package func root() throws(XMLReadingError) -> Element {
        while try advance() {
            if isAtStart { return Element(depth: depth, name: name()) }
        }
        throw .malformed(line: line, reason: "no element")
    }

    /// Moves to the next element directly inside `parent`; `nil` at its end.
    ///
    /// - Throws: ``XMLReadingError``.
    package func child(of parent: Element) throws(XMLReadingError) -> Element? {
        if depth == parent.depth, isAtStart, isEmpty { return nil }
        while try advance() {
            if isAtStart {
                if depth == parent.depth + 1 { return Element(depth: depth, name: name()) }
            } else if depth <= parent.depth {
                return nil
            }
        }
        return nil
    }

    /// The namespace of the present element; empty when it has none.
    package var namespace: String { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? "" }

    /// The local name of the present element.
    package var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    // MARK: Content

    /// The value of an attribute of the element that the reader stands on.
    ///
    /// - Parameters:
    ///   - name: The local name.
    ///   - isQualified: Whether the attribute is in the namespace of the element, rather than in none.
    package func attribute(_ name: StaticString, isQualified: Bool) -> String? {
        let namespace = isQualified ? xmlTextReaderConstNamespaceUri(reader) : nil
        let found =
            isQualified
            ? xmlTextReaderMoveToAttributeNs(reader, name.utf8Start, namespace)
            : xmlTextReaderMoveToAttribute(reader, name.utf8Start)
        guard found == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    /// The value of an attribute that is told by its local name alone: of namespaces that differ between the variants of a
    /// format.
    package func attribute(anySpace name: StaticString) -> String? {
        var status = xmlTextReaderMoveToFirstAttribute(reader)
        guard status == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        while status == 1 {
            if let local = xmlTextReaderConstLocalName(reader), Self.equal(local, name) {
                return xmlTextReaderConstValue(reader).map { String(cString: $0) }
            }
            status = xmlTextReaderMoveToNextAttribute(reader)
        }
        return nil
    }

    /// All attributes of the element that the reader stands on, by their local names; declarations of namespaces are none.
    package var attributes: [String: String] {
        var attributes: [String: String] = [:]
        var status = xmlTextReaderMoveToFirstAttribute(reader)
        while status == 1 {
            if xmlTextReaderIsNamespaceDecl(reader) != 1, let local = xmlTextReaderConstLocalName(reader),
                let value = xmlTextReaderConstValue(reader)
            {
                attributes[String(cString: local)] = String(cString: value)
            }
            status = xmlTextReaderMoveToNextAttribute(reader)
        }
        xmlTextReaderMoveToElement(reader)
        return attributes
    }

    /// Passes the text of `element`, on which the reader stands, to `body` piece by piece, that of elements inside
    /// included.
    ///
    /// - Throws: ``XMLReadingError``.
    package func text(of element: Element, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(XMLReadingError) {
        guard !isEmpty else { return }
        while try advance() {
            if isAtStart { continue }
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue):
                guard let value = xmlTextReaderConstValue(reader) else { continue }
                body(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
            default:
                if depth <= element.depth { return }
            }
        }
    }

    // MARK: -

    /// Moves to the next node; `false` at the end of the document.
    private func advance() throws(XMLReadingError) -> Bool {
        let status = xmlTextReaderRead(reader)
        guard status == 1 else {
            if status == 0, problem.reason == nil { return false }
            throw failure()
        }
        depth = Int(xmlTextReaderDepth(reader))
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
            guard depth < nesting else { throw .tooDeep(line: line, limit: nesting) }
            isAtStart = true
            isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
            throw .documentType(line: line)
        default:
            isAtStart = false
            isEmpty = false
        }
        return true
    }

    private func failure() -> XMLReadingError {
        let reason = problem.reason ?? "unreadable"
        let line = max(1, problem.line)
        // libxml2 has a limit of its own and no code for passing it.
        if reason.hasPrefix("Excessive depth") { return .tooDeep(line: line, limit: min(nesting, 256)) }
        return .malformed(line: line, reason: reason)
    }

    private func name() -> Int {
        guard let space = xmlTextReaderConstNamespaceUri(reader), let local = xmlTextReaderConstLocalName(reader),
            let index = vocabulary.spaces.firstIndex(where: { space.isOne(of: $0.identifiers) })
        else { return -1 }
        if let number = numbers[index][local] { return number }
        let number = vocabulary.spaces[index].names[String(cString: local)] ?? -1
        numbers[index][local] = number
        return number
    }

    private static func equal(_ text: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
        xmlStrEqual(text, name.utf8Start) == 1
    }
}

extension UnsafePointer<UInt8> {
    fileprivate func isOne(of identifiers: [StaticString]) -> Bool {
        for identifier in identifiers where xmlStrEqual(self, identifier.utf8Start) == 1 { return true }
        return false
    }
}

/// The bytes of a document, as libxml2's callback takes them.
private final class Input {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int32 {
        let taken = Swift.min(count, bytes.count - offset)
        guard taken > 0 else { return 0 }
        bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(start: buffer, count: taken)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + taken]))
        }
        offset += taken
        return Int32(taken)
    }
}

/// The first error that the parser reports.
private final class Problem {
    private(set) var reason: String?
    private(set) var line = 0

    func note(_ error: xmlError) {
        // What names and namespaces are, is judged by the caller; a warning is none of an error.
        guard reason == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue,
            error.domain != Int32(XML_FROM_NAMESPACE.rawValue)
        else { return }
        let message = error.message.map { String(cString: $0) } ?? ""
        reason = message.split(separator: "\n").first.map(String.init) ?? "unreadable"
        line = Int(error.line)
    }
}
