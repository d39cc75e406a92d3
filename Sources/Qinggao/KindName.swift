internal import SummaryModel

/// What belongs into a gap, in words.
enum KindName {
    /// The words for the kind of a gap.
    static func text(_ kind: String) -> LocalizedText {
        switch kind {
        case "count": LocalizedText(zh: "数量", en: "count")
        case "person_count": LocalizedText(zh: "人数", en: "number of people")
        case "amount": LocalizedText(zh: "金额", en: "amount of money")
        case "percent": LocalizedText(zh: "百分比", en: "percentage")
        case "score": LocalizedText(zh: "分数", en: "score")
        case "date_month": LocalizedText(zh: "月份", en: "month")
        case "date_day": LocalizedText(zh: "日", en: "day")
        case "ordinal_number": LocalizedText(zh: "序数", en: "ordinal")
        case "place": LocalizedText(zh: "地名", en: "place")
        case "org": LocalizedText(zh: "单位", en: "organisation")
        case "sector": LocalizedText(zh: "行业", en: "line of business")
        case "brand": LocalizedText(zh: "品牌或平台", en: "brand or system")
        case "work_title": LocalizedText(zh: "文件或作品名", en: "title")
        case "fund_name": LocalizedText(zh: "资金名称", en: "name of a fund")
        case "person_or_case_name": LocalizedText(zh: "人名或案名", en: "person or case")
        default: LocalizedText(zh: "文字", en: "text")
        }
    }
}
