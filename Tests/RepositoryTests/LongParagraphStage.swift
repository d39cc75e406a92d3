import StageKit
import SummaryModel

struct LongParagraphStage: Stage {
    static let name = "long-paragraph"
    static let summary = LocalizedText(zh: "报告超过 500 字的段落", en: "Reports paragraphs of more than 500 characters.")
    static let findings = [FindingDescription("long-paragraph.found", .warning, summary)]
    init(options: NoOptions) {}
    func run(_ document: inout Document, in context: inout StageContext) {
        for block in document.blocks where block.shownText.count > 500 {
            context.report(
                Diagnostic(
                    id: "long-paragraph.found",
                    severity: .warning,
                    message: LocalizedText(
                        zh: "段落超过 500 字，请分段",
                        en: "the paragraph has more than 500 characters; divide it"
                    ),
                    anchor: .init(block.id)
                )
            )
        }
    }
}
