import DraftFixtures
import DraftReading
import Foundation
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The corrections that `check --fix` makes in a draft.
@Suite("Corrections in the draft")
struct DraftRepairTests {
    private static let pipeline = TestPipeline.standard

    private func read(_ utf8: [UInt8]) throws -> Reading { DraftReader().read(try Draft(text: utf8)) }

    private func repair(_ text: String, ignoring ignored: [Suppression] = []) throws -> DraftRepair {
        try DraftRepair(SourceText(text), by: Self.pipeline, ignoring: ignored, read: read)
    }

    /// What is printed, apart from markers: a wrong form of one is only reported, but mended by its safe fix.
    private func printed(_ utf8: [UInt8]) throws -> [String] {
        let reading = try read(utf8)
        let document = try Self.pipeline.run(reading.document, source: reading.source).document
        return document.blocks.map { block in
            let number = block.label.map { "\($0.ordinal) " } ?? ""
            var unmarked = block
            unmarked.label = nil
            return number + unmarked.shownText
        }
    }

    @Test("leave nothing to correct, and change nothing of what is printed", arguments: LabelledDraft.all)
    func corrected(draft: LabelledDraft) throws {
        let source = SourceText(utf8: try TextDecoder().decode(draft.bytes).utf8)
        let first = try DraftRepair(source, by: Self.pipeline, ignoring: [], read: read)
        #expect(try printed(first.utf8) == printed(source.utf8))
        let second = try DraftRepair(SourceText(utf8: first.utf8), by: Self.pipeline, ignoring: [], read: read)
        #expect(second.utf8 == first.utf8)
    }

    @Test("keep line ends and take out the lines that they empty", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(lineEnd: String) throws {
        let lines = [
            "范文快车网整理，更多材料请加微信", "柳河镇文化站2023年工作总结", "　　一年来，文化站共办讲座 12 场。", "", "一、主要工作",
            "(一)放映电影。全年放映电影三十场。", "（二）管好图书。全年新购图书六百册。",
        ]
        let wanted = [
            "柳河镇文化站2023年工作总结", "　　一年来，文化站共办讲座12场。", "", "一、主要工作", "（一）放映电影。全年放映电影三十场。",
            "（二）管好图书。全年新购图书六百册。",
        ]
        let repair = try repair(lines.joined(separator: lineEnd) + lineEnd)
        #expect(String(decoding: repair.utf8, as: UTF8.self) == wanted.joined(separator: lineEnd) + lineEnd)
        #expect(repair.removedLines == [1])
    }

    @Test("are left out where a suppression covers them")
    func suppressed() throws {
        let text = "柳河镇文化站2023年工作总结\n一年来，工作平稳。\n一、主要工作\n(一)放映电影。全年三十场。\n（二）管好图书。全年六百册。\n"
        let ids = ["numbering.marker-form", "punctuation.*"]
        let repair = try repair(text, ignoring: ids.map { Suppression(id: $0, phrase: "(一)") })
        #expect(String(decoding: repair.utf8, as: UTF8.self) == text)
        #expect(try self.repair(text).utf8 != repair.utf8)
    }

    @Test("can be written in the encoding of the file", arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"])
    func encodings(name: String) throws {
        let encoding = try #require(DraftEncoding(rawValue: name))
        let text = "柳河镇〇二三年总结：𠮷、😀\n"
        let bytes = try #require(encoding.encode(Array(text.utf8)))
        let mark: [UInt8] = name == "UTF-16LE" ? [0xFF, 0xFE] : name == "UTF-16BE" ? [0xFE, 0xFF] : []
        let decoded = try TextDecoder().decode(mark + bytes)
        #expect(decoded.encoding == encoding)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }
}
