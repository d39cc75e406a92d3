public import SummaryModel

extension FillReport {
    /// What may be found when a template is read and filled.
    public static let findings = [
        FindingDescription(
            "template.stray-mark",
            .warning,
            LocalizedText(zh: "模板中一节的开始或结束没有配对", en: "The start or end of a section of a template has no partner.")
        ),
        FindingDescription(
            "template.no-text",
            .warning,
            LocalizedText(zh: "模板要填的是一个值，数据行给的是列表或对象", en: "A row gives a list or an object for one value.")
        ),
        FindingDescription(
            "template.forbidden-character",
            .warning,
            LocalizedText(zh: "值中有文档不能容纳的控制字符，已略去", en: "A value has control characters, which were left out.")
        ),
    ]

    /// The findings about the document; that a field is missing or empty is in ``gaps`` alone.
    public var diagnostics: [Diagnostic] {
        var seen: Set<String> = []
        let lists = gaps.filter { $0.reason == .noText && seen.insert($0.name).inserted }.map { gap in
            Diagnostic(
                id: "template.no-text",
                severity: .warning,
                message: LocalizedText(
                    zh: "“\(gap.name)”的值是列表或对象，没有填入；要重复一段，请写成 {{#\(gap.name)}}…{{/\(gap.name)}}",
                    en:
                        "'\(gap.name)' is a list or an object and was not put in; {{#\(gap.name)}}…{{/\(gap.name)}} repeats a part"
                )
            )
        }
        let left = forbidden.sorted { $0.key < $1.key }.map { name, count in
            Diagnostic(
                id: "template.forbidden-character",
                severity: .warning,
                message: LocalizedText(
                    zh: "“\(name)”的值中有 \(count) 个控制字符，文档不能容纳，已略去",
                    en:
                        "\(count) control characters in the value of '\(name)' cannot stand in a document and were left out"
                )
            )
        }
        return lists + left
    }
}
