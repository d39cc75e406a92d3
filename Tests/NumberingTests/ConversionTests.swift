import DraftFixtures
import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import Numbering

@Suite("Numbering: conversion to other schemes")
struct ConversionTests {
    private func read(_ source: SourceText) -> Document {
        (try? DraftReader().read(text: source.utf8))?.document ?? Document()
    }

    private func failures(_ scheme: String, _ draft: String, becomes expected: String) throws -> [String] {
        StageTest(try .converting(to: scheme), reading: read).failures(draft, becomes: expected)
    }

    private static let draft = """
        图书室管理工作总结
        一、主要工作
        （一）充实馆藏
        1.购置图书
        （1）文学类图书
        （2）科技类图书
        2.征集资料
        （二）改善服务
        二、存在问题
        三、下步打算
        （一）延长开放时间
        （二）培训志愿者
        """

    @Test(arguments: [
        (
            "articles",
            """
            图书室管理工作总结
            第一章　主要工作
            第一节　充实馆藏
            第一条　购置图书
            （一）文学类图书
            （二）科技类图书
            第二条　征集资料
            第二节　改善服务
            第二章　存在问题
            第三章　下步打算
            第一节　延长开放时间
            第二节　培训志愿者
            """
        ),
        (
            "decimal",
            """
            图书室管理工作总结
            1　主要工作
            1.1　充实馆藏
            1.1.1　购置图书
            1.1.1.1　文学类图书
            1.1.1.2　科技类图书
            1.1.2　征集资料
            1.2　改善服务
            2　存在问题
            3　下步打算
            3.1　延长开放时间
            3.2　培训志愿者
            """
        ),
        ("official", draft),
    ])
    func everyLevelIsWrittenInTheScheme(scheme: String, expected: String) throws {
        #expect(try failures(scheme, Self.draft, becomes: expected) == [])
    }

    @Test("articles are counted through, and a draft is numbered anew on the way")
    func articlesRunOn() throws {
        let draft = "一、甲\n（一）乙\n1.丙\n2.丁\n四、戊\n（二）己\n1.庚\n5.辛"
        let expected = "第一章　甲\n第一节　乙\n第一条　丙\n第二条　丁\n第二章　戊\n第一节　己\n第三条　庚\n第四条　辛"
        let source = SourceText(draft)
        let result = try Pipeline([.converting(to: "articles")]).run(Sketch.read(source), source: source)
        #expect(result.document.blocks.map(\.shownText).joined(separator: "\n") == expected)
    }

    /// Every draft that has numbers, in every scheme: there and back it is the same document, and what is written in the
    /// scheme is left alone when it is read again.
    @Test(arguments: LabelledDraft.all)
    func thereAndBack(draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        guard reading.document.blocks.contains(where: { $0.label?.scheme == .official }) else { return }
        for scheme in ["articles", "decimal", "gov"] { try thereAndBack(reading, scheme) }
    }

    private func thereAndBack(_ reading: Reading, _ scheme: String) throws {
        func run(_ document: Document, _ stage: any Stage) throws -> Document {
            try Pipeline([stage]).run(document, source: reading.source).document
        }
        let regular = try run(reading.document, try .renumbering())
        let stage: any Stage = try .converting(to: scheme)
        let converted = try run(regular, stage)
        #expect(converted.blocks.map(\.kind) == regular.blocks.map(\.kind))
        #expect(try run(converted, stage) == converted)
        let back = try run(converted, try .converting(to: "official"))
        for (first, second) in zip(back.blocks, regular.blocks) where first != second {
            let came = "\(first.kind.rawValue) \(first.shownText.prefix(20)) \(first.label.map { "\($0)" } ?? "")"
            Issue.record("\(second.shownText.prefix(20)) \(second.label.map { "\($0)" } ?? "") comes back as \(came)")
        }
        // How a reader takes marks of its own making is not known.
        guard scheme != "gov" else { return }
        let text = converted.blocks.map(\.shownText).joined(separator: "\n")
        let again = try DraftReader().read(text: Array(text.utf8))
        // Where titles are taken for others, numbers begin anew elsewhere.
        guard again.document.parts.count == converted.parts.count else { return }
        let edits = try Pipeline([stage]).run(again.document, source: again.source).edits
        #expect(edits.isEmpty, "\(edits.prefix(5).map { "\($0.before)→\($0.after)" })")
    }
}

extension Stage where Self == NumberingStage {
    static func renumbering() throws -> NumberingStage {
        var options = NumberingOptions()
        options.mode = .renumber
        return try NumberingStage(options: options)
    }

    /// `gov` is a scheme of the configuration.
    static func converting(to scheme: String) throws -> NumberingStage {
        let place = ConfigurationPlace(file: "pipeline.yaml")
        func text(_ text: String) -> ConfigurationValue { ConfigurationValue(.string(text), place: place) }
        let levels = ["第{一}章、", "（{1}）", "{I}、", "{1}）", "{①}"].map(text)
        var options = NumberingOptions()
        options.mode = .convert
        options.scheme = text(scheme)
        options.schemes = ConfigurationValue(
            .mapping([.init(key: "gov", keyPlace: place, value: ConfigurationValue(.list(levels), place: place))]),
            place: place
        )
        return try NumberingStage(options: options)
    }
}
