import SummaryModel
import Testing
@testable import Placeholders

@Suite("Values are checked and written as the text around the gap needs them")
struct ValueFormatTests {
    private func fit(
        _ value: String,
        _ kind: Placeholder.Kind,
        _ before: String,
        _ after: String,
        _ format: ValueFormat = ValueFormat()
    ) -> String? {
        let around = ValueFormat.Surroundings(
            before: Array(before.unicodeScalars)[...],
            after: Array(after.unicodeScalars)[...]
        )
        if case .fits(let text) = format.fit(value, kind, around) { return text }
        return nil
    }

    @Test(
        "what fits",
        arguments: [
            ("12", Placeholder.Kind.count, "召开会议", "次，", "12"), ("12次", .count, "召开会议", "次，", "12"),
            ("１，２００", .personCount, "培训", "人次。", "1200"), ("一百二十", .personCount, "培训", "人次。", "120"),
            ("1.2万", .personCount, "服务", "人次", "1.2万"), ("12000", .count, "扫描", "万页", "12000"),
            ("3.5万页", .count, "扫描", "万页", "3.5"), ("30000页", .count, "扫描", "万页", "3"),
            ("12.5", .count, "修路", "公里", "12.5"),
            ("近百", .count, "走访", "户", "近百"), ("300余户", .count, "走访", "户", "300余"), ("三四", .count, "用了", "个月", "三四"),
            ("约１２万元", .amount, "投入", "万元", "约12"), ("25", .amount, "投入", "万元", "25"),
            ("25.6万元", .amount, "投入", "万元", "25.6"),
            ("2500000元", .amount, "投入", "万元", "250"), ("1.2亿元", .amount, "投入", "万元", "12000"),
            ("25万元", .amount, "投入", "元", "25万"), ("25万元", .amount, "经费", "。", "25万元"),
            ("95", .percent, "满意率", "%", "95"),
            ("95%", .percent, "满意率", "%", "95"), ("95.5％", .percent, "覆盖率达到", "。", "95.5%"),
            ("95", .percent, "覆盖率达到", "。", "95%"),
            ("3", .percent, "提高", "个百分点", "3"), ("05", .dateMonth, "2024年", "月", "5"),
            ("十二月", .dateMonth, "2024年", "月", "12"),
            ("29", .dateDay, "2024年2月", "日", "29"), ("31", .dateDay, "于", "日", "31"),
            ("十九", .ordinalNumber, "第", "届", "十九"),
            ("第3", .ordinalNumber, "第", "号", "3"), ("清溪县", .place, "", "县档案馆", "清溪"), ("清溪", .place, "", "县档案馆", "清溪"),
            ("清河公路管理局", .organization, "按照", "公路管理局的要求", "清河"), ("《年度要点》", .workTitle, "《", "》", "年度要点"),
            ("若干", .other, "", "", "若干"), ("「若干」", .count, "召开", "次", "若干"),
        ]
    )
    func fits(_ value: String, _ kind: Placeholder.Kind, _ before: String, _ after: String, _ expected: String) {
        #expect(fit(value, kind, before, after) == expected)
    }

    @Test(
        "what does not",
        arguments: [
            ("若干", Placeholder.Kind.count, "召开", "次"), ("1.5", .count, "召开", "次"), ("-3", .count, "召开", "次"),
            ("12场", .count, "召开", "次"),
            ("上海", .personCount, "培训", "人"), ("3元", .amount, "投入", "万美元"), ("0.123456元", .amount, "投入", "亿元"),
            ("九成", .percent, "满意率", "%"), ("1万", .percent, "满意率", "%"), ("13", .dateMonth, "2024年", "月"),
            ("0", .dateMonth, "", "月"),
            ("31", .dateDay, "2024年4月", "日"), ("30", .dateDay, "2月", "日"), ("32", .dateDay, "于", "日"),
            ("2024", .place, "在", "县"),
            ("123", .organization, "与", "公司"),
        ]
    )
    func refused(_ value: String, _ kind: Placeholder.Kind, _ before: String, _ after: String) {
        #expect(fit(value, kind, before, after) == nil)
    }

    @Test(
        "numerals and commas by option",
        arguments: [
            ("1200", Placeholder.Kind.count, "召开", "次", "一千二百", "1,200"),
            ("25.6", .amount, "投入", "万元", "二十五点六", "25.6"),
            ("95", .percent, "达", "%", "95", "95"), ("95", .percent, "占百分之", "。", "九十五", "95"),
            ("12", .dateMonth, "年", "月", "十二", "12"),
        ]
    )
    func options(
        _ value: String,
        _ kind: Placeholder.Kind,
        _ before: String,
        _ after: String,
        _ han: String,
        _ grouped: String
    ) {
        #expect(fit(value, kind, before, after, ValueFormat(usesHan: true)) == han)
        #expect(fit(value, kind, before, after, ValueFormat(isGrouped: true)) == grouped)
    }
}
