import DraftFixtures
import OpenPackaging
import DraftReading
import ReadKit
import Qinggao
import RenderKit
import StageKit
import SummaryModel
import Testing

@Suite("Nothing is lost or changed unseen")
struct ConservationTests {
    /// Drafts whose defects no label file describes, written to break things.
    private static let hostile: [String] = [
        "", "\u{0}\u{1}\u{8}甲\u{FFFE}乙\u{FFFF}丙\n", "仅供学习 禁止外传\n\n\n", "<p>一、<b>标题</b>&nbsp;</p>\n&lt;正文&gt;&amp;尾\n",
        "𠮷野家工作总结\n一、𠮷\u{200B}𠮷 𠮷\n👨‍👩‍👧‍👦家庭X户\n", "| 甲 | 乙 |\n|---|---|\n| 1 | X |\n", "甲\t乙\n1\t2\n",
        "一、\n（一）\n1.\n（1）\n①\n",
        "标题\u{2028}正文第一行。\u{85}正文第二行。\r第三行。", "年度总结\n\u{FEFF}一\u{200B}、加强学\u{200D}习\u{AD}。 全年   开展   次。\n",
        "```\n# 一、甲\n**乙**\n```\n",
        "# 某局总结\n\n## 一、甲***乙\n\n以**工作**为*主*，见[公示](http://a.cn)和`丙`。\\*\n\n| 甲 | 乙 |\n|---|---|\n| X | **1** |\n",
        "---\ntitle: 某局总结\nauthor: 张三\n---\n一、甲\n- [ ] 乙\n> 丙 &lt;\n",
        "<!DOCTYPE html><title>x</title><h1>某局总结</h1><p>一、甲&lt;b&gt;<br>乙</p><ul><li>丙</ul><table><tr><td>1<td>2<tr><td>3<td>X</table>",
        "见《关于<span ×县办法=\"\">的通知》</span>，<p ××=''>正文</p>，《<×县>》。\n",
        "某局总结\n一、甲[^1]，乙[^2]，又[^1]。[^3]\n（一）乙。见[^2]。\n[^1]: 数据截至年底。\n[^2]:据 <统计>\n[^4]: 没有引用\n",
        "# 某局总结\n\n## 一、甲 {#jia}\n\n**（一）[乙](https://a.cn/_b?c=1&d=2)**。见[甲](#jia)、<http://a.cn>[^n]、<a id=\"x\">丙</a>。\n\n[^n]: 见[乙](javascript:x)。\n",
        "]]><w:t>&lt;\n--><!-- 注释 -->正文\n", "（一）甲。”乙。\n（二）甲；\n（三）甲：\n",
    ]

    private static let sources: [(name: String, bytes: [UInt8])] =
        LabelledDraft.all.map { ($0.name, $0.bytes) }
        + hostile.enumerated().map { ("hostile \($0.offset)", Array($0.element.utf8)) }

    private static let pipelines: [(name: String, pipeline: Pipeline)] = [
        ("none", Pipeline([])), ("standard", TestPipeline.standard), ("everything", TestPipeline.everything),
    ]

    @Test("draft − before + after = what the .docx shows", arguments: sources.indices, pipelines.indices)
    func docx(_ source: Int, _ pipeline: Int) throws {
        let (bytes, conversion) = try convert(source, pipeline, to: "docx")
        try check(conversion, Self.sources[source].name, shows: DocxText.shown(in: bytes))
    }

    @Test("draft − before + after = what the text file shows", arguments: sources.indices, pipelines.indices)
    func plainText(_ source: Int, _ pipeline: Int) throws {
        let (bytes, conversion) = try convert(source, pipeline, to: "txt")
        try check(conversion, Self.sources[source].name, shows: String(decoding: bytes, as: UTF8.self))
    }

    @Test("draft − before + after = what the page shows", arguments: sources.indices, pipelines.indices)
    func page(_ source: Int, _ pipeline: Int) throws {
        let (bytes, conversion) = try convert(source, pipeline, to: "html")
        try check(conversion, Self.sources[source].name, shows: PageText.shown(in: bytes))
    }

    @Test("the same input gives the same bytes", arguments: sources.indices, ["docx", "html", "md", "txt", "json"])
    func deterministic(_ source: Int, _ format: String) throws {
        #expect(try convert(source, 1, to: format).bytes == convert(source, 1, to: format).bytes)
    }

    @Test("what the pipeline made, read again, it leaves alone", arguments: sources.indices, [1, 2])
    func idempotent(_ source: Int, _ pipeline: Int) throws {
        let (first, conversion) = try convert(source, pipeline, to: "txt")
        // In a collection, what is put under one title changes how the lines after it are read.
        guard pipeline < 2 || conversion.document.parts.count == 1 else { return }
        var again = try DraftConversion(DraftFile(first), through: Self.pipelines[pipeline].pipeline)
        var sink = MemorySink()
        try again.render(try renderer("txt"), style: TestStyle.sheet(), context: Self.context, into: &sink)
        #expect(
            String(decoding: sink.bytes, as: UTF8.self) == String(decoding: first, as: UTF8.self),
            "\(Self.sources[source].name)"
        )
        let counted = again.edits.filter {
            !Counted.characters($0.before).isEmpty || !Counted.characters($0.after).isEmpty
        }
        #expect(counted.isEmpty, "\(Self.sources[source].name): \(counted.prefix(3))")
    }

    @Test("headers and footers leave the text, in every format", arguments: 0..<12, ["docx", "html", "txt", "md"])
    func furniture(_ source: Int, _ format: String) throws {
        var conversion = try DraftConversion(DraftFile(Self.sources[source].bytes), through: TestPipeline.furniture)
        var sink = MemorySink()
        try conversion.render(try renderer(format), style: TestStyle.sheet(), context: Self.context, into: &sink)
        let leaving = conversion.edits.filter { $0.reason == "page-furniture" }
        #expect(leaving.map(\.before) == ["内部资料　{{number}}号", "年度材料汇编"])
        #expect(leaving.allSatisfy { $0.stage == format })
        switch format {
        case "docx":
            try check(conversion, Self.sources[source].name, shows: DocxText.shown(in: sink.bytes))
            let header = try PackageReader(sink.bytes).read("word/header1.xml")
            #expect(header.map { String(decoding: $0, as: UTF8.self).contains("内部资料") } == true)
        case "html":
            try check(conversion, Self.sources[source].name, shows: PageText.shown(in: sink.bytes))
            #expect(String(decoding: sink.bytes, as: UTF8.self).contains("@top-center { content: \"内部资料"))
        case "txt":
            try check(conversion, Self.sources[source].name, shows: String(decoding: sink.bytes, as: UTF8.self))
        default: #expect(!String(decoding: sink.bytes, as: UTF8.self).contains("年度材料汇编"))
        }
    }

    @Test("edits point to what they name", arguments: sources.indices)
    func places(_ source: Int) throws {
        let conversion = try DraftConversion(DraftFile(Self.sources[source].bytes), through: TestPipeline.standard)
        let text = conversion.reading.source
        // What is removed from between pieces of syntax does not stand in the draft in one piece.
        guard conversion.reading.draft.syntax.isEmpty else { return }
        for edit in conversion.edits where !edit.before.isEmpty && edit.stage == "cleanup" {
            let end = min(text.utf8.count, edit.offset + edit.before.utf8.count)
            #expect(text[SourceRange(edit.offset, end)] == edit.before, "\(Self.sources[source].name) \(edit)")
        }
    }

    // MARK: -

    private static let context = RenderContext(application: "Qinggao test")

    private func renderer(_ format: String) throws -> any Renderer {
        try #require(RendererCatalog.standard[format]).init()
    }

    private func convert(
        _ source: Int,
        _ pipeline: Int,
        to format: String
    ) throws -> (bytes: [UInt8], conversion: DraftConversion) {
        var conversion = try DraftConversion(
            DraftFile(Self.sources[source].bytes),
            through: Self.pipelines[pipeline].pipeline
        )
        var sink = MemorySink()
        try conversion.render(try renderer(format), style: TestStyle.sheet(), context: Self.context, into: &sink)
        return (sink.bytes, conversion)
    }

    private func check(_ conversion: DraftConversion, _ name: String, shows text: String) throws {
        var expected = Counted.characters(String(decoding: conversion.reading.source.utf8, as: UTF8.self))
        for edit in conversion.edits {
            for (scalar, count) in Counted.characters(edit.before) { expected[scalar, default: 0] -= count }
            for (scalar, count) in Counted.characters(edit.after) { expected[scalar, default: 0] += count }
        }
        expected = expected.filter { $0.value != 0 }
        let shown = Counted.characters(text)
        let differing = Set(expected.keys).union(shown.keys).filter { expected[$0] != shown[$0] }
        #expect(
            differing.isEmpty,
            "\(name): \(differing.prefix(5).map { "U+\(String($0.value, radix: 16)) \(expected[$0] ?? 0)→\(shown[$0] ?? 0)" })"
        )
    }
}

/// The characters that count: all but white space and those of the categories Cc, Cf and Zs.
enum Counted {
    static func characters(_ text: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator: continue
            default: counts[scalar, default: 0] += 1
            }
        }
        return counts
    }
}
