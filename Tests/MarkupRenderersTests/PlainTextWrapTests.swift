import MarkupRenderers
import RenderKit
import SummaryModel
import Testing

@Suite("Plain text by its options")
struct PlainTextWrapTests {
    private func block(_ kind: BlockKind, _ text: String, marker: String? = nil) -> Block {
        Block(
            id: BlockID(rawValue: "b"),
            kind: kind,
            label: marker.map { NumberLabel(scheme: .official, level: 1, ordinal: 1, marker: $0) },
            content: [.text(text)],
            origin: .source(SourceRange(30, 99))
        )
    }

    private func render(_ options: PlainTextOptions, _ blocks: [Block]) throws -> (text: String, edits: [Edit]) {
        var sink = MemorySink()
        let report = try PlainTextRenderer(options).render(
            Document(blocks: blocks),
            style: BuiltInSheet.named("gbt9704"),
            context: RenderContext(application: "test"),
            into: &sink
        )
        return (String(decoding: sink.bytes, as: UTF8.self), report.edits)
    }

    private func wrapped(_ text: String, _ width: Int) throws -> [String] {
        var options = PlainTextOptions()
        options.width = width
        let text = try render(options, [block(.paragraph, text)]).text
        return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(
        "lines are as long as they may be",
        arguments: [
            ("甲乙丙丁戊己", 8, ["甲乙丙丁", "戊己"]), ("甲乙丙丁", 8, ["甲乙丙丁"]), ("甲乙丙丁。戊", 8, ["甲乙丙", "丁。戊"]),
            ("甲乙丙《丁》戊", 8, ["甲乙丙", "《丁》戊"]), ("甲乙丙——丁", 8, ["甲乙丙", "——丁"]), ("甲乙丙丁“戊”", 8, ["甲乙丙丁", "“戊”"]),
            ("甲乙丙a2024年", 8, ["甲乙丙", "a2024年"]), ("甲乙b95.5%丙丁", 8, ["甲乙", "b95.5%丙", "丁"]),
            ("the whole word", 8, ["the ", "whole ", "word"]), ("甲averylongword乙", 8, ["甲", "averylongword", "乙"]),
            ("甲乙丙 丁戊己", 8, ["甲乙", "丙 丁戊", "己"]), ("甲乙丙丁第三", 10, ["甲乙丙丁", "第三"]), ("", 8, [""]),
            // A line that begins like a numbered paragraph would be taken for one.
            ("甲乙丙丁一是戊己", 9, ["甲乙丙", "丁一是戊", "己"]), ("甲乙丙丁戊一己", 10, ["甲乙丙丁", "戊一己"]),
            ("甲乙丙丁2024年", 10, ["甲乙丙", "丁2024年"]),
        ] as [(String, Int, [String])]
    )
    func lines(_ text: String, _ width: Int, _ wanted: [String]) throws {
        #expect(try wrapped(text, width) == wanted)
    }

    @Test("wrapped text has every character and no other, between blank lines")
    func characters() throws {
        var options = PlainTextOptions()
        options.width = 12
        let blocks = [
            block(.title, "一二三四五六七八九十"), block(.heading1, "主要工作和成效情况", marker: "一、"),
            block(.paragraph, "今年以来，全镇各项工作（含2项试点）扎实推进。"),
        ]
        let result = try render(options, blocks)
        #expect(result.edits.isEmpty)
        #expect(result.text.filter { $0 != "\n" } == blocks.map(\.shownText).joined())
        #expect(result.text.hasPrefix("一二三四五六七八九十\n\n一、主要工作\n和成效情况\n\n今年"))
    }

    @Test("numbers that are left out are reported, and words that number are text")
    func numbers() throws {
        var options = PlainTextOptions()
        options.hasNumbers = false
        let result = try render(
            options,
            [block(.heading1, "主要工作", marker: "一、"), block(.point, "抓落实。", marker: "一是")]
        )
        #expect(result.text == "主要工作\n一是抓落实。\n")
        #expect(
            result.edits == [Edit(stage: "txt", offset: 30, before: "一、", after: "", reason: "number")]
        )
    }
}
