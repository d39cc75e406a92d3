internal import SummaryModel

/// What the stage may report, for its reference page.
enum NumberingFindings {
    static let all: [FindingDescription] = [
        FindingDescription(
            "numbering.gap",
            .warning,
            LocalizedText(zh: "缺号：一、三、", en: "A number is missing: 一、三、."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.duplicate",
            .warning,
            LocalizedText(zh: "重号：二、二、", en: "A number stands twice: 二、二、."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.order",
            .warning,
            LocalizedText(zh: "次序颠倒：四、三、", en: "A number stands after a greater one: 四、三、."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.restart",
            .warning,
            LocalizedText(
                zh: "同级编号中途又从头开始；正文隔开的列表只提示",
                en: "The numbers begin again among siblings; lists with text between are only noted."
            ),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.not-starting-at-one",
            .warning,
            LocalizedText(zh: "同级编号不从一开始", en: "The first of the siblings is not one."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.continued",
            .info,
            LocalizedText(
                zh: "编号接续上一部分；跨部分、跨章只提示",
                en: "The numbers run on from the section before; across parts and chapters that is only noted."
            )
        ),
        FindingDescription(
            "numbering.skipped-level",
            .info,
            LocalizedText(zh: "跳过层次，每种情况提示一次", en: "A level is left out, once for each pair of levels."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.inverted-level",
            .warning,
            LocalizedText(zh: "高层次排在低层次之后", en: "A higher level stands after a lower one under the same heading."),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.marker-form",
            .warning,
            LocalizedText(
                zh: "括号或标点不规范：(五)、1、、一.、（一）、、㈠",
                en: "Wrong brackets, or a wrong mark: (五), 1、, 一., （一）、, ㈠."
            ),
            source: "GB/T 9704-2012 7.3.3"
        ),
        FindingDescription(
            "numbering.mixed-forms",
            .info,
            LocalizedText(zh: "同级编号写法不一", en: "Siblings are written in different forms.")
        ),
        FindingDescription(
            "numbering.path",
            .warning,
            LocalizedText(zh: "1.3 一类编号与上级标题的编号不符", en: "A number such as 1.3 stands under another heading than 1.")
        ),
        FindingDescription(
            "numbering.single-child",
            .warning,
            LocalizedText(
                zh: "一个层次只有一项；只有“一是”的只提示",
                en: "A heading has one heading under it only; a lone 一是 is only noted."
            )
        ),
        FindingDescription(
            "numbering.heading-stop",
            .info,
            LocalizedText(
                zh: "一、二级标题独占一行而末尾有句号",
                en: "A heading of the first two levels on a line of its own ends with a stop."
            )
        ),
        FindingDescription(
            "numbering.reference-missing",
            .warning,
            LocalizedText(
                zh: "文中指引的标题不存在：只有四部分而写“见第五部分”",
                en: "A reference names a heading that is not there: 见第五部分 in a document of four parts."
            )
        ),
        FindingDescription(
            "numbering.reference-unclear",
            .info,
            LocalizedText(zh: "文中指引的标题不明确", en: "It is not clear which heading a reference means.")
        ),
        FindingDescription(
            "numbering.no-sign",
            .warning,
            LocalizedText(zh: "序号没有对应的写法：①到㊿为止", en: "There is no sign for the number: ① ends at ㊿.")
        ),
        FindingDescription(
            "numbering.too-few-levels",
            .error,
            LocalizedText(
                zh: "编号方案的层次不够，没有转换",
                en: "The scheme has fewer levels than the document; nothing was converted."
            )
        ),
    ]
}
