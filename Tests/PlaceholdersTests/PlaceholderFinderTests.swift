import DraftFixtures
import DraftReading
import ReadKit
@testable import Placeholders
import SummaryModel
import Testing

@Suite("Gaps are found where the context shows one")
struct PlaceholderFinderTests {
    private func gaps(_ text: String) throws -> [PlaceholderFinder.Gap] {
        let reading = try DraftReader().read(text: Array(text.utf8))
        var document = reading.document
        return PlaceholderFinder().mark(&document)
    }

    @Test("every gap of every labelled draft, at its place", arguments: LabelledDraft.all.filter { $0.gaps != nil })
    func labelled(_ draft: LabelledDraft) throws {
        let reading = try DraftReader().read(text: draft.bytes)
        var document = reading.document
        let text = document.blocks.map(\.shownText)
        var found: Set<LabelledDraft.Gap> = []
        for gap in PlaceholderFinder().mark(&document) {
            let source = try #require(gap.source)
            let place = reading.source.position(at: source.lowerBound)
            #expect(reading.source[source] == gap.placeholder.sign)
            found.insert(.init(line: place.line, column: place.column, sign: gap.placeholder.sign))
        }
        let gaps = try #require(draft.gaps)
        #expect(found.subtracting(gaps).isEmpty, "false")
        #expect(gaps.subtracting(found).isEmpty, "missed")
        #expect(document.blocks.map(\.shownText) == text, "marking changes no text")
    }

    @Test(
        "signs and kinds",
        arguments: [
            ("召开会议X次，", "X", Placeholder.Kind.count), ("培训党员XX人次，", "XX", .personCount), ("投入资金××万元，", "××", .amount),
            ("满意率达到XX%，", "XX", .percent), ("覆盖率达到××。", "××", .percent), ("在×小区张贴海报，", "×", .place),
            ("按照××局的要求，", "××", .organization), ("推动××事业发展，", "××", .sector), ("于×月完成，", "×", .dateMonth),
            ("第×届代表大会，", "×", .ordinalNumber), ("帮助***户群众，", "***", .count),
            ("由{{负责人姓名}}牵头，", "{{负责人姓名}}", .personOrCaseName),
            ("会议由____主持，", "____", .other), ("取得【X】分的成绩，", "【X】", .score),
        ]
    )
    func kinds(_ text: String, _ sign: String, _ kind: Placeholder.Kind) throws {
        let gap = try #require(try gaps("全年扎实开展工作，" + text + "成效明显。").first)
        #expect(gap.placeholder.sign == sign)
        #expect(gap.placeholder.kind == kind)
    }

    @Test(
        "no gaps",
        arguments: [
            "拍摄X光片三次。", "加入QQ群交流。", "使用App签到。", "面积3×4米。", "实行5×8小时工作制。", "屏幕1920x1080。", "购买iPhone X一部。",
            "邮箱xxx@example.com。",
            "第Ⅺ章。", "【摘要】全年工作。", "**加粗**的文字。", "全面推进各项工作。**",
        ]
    )
    func none(_ text: String) throws {
        #expect(try gaps(text).isEmpty)
    }

    @Test("a key stays when something else in the draft changes")
    func stableKeys() throws {
        let before = try gaps("召开党员大会X次。\n开展培训X期。")
        let after = try gaps("新加一段，投入XX万元。\n召开党员大会X次。\n开展培训X期，效果良好。")
        #expect(before.map(\.placeholder.key) == ["召开党员大会_次", "开展培训_期"])
        #expect(Set(before.map(\.placeholder.key)).isSubset(of: Set(after.map(\.placeholder.key))))
    }
}
