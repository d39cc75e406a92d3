import StageKit
import SummaryModel

struct LongParagraphStage: Stage {
    static let name = "long-paragraph"
    static let summary = LocalizedText(zh: "段落超过 500 字", en: "a paragraph has more than 500 characters")
    init(options: NoOptions) {}
    func run(_ document: inout Document, in context: inout StageContext) {
        for block in document.blocks where block.shownText.count > 500 {
            context.report(
                Diagnostic(id: Self.name, severity: .warning, message: Self.summary, anchor: .init(block.id))
            )
        }
    }
}
