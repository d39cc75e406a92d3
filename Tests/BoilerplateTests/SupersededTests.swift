import Boilerplate
import StageKit
import SummaryModel
import Testing

@Suite struct SupersededTests {
    private static let library = """
        superseded:
          - { phrase: 甲乙局, replacement: 丙丁局, since: 2019-04-01, safe: true, note: 名称以当地为准 }
          - { phrase: 旅游局, replacement: 文化和旅游局, except: [文化广电旅游局] }
          - { phrase: 文化局, replacement: 文化和旅游局 }
          - { phrase: 银保会, replacement: 监管局 }
          - { phrase: 保会, replacement: 监管局 }
          - { phrase: 旧的活动, note: 已经结束 }
          - { phrase: 重重, replacement: 重, safe: true }
        """

    private func failures(
        _ draft: String,
        becomes expected: String? = nil,
        date: String? = nil,
        replace: Bool = false
    ) throws -> [String] {
        try Fixture.failures("", Self.library, draft, becomes: expected, date: date, replace: replace)
    }

    @Test(arguments: [
        "年度总结\n县[[boilerplate.superseded: 甲乙局]]与[[boilerplate.superseded: 旅游局]]合办，[[boilerplate.superseded: 文化局]]协办。",
        "年度总结\n一、与[[boilerplate.superseded: 甲乙局]]的联系", "年度总结\n[[boilerplate.superseded: 旧的活动]]。",
        "县[[boilerplate.superseded: 甲乙局]]2024年总结",
        "年度总结\n[[boilerplate.superseded: 银保会]]和[[boilerplate.superseded: 保会]]。",
        "年度总结\n《通知》与[[boilerplate.superseded: 甲乙局]]；《甲》》[[boilerplate.superseded: 甲乙局]]",
    ])
    func phrasesAreFound(draft: String) throws {
        #expect(try failures(draft) == [])
    }

    @Test(arguments: [
        "年度总结\n文化和旅游局、文化广电旅游局。", "年度总结\n原甲乙局、原旅游局。", "年度总结\n印发《甲乙局关于〈旅游局规则〉的通知》。", "年度总结\n丙丁局。", "年度总结\n甲局、乙局。",
    ])
    func whatIsRightIsLeftAlone(draft: String) throws {
        #expect(try failures(draft) == [])
    }

    @Test(arguments: [(String?("2019-03-31"), false), ("2019-04-01", true), (nil, true)])
    func aPhraseIsOutOfDateFromItsDay(date: String?, isFound: Bool) throws {
        let draft = isFound ? "年度总结\n[[boilerplate.superseded: 甲乙局]]。" : "年度总结\n甲乙局。"
        #expect(try failures(draft, date: date) == [])
    }

    @Test(arguments: [
        ("年度总结\n县甲乙局、《甲乙局规则》。", "年度总结\n县丙丁局、《甲乙局规则》。"), ("年度总结\n一、甲乙局甲乙局", "年度总结\n一、丙丁局丙丁局"),
        // A replacement may make the phrase again with what stands beside it.
        ("年度总结\n重重重重山。", "年度总结\n重山。"),
    ])
    func safeOnesAreReplaced(draft: String, expected: String) throws {
        #expect(try failures(draft, becomes: expected, replace: true) == [])
    }

    @Test func othersAreReportedWhereTheyStandAfterwards() throws {
        let stage = try Fixture.stage("", Self.library, replace: true)
        let source = SourceText("年度总结\n甲乙局与旅游局。")
        let result = try Pipeline([stage]).run(Fixture.read(source), source: source)
        #expect(result.document.blocks[1].shownText == "丙丁局与旅游局。")
        #expect(result.edits.map(\.reason) == ["superseded"])
        let finding = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1 && finding.start == SourcePosition(line: 2, column: 5))
        #expect(finding.fixes == [FixIt(before: "旅游局", after: "文化和旅游局", applicability: .suggested)])
    }

    @Test func findingsSayWhatToWrite() throws {
        #expect(
            try Fixture.messages("", Self.library, "年度总结\n甲乙局旧的活动") == [
                "'甲乙局' is used no longer (since 2019-04-01); write '丙丁局'; 名称以当地为准",
                "'旧的活动' is used no longer; look at it and reword it; 已经结束",
            ]
        )
        let stage = try Fixture.stage("", Self.library)
        let source = SourceText("年度总结\n甲乙局")
        let result = try Pipeline([stage]).run(Fixture.read(source), source: source)
        #expect(result.diagnostics.first?.fixes == [FixIt(before: "甲乙局", after: "丙丁局", applicability: .safe)])
    }

    @Test func textInPiecesIsOneText() throws {
        let stage = try Fixture.stage("", Self.library, replace: true)
        var document = Fixture.read(SourceText("年度总结\n甲"))
        document.blocks[1].content = [.text("与甲"), .text("乙"), .text("局合办")]
        document.blocks[1].kind = .residue
        let untouched = try Pipeline([stage]).run(document, source: SourceText("年度总结\n甲"))
        #expect(untouched.edits.isEmpty)
        document.blocks[1].kind = .paragraph
        let result = try Pipeline([stage]).run(document, source: SourceText("年度总结\n甲"))
        #expect(result.document.blocks[1].shownText == "与丙丁局合办")
    }
}
