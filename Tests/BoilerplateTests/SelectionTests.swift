import Boilerplate
import StageKit
import SummaryModel
import Testing

/// What decides whether a snippet is inserted, and with which words: parameters, tags, conditions, validity.
@Suite struct SelectionTests {
    private static let library = """
        snippets:
          who:
            place: note
            parameters: { organ: 本单位, name: , number: }
            text: "（{{organ}}联系人：{{ name }}，第{{number}}号，{{other}}）"
          end: { place: closing, text: 特此报告。, tags: [年终] }
          plan: { place: section-end, section: [工作, 2], text: 台账按月核对，做到账实相符。, tags: [年终, 台账] }
        """
    private static let draft = "年度总结\n一、工作\n（一）甲\n完成了任务。\n（二）乙\n完成了。\n二、打算\n继续努力。"

    @Test(arguments: [
        ("who", "（本单位联系人：{{ name }}，第{{number}}号，{{other}}）"),
        ("{ who: { organ: 某处, name: 甲, number: 007 } }", "（某处联系人：甲，第007号，{{other}}）"),
        ("{ who: { name: \"{{other}}\" } }", "（本单位联系人：{{other}}，第{{number}}号，{{other}}）"),
    ])
    func parametersTakeValues(entry: String, text: String) throws {
        #expect(try Fixture.failures(entry, Self.library, Self.draft, becomes: Self.draft + "\n" + text) == [])
    }

    @Test func otherValuesAreTheSameSnippet() throws {
        let draft = Self.draft + "\n[[boilerplate.present: （综合科联系人：乙，第12号，电话××）]]"
        #expect(try Fixture.failures("who", Self.library, draft) == [])
    }

    @Test(arguments: ["{ tag: 年终 }", "end, { tag: 台账 }", "plan, { tag: 年终 }", "{ tag: 年终 }, { tag: 台账 }"])
    func tagsNameSeveral(entries: String) throws {
        let wanted = Self.draft.replacing("完成了。", with: "完成了。\n台账按月核对，做到账实相符。") + "\n特此报告。"
        #expect(try Fixture.failures(entries, Self.library, Self.draft, becomes: wanted) == [])
    }

    // MARK: Conditions

    @Test(arguments: [
        ("某站2024年工作总结", "工作总结", true), ("某站2024年党建工作总结", "[工作总结, 报告]", true), ("某站2024年党建工作总结", "总结", true),
        ("某站2024年工作总结", "党建工作总结", false), ("关于某站的述职述廉报告（讨论稿）", "报告", true), ("某站述职报告", "述职报告", true),
        ("某站2024年工作总结和2025年工作计划", "工作总结", true), ("某站2024年工作总结和2025年工作计划", "计划", true),
        ("关于总结与推广经验的通知", "总结", false), ("某站会议讲话", "总结", false),
    ])
    func genresComeFromTheTitle(title: String, genre: String, isInserted: Bool) throws {
        let library = "snippets:\n  end: { place: closing, text: 特此报告。, when: { genre: \(genre) } }"
        let stage = try Fixture.stage("end", library)
        var document = Fixture.read(SourceText("\(title)\n一、工作\n完成了任务。"))
        document.blocks[0].kind = .title
        let result = try Pipeline([stage]).run(document, source: SourceText(""))
        #expect(result.document.blocks.contains { $0.kind == .closing } == isInserted)
        #expect(result.diagnostics.isEmpty)
    }

    @Test(arguments: [
        (["level": "县级"], "{ level: 县级 }", true, [String]()), (["level": "县级"], "{ level: 市级 }", false, []),
        (["genre": "报告"], "{ genre: 总结 }", false, []), (["level": "县级"], "{ level: 县级, genre: 报告 }", false, []),
        ([:], "{ title: 年度总结 }", true, []),
        (
            [:], "{ gerne: 总结 }", false,
            ["the document has no fact 'gerne', so 'end' was not inserted; did you mean 'genre'?"]
        ),
        ([:], "{ 级别: 县级 }", false, ["the document has no fact '级别', so 'end' was not inserted; known: genre, title"]),
    ])
    func conditionsAskTheMetadata(
        metadata: [String: String],
        when: String,
        isInserted: Bool,
        findings: [String]
    ) throws {
        let library = "snippets:\n  end: { place: closing, text: 特此报告。, when: \(when) }"
        var document = Fixture.read(SourceText("年度总结\n一、工作\n完成了任务。"))
        document.metadata = metadata
        let result = try Pipeline([try Fixture.stage("end", library)]).run(document, source: SourceText(""))
        #expect(result.document.blocks.contains { $0.kind == .closing } == isInserted)
        #expect(result.diagnostics.map(\.message.en) == findings)
    }

    // MARK: Validity

    @Test(arguments: [
        (String?("2023-12-31"), String?("boilerplate.not-yet-valid")), ("2024-01-01", nil), ("2025-12-31", nil),
        ("2026-01-01", "boilerplate.expired"), (nil, "boilerplate.validity-unknown"),
    ])
    func validityIsJudgedByTheDate(date: String?, finding: String?) throws {
        let library = """
            snippets:
              end: { place: closing, text: 特此报告。, valid: { from: 2024-01-01, until: 2025-12-31 } }
            """
        let isInserted = finding == nil || date == nil
        let failures = try Fixture.failures(
            "end",
            library,
            Self.draft,
            becomes: isInserted ? Self.draft + "\n特此报告。" : nil,
            placeless: finding.map { [$0] } ?? [],
            date: date
        )
        #expect(failures == [])
    }

    @Test(arguments: [("from: 2024-01-01", "2030-01-01"), ("until: 2024-01-01", "2000-01-01")])
    func oneEndIsEnough(validity: String, date: String) throws {
        let library = "snippets:\n  end: { place: closing, text: 特此报告。, valid: { \(validity) } }"
        let wanted = Self.draft + "\n特此报告。"
        #expect(try Fixture.failures("end", library, Self.draft, becomes: wanted, date: date) == [])
    }

    @Test func whatIsPresentNeedsNoDate() throws {
        let library = "snippets:\n  end: { place: closing, text: 特此报告。, valid: { from: 2024-01-01 } }"
        #expect(try Fixture.failures("end", library, Self.draft + "\n[[boilerplate.present: 特此报告。]]") == [])
    }
}
