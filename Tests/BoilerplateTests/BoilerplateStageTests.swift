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

    private func stage(_ names: String, library: String = Self.library) throws -> BoilerplateStage {
        var options = BoilerplateOptions()
        options.library = try YAMLReader().read(Array(library.utf8), file: "library.yaml")
        options.insert = try YAMLReader().read(Array("[\(names)]".utf8), file: "q.yaml").elements ?? []
        return try BoilerplateStage(options: options)
    }

    /// One block a line; the first is the title unless it is empty.
    private static func read(_ source: SourceText) -> Document {
        var blocks: [Block] = []
        for (index, line) in source.lines.enumerated() where line.count > 0 {
            let text = source[line]
            var block = Block(id: BlockID(rawValue: "l\(index)"), kind: .paragraph, origin: .source(line))
            block.content = [.text(text)]
            let numbers = ["一、", "二、", "三、"]
            if let ordinal = numbers.firstIndex(where: text.hasPrefix) {
                block.kind = .heading1
                block.label = NumberLabel(scheme: .official, level: 1, ordinal: ordinal + 1, marker: numbers[ordinal])
                block.content = [.text(String(text.dropFirst(2)))]
            } else if index == 0, text.hasSuffix("总结") {
                block.kind = .title
            } else if !blocks.contains(where: { $0.kind == .heading1 }) {
                block.kind = .lead
            } else if text.hasSuffix("日") {
                block.kind = .date
            } else if text.hasSuffix("局") {
                block.kind = .signature
            } else if text.hasPrefix("附件") {
                block.kind = .attachment
            } else if text.hasPrefix("特此") {
                block.kind = .closing
            }
            blocks.append(block)
        }
        return Document(blocks: blocks)
    }

    private func failures(
        _ names: String,
        _ draft: String,
        becomes expected: String? = nil,
        placeless: [String] = []
    ) throws -> [String] {
        StageTest(try stage(names), reading: Self.read).failures(draft, becomes: expected, placeless: placeless)
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
        let result = try Pipeline([try stage("contact, closing")]).run(Self.read(source), source: source)
        #expect(
            result.document.blocks.map(\.shownText) == [
                "年度总结", "一、工作", "正文。", "特此报告。", "附件：清单", "某局", "2020年6月30日", "（联系人：{{who}}，电话：{{phone}}）", "附件1",
                "清单",
            ]
        )
    }

    @Test func insertedBlocksSayWhereTheyComeFrom() throws {
        let source = SourceText("年度总结\n一、工作\n正文。")
        let result = try Pipeline([try stage("closing, signature, date, guidance")]).run(
            Self.read(source),
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
        var document = Self.read(source)
        document.blocks[2].kind = .residue
        #expect(try Pipeline([try stage("opening")]).run(document, source: source).edits == [])
    }

    @Test func exampleLibraryIsSound() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.deletingLastPathComponent().appendingPathComponent("Examples/boilerplate.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let names = try YAMLReader().read(Array(text.utf8), file: "e")["snippets"]?.entries?.map(\.key) ?? []
        #expect(names.count == 7)
        _ = try stage(names.joined(separator: ", "), library: text)
    }

    @Test func nothingNamedNothingInserted() throws {
        let source = SourceText(Self.draft)
        let stage = try BoilerplateStage(options: BoilerplateOptions())
        let result = try Pipeline([stage]).run(Self.read(source), source: source)
        #expect(result.edits.isEmpty && result.diagnostics.isEmpty)
    }

    private func problems(_ names: String, _ library: String?) -> [String] {
        do {
            var options = BoilerplateOptions()
            options.library = try library.map { try YAMLReader().read(Array($0.utf8), file: "library.yaml") }
            options.insert = try YAMLReader().read(Array("[\(names)]".utf8), file: "q.yaml").elements ?? []
            _ = try BoilerplateStage(options: options)
            return []
        } catch let error as ConfigurationError {
            return error.problems.map { problem in
                let position = problem.place.position
                return "\(problem.place.file):\(position?.line ?? 0):\(position?.column ?? 0) \(problem.message.en)"
            }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func everyProblemHasItsPlace() {
        #expect(problems("opning", Self.library) == ["q.yaml:1:2 unknown snippet 'opning'; did you mean 'opening'?"])
        #expect(
            problems("opening", nil) == [
                "q.yaml:1:2 'opening' is to be inserted, but no library is given; add 'library'"
            ]
        )
        #expect(
            problems(
                "a, x",
                """
                snipets: {}
                snippets:
                  a: { place: lead-stat, text: 一二 }
                  b: { place: closing }
                  c: { text: 一二 }
                  d: { place: section-end, text: 一二 }
                  e: { place: closing, section: 1, text: 一二 }
                  f: { place: closing, text: [一二], unless: 三四, txt: 1 }
                  g: { place: section-start, section: 0, text: 一二 }
                  h: { place: note, text: "{{all}}" }
                  i: 一二
                """
            ) == [
                "library.yaml:1:1 unknown key of a library 'snipets'; did you mean 'snippets'?",
                "library.yaml:3:15 unknown place 'lead-stat'; did you mean 'lead-start'?",
                "library.yaml:4:3 'b' lacks 'text'; add it", "library.yaml:5:3 'c' lacks 'place'; add it",
                "library.yaml:6:3 'd' lacks 'section'; give the words or the number of a heading",
                "library.yaml:7:33 the place 'closing' is in no section; remove 'section'",
                "library.yaml:8:48 unknown key of a snippet 'txt'; did you mean 'text'?",
                "library.yaml:8:30 'text' must be a string, found a list",
                "library.yaml:8:44 'unless' must be a list of strings, found a string",
                "library.yaml:9:39 'section' must be the words of a heading or a positive integer, found an integer",
                "library.yaml:10:27 'h' has no words besides placeholders by which it could be recognised; add some",
                "library.yaml:11:6 'i' must be a mapping, found a string",
                "q.yaml:1:5 unknown snippet 'x'; known: a, b, c, d, e, f, g, h, i",
            ]
        )
        #expect(problems("", "[]") == ["library.yaml:1:1 'library' must be a mapping, found a list"])
    }
}
