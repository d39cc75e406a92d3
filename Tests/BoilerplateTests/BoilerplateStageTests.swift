import Boilerplate
import Configuration
import Foundation
import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite struct BoilerplateStageTests {
    private static let library = """
        snippets:
          mark: { place: before-title, text: 内部资料　注意保存 }
          opening:
            place: lead-end
            text: 现将有关工作情况总结如下：
            unless: [报告如下]
          guidance: { place: lead-start, text: "今年以来，{{organ}}认真落实年度工作部署。" }
          second: { place: lead-start, text: 这些工作得到了各方支持。 }
          names: { place: under-title, text: 综合科起草 }
          plan:
            place: section-end
            section: 下一步打算
            text: |
              　　坚持问题导向，逐项整改。

              坚持结果导向，按月通报。
          first: { place: section-start, section: 1, text: 本部分按条线叙述。 }
          closing: { place: closing, text: 特此报告。 }
          signature: { place: signature, text: "{{organ}}" }
          date: { place: date, text: "{{y}}年{{m}}月{{d}}日" }
          contact: { place: note, text: "（联系人：{{who}}，电话：{{phone}}）" }
        """

    private func failures(
        _ names: String,
        _ draft: String,
        becomes expected: String? = nil,
        placeless: [String] = []
    ) throws -> [String] {
        StageTest(try Fixture.stage(names, Self.library), reading: Fixture.read).failures(
            draft,
            becomes: expected,
            placeless: placeless
        )
    }

    private static let draft = "年度总结\n今年任务较重。\n一、工作\n完成了任务。\n二、下一步打算\n继续努力。\n某某局\n2020年6月30日"

    @Test(arguments: [
        ("mark", "内部资料　注意保存\n" + draft),
        ("opening", draft.replacing("较重。", with: "较重。\n现将有关工作情况总结如下：")),
        ("guidance, second", draft.replacing("总结\n", with: "总结\n今年以来，{{organ}}认真落实年度工作部署。\n这些工作得到了各方支持。\n")),
        ("names", draft.replacing("总结\n", with: "总结\n综合科起草\n")),
        ("plan", draft.replacing("努力。", with: "努力。\n坚持问题导向，逐项整改。\n坚持结果导向，按月通报。")),
        ("first", draft.replacing("一、工作", with: "一、工作\n本部分按条线叙述。")),
        ("closing", draft.replacing("努力。", with: "努力。\n特此报告。")),
        ("contact", draft + "\n（联系人：{{who}}，电话：{{phone}}）"),
    ])
    func absentIsInserted(names: String, expected: String) throws {
        #expect(try failures(names, Self.draft, becomes: expected) == [])
    }

    @Test(arguments: [
        ("opening", "年度总结\n[[boilerplate.present: 任务较重，现将主要工作情况总结如下。]]\n一、工作"),
        ("opening", "年度总结\n[[boilerplate.present: 现将工作报告如下：]]\n一、工作"),
        ("guidance", "年度总结\n[[boilerplate.present: 今年以来，某局认真落实了年度工作部署，成效明显。]]\n一、工作"),
        ("closing", "年度总结\n一、工作\n正文。\n[[boilerplate.present: 特此报告]]"),
        ("signature", "年度总结\n一、工作\n[[boilerplate.present: 另一局]]\n2020年6月30日"),
        ("date", "年度总结\n一、工作\n某局\n[[boilerplate.present: 2020年6月30日]]"),
        ("plan", "年度总结\n一、工作\n二、下一步打算\n[[boilerplate.present: 坚持问题导向，逐项抓好整改。]]"),
    ])
    func presentIsLeftAlone(names: String, draft: String) throws {
        #expect(try failures(names, draft) == [])
    }

    @Test func similarTextElsewhereIsNoMatch() throws {
        #expect(
            try failures(
                "plan",
                "年度总结\n一、工作\n坚持问题导向，逐项整改。\n二、下一步打算\n努力。",
                becomes: "年度总结\n一、工作\n坚持问题导向，逐项整改。\n二、下一步打算\n努力。\n坚持问题导向，逐项整改。\n坚持结果导向，按月通报。"
            ) == []
        )
    }

    @Test(arguments: [
        ("mark", "正文。"), ("names", "正文。"), ("plan", "年度总结\n一、工作\n正文。"), ("closing", ""), ("guidance", ""),
    ])
    func missingPlaceIsReported(names: String, draft: String) throws {
        #expect(try failures(names, draft, placeless: ["boilerplate.no-place"]) == [])
    }

    @Test func closingSignatureAndDateStandInOrderBeforeAttachments() throws {
        let source = SourceText("年度总结\n一、工作\n正文。\n附件：清单\n某局\n2020年6月30日\n附件1\n清单")
        let result = try Pipeline([try Fixture.stage("contact, closing", Self.library)]).run(
            Fixture.read(source),
            source: source
        )
        #expect(
            result.document.blocks.map(\.shownText) == [
                "年度总结", "一、工作", "正文。", "特此报告。", "附件：清单", "某局", "2020年6月30日", "（联系人：{{who}}，电话：{{phone}}）", "附件1",
                "清单",
            ]
        )
    }

    @Test func insertedBlocksSayWhereTheyComeFrom() throws {
        let source = SourceText("年度总结\n一、工作\n正文。")
        let result = try Pipeline([try Fixture.stage("closing, signature, date, guidance", Self.library)]).run(
            Fixture.read(source),
            source: source
        )
        let inserted = result.document.blocks.filter { $0.origin == .stage("boilerplate") }
        #expect(inserted.map(\.kind) == [.lead, .closing, .signature, .date])
        #expect(Set(result.document.blocks.map(\.id)).count == result.document.blocks.count)
        #expect(result.edits.allSatisfy { $0.reason == "boilerplate" && $0.before.isEmpty })
        #expect(result.edits.map(\.after) == inserted.map(\.shownText))
    }

    @Test func passageReadAsResidueIsRecognised() throws {
        let source = SourceText("年度总结\n请按时参加会议。\n现将有关工作情况总结如下：")
        var document = Fixture.read(source)
        document.blocks[2].kind = .residue
        document.blocks[2].reason = "advert"
        let result = try Pipeline([try Fixture.stage("opening", Self.library)]).run(document, source: source)
        #expect(result.edits == [])
        #expect(result.document.blocks[2].kind == .lead && result.document.blocks[2].reason == nil)
        // A phrase under 'unless' in an advert says nothing about the text.
        document.blocks[2].content = [.text("会员报告如下")]
        let other = try Pipeline([try Fixture.stage("opening", Self.library)]).run(document, source: source)
        #expect(other.edits.map(\.after) == ["现将有关工作情况总结如下："])
    }

    @Test func exampleLibraryIsSound() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.deletingLastPathComponent().appendingPathComponent("Examples/boilerplate.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let names = try YAMLReader().read(Array(text.utf8), file: "e")["snippets"]?.entries?.map(\.key) ?? []
        #expect(names.count == 9)
        _ = try Fixture.stage(names.joined(separator: ", "), text)
    }

    @Test func nothingNamedNothingInserted() throws {
        let source = SourceText(Self.draft)
        let stage = try BoilerplateStage(options: BoilerplateOptions())
        let result = try Pipeline([stage]).run(Fixture.read(source), source: source)
        #expect(result.edits.isEmpty && result.diagnostics.isEmpty)
    }
}
