import Qinggao
import ReadKit
import ReaderTesting
import RenderKit
import SummaryModel
import Testing

@Suite("What every reader keeps")
struct ReaderConformanceTests {
    /// A draft with everything that the formats tell apart.
    private static let draft = """
        清溪县图书馆2024年工作总结

        一、主要工作
        （一）充实馆藏。全年购置图书𠮷1200册，接待读者××人次。
        1.征集资料
        二、下一步打算

        """

    /// The draft as a document, made by hand, so that the samples do not rest on the recogniser.
    private static func document(_ lines: [String]) -> Document {
        var offset = 0
        return Document(
            blocks: lines.enumerated().map { index, line in
                defer { offset += line.utf8.count + 1 }
                let range = SourceRange(offset, offset + line.utf8.count)
                let content = [Inline.text(line, source: range)]
                return Block(
                    id: BlockID(rawValue: "b\(index)"),
                    kind: index == 0 ? .title : .paragraph,
                    content: content,
                    origin: .source(range)
                )
            }
        )
    }

    private static func rendered(_ lines: [String], as format: String) throws -> [UInt8] {
        var sink = MemorySink()
        _ = try #require(RendererCatalog.standard[format]).init().render(
            document(lines),
            style: TestStyle.sheet(),
            context: RenderContext(application: "Qinggao test"),
            into: &sink
        )
        return sink.bytes
    }

    private static func write(_ lines: [String], as format: String) throws -> [UInt8] {
        switch format {
        case "html":
            Array(
                ("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<body>\n"
                    + lines.map { "<p>\($0)</p>\n" }.joined() + "</body>\n").utf8
            )
        case "docx", "json": try rendered(lines, as: format)
        case "markdown": Array((["# " + (lines.first ?? "")] + lines.dropFirst()).joined(separator: "\n\n").utf8)
        default: Array((lines.joined(separator: "\n") + "\n").utf8)
        }
    }

    @Test("its own files, damaged ones, and noise", arguments: ["json", "docx", "html", "markdown", "text"])
    func conformance(format: String) throws {
        let type = try #require(ReaderCatalog.standard.readers.first { $0.format == format })
        let lines = Self.draft.split(separator: "\n").map(String.init)
        let sample = try Self.write(lines, as: format)
        let failures = ReaderConformance.failures(
            of: type,
            samples: [DraftFile(sample, name: "draft." + (type.extensions.first ?? ""))],
            recognition: format == "text" ? .possible : .likely,
            writing: { try Self.write($0, as: format) }
        )
        #expect(failures == [])
    }

    @Test("files that another program would convert are known and refused while none may be started")
    func office() throws {
        let others = ["json", "docx", "html", "markdown", "text"]
        let type = try #require(ReaderCatalog.standard.readers.first { !others.contains($0.format) })
        let sample = Array("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 FangSong;}}\\f0 \\u24180?\\u24230?\\par}".utf8)
        let failures = ReaderConformance.failures(of: type, samples: [DraftFile(sample, name: "draft.rtf")])
        // No other program is started here, so the sample itself is refused, and nothing else is wrong.
        #expect(failures.count == 1)
        #expect(failures.allSatisfy { $0.hasPrefix("draft.rtf: it is refused: ") })
    }
}
