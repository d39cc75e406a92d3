internal import CLibXML2
internal import ReadKit
internal import SummaryModel

/// Hands HTML to libxml2's parser, which repairs what is nested wrongly or not closed, and passes on what it finds. No
/// tree is built.
struct HTMLParser {
    /// What the callbacks of the parser get.
    private struct Session {
        var builder: HTMLTextBuilder
        var parser: htmlParserCtxtPtr
    }

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private static let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue

    /// Parses `html`, which is UTF-8, and gives what it finds to `builder`.
    ///
    /// - Throws: ``DraftError`` when there is no memory, or elements are nested too deeply.
    static func parse(
        _ html: [UInt8],
        into builder: HTMLTextBuilder,
        nesting: Int
    ) throws(DraftError) -> HTMLTextBuilder {
        guard isReady, !html.isEmpty else { return builder }
        qinggaoKeepLibXML2Silent()
        guard let parser = htmlNewParserCtxt(), let handler = parser.pointee.sax else { throw DraftError(noMemory) }
        defer { htmlFreeParserCtxt(parser) }
        var session = Session(builder: builder, parser: parser)
        withUnsafeMutablePointer(to: &session) { session in
            handler.initialize(to: callbacks)
            parser.pointee.userData = UnsafeMutableRawPointer(session)
            html.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    guard let start = text.baseAddress, let size = Int32(exactly: text.count) else { return }
                    // Without a tree there is nothing to free.
                    _ = htmlCtxtReadMemory(parser, start, size, nil, "UTF-8", Int32(options))
                }
            }
        }
        if session.builder.isTooDeep { throw DraftError(tooDeep(nesting)) }
        return session.builder
    }

    private static var callbacks: xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.startElement = { context, name, attributes in
            guard let context, let name else { return }
            let session = context.assumingMemoryBound(to: Session.self)
            session.pointee.builder.begin(String(cString: name), HTMLParser.dictionary(attributes))
            if session.pointee.builder.isTooDeep { xmlStopParser(session.pointee.parser) }
        }
        callbacks.endElement = { context, name in
            guard let context, let name else { return }
            context.assumingMemoryBound(to: Session.self).pointee.builder.end(String(cString: name))
        }
        callbacks.characters = { context, text, length in
            guard let context, let text, length > 0 else { return }
            context.assumingMemoryBound(to: Session.self).pointee.builder
                .text(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        return callbacks
    }

    private static func dictionary(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [String: String] {
        guard var next = attributes else { return [:] }
        var all: [String: String] = [:]
        while let name = next.pointee {
            all[String(cString: name)] = next[1].map { String(cString: $0) } ?? ""
            next += 2
        }
        return all
    }

    private static let noMemory = LocalizedText(zh: "内存不足", en: "out of memory")

    private static func tooDeep(_ nesting: Int) -> LocalizedText {
        LocalizedText(
            zh: "网页的元素嵌套超过 \(nesting) 层（上限 nesting）；请复制其中的文字，另存为文本文件",
            en:
                "the elements of the page are nested deeper than \(nesting) levels (the limit “nesting”); copy the text into a text file"
        )
    }
}
