import Configuration
import RenderKit
import RendererTesting
import StageKit
import Styles
import SummaryModel
import Testing

@Suite("The check of renderers finds what is wrong")
struct RendererConformanceTests {
    /// Something that a renderer does wrong.
    enum Fault: Sendable {
        case none, name, summary, claimsBinary, brokenText, counts, swallows, otherError, goesOn, drops, reports
    }

    struct Failed: Error {}

    /// Writes the text of the blocks, one a line, with a fault.
    struct LineRenderer: Renderer {
        static let format = "lines"
        static let summary = LocalizedText(zh: "逐行文字", en: "Line by line.")
        static let isBinary = false
        var fault: Fault
        init() { self.init(.none) }
        init(_ fault: Fault) { self.fault = fault }

        func render(
            _ document: Document,
            style: StyleSheet,
            context: RenderContext,
            into sink: inout some ByteSink
        ) throws -> RenderReport {
            for block in document.blocks {
                let text = fault == .drops ? String(block.shownText.dropLast()) : block.shownText
                do {
                    try sink.write(text + "\n")
                } catch {
                    switch fault {
                    case .swallows: return RenderReport()
                    case .otherError: throw Failed()
                    case .goesOn:
                        try? sink.write("\n")
                        throw error
                    default: throw error
                    }
                }
            }
            if fault == .brokenText { try [UInt8](arrayLiteral: 0xFF).withUnsafeBytes { try sink.write($0) } }
            if fault == .counts { try sink.write(String(repeating: " ", count: Int.random(in: 0..<1_000_000))) }
            guard fault == .reports else { return RenderReport() }
            return RenderReport(
                edits: [Edit(stage: "other", offset: 0, before: "", after: "", reason: "Some reason")],
                diagnostics: [
                    Diagnostic(
                        id: "other.loss",
                        severity: .info,
                        message: LocalizedText(zh: "", en: "lost"),
                        anchor: .init(BlockID(rawValue: "nowhere"))
                    )
                ]
            )
        }
    }

    /// A renderer with a bad name that says its text is binary.
    struct MisnamedRenderer: Renderer {
        static let format = "My Lines"
        static let summary = LocalizedText(zh: "逐行文字。", en: "Line by line")
        static let isBinary = true
        init() {}
        func render(
            _ document: Document,
            style: StyleSheet,
            context: RenderContext,
            into sink: inout some ByteSink
        ) throws -> RenderReport {
            try LineRenderer().render(document, style: style, context: context, into: &sink)
        }
    }

    private static func sheet() throws -> StyleSheet {
        func value(_ name: String) throws(ConfigurationError) -> ConfigurationValue? {
            guard let bytes = BuiltInStyles.bytes(of: name) else { return nil }
            return try YAMLReader().read(bytes, file: name)
        }
        return try StyleSheetDecoding.decode(try #require(try value("gbt9704")), name: "gbt9704", resolve: value)
    }

    private static func failures(_ renderer: any Renderer) throws -> [String] {
        RendererConformance.failures(of: renderer, style: try sheet()) { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a renderer that keeps all is right")
    func right() throws {
        #expect(try Self.failures(LineRenderer(.none)) == [])
    }

    @Test(
        "each fault is found",
        arguments: [
            (Fault.brokenText, "is not valid UTF-8"), (.counts, "the bytes are others the next time"),
            (.swallows, "is not noticed"), (.otherError, "another error comes through"), (.goesOn, "is given more"),
            (.drops, "times too rarely"), (.reports, "an edit is of 'other'"), (.reports, "the reason 'Some reason'"),
            (.reports, "the finding 'other.loss' does not begin with 'lines.'"),
            (.reports, "the finding 'other.loss' is not listed"),
            (.reports, "the message of 'other.loss' has no wording in 'zh'"), (.reports, "a block that is not there"),
        ]
    )
    func faults(fault: Fault, words: String) throws {
        let failures = try Self.failures(LineRenderer(fault))
        #expect(failures.contains { $0.contains(words) }, "\(failures.prefix(3))")
    }

    @Test("a bad name, summaries with wrong ends and a wrong claim are found")
    func descriptions() throws {
        let failures = try Self.failures(MisnamedRenderer())
        #expect(failures.contains("the format 'My Lines' is not made of lower-case words with hyphens"))
        #expect(failures.contains("the summary of the format ends with 。 in 'zh'"))
        #expect(failures.contains("the summary of the format has no stop at its end in 'en'"))
        #expect(failures.contains("the format says that it is binary, but its files are text"))
    }
}
