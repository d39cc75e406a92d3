import StageKit
import SummaryModel

// swift-format-ignore: the README shows these lines.
struct LongParagraphStage: Stage {
    static let name = "long-paragraph"
    static let summary = LocalizedText(zh: "指出过长的段落", en: "reports paragraphs that are too long")

    init(options: NoOptions) {}

    func run(_ document: inout Document, in context: inout StageContext) {
        for block in document.blocks where block.shownText.count > 500 {
            let message = LocalizedText(zh: "段落超过 500 字，请分段", en: "more than 500 characters; split the paragraph")
            context.report(Diagnostic(id: "long-paragraph", severity: .warning, message: message, anchor: .init(block.id)))
        }
    }
}
