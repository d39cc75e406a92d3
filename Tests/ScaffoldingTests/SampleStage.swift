public import StageKit
public import SummaryModel

/// Makes one of exclamation marks in a row, and reports those beyond a limit.
///
/// This comment is the manual of the stage. What stands below is a small stage that works; put your own in its place.
///
/// **Requirement.** Official prose is calm (practice): an exclamation mark is rare, and never stands twice in a row.
///
/// **Reports** `sample.exclamation`: an exclamation mark beyond `limit` in a paragraph, with 。 as a suggestion.
///
/// **Changes** Exclamation marks in a row become one (`repeated-mark`).
///
/// **Options.** `limit`: how many exclamation marks a paragraph may have.
public struct SampleStage: Stage {
    /// The name in configuration files.
    public static let name = "sample"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "把连用的感叹号并作一个，列出过多的感叹号",
        en: "Makes one of exclamation marks in a row, and reports those beyond a limit."
    )
    /// What it changes are defects.
    public static let correctsDraft = true

    /// What the stage may report.
    public static let findings = [
        FindingDescription(
            "\(name).exclamation",
            .info,
            LocalizedText(zh: "一段中感叹号过多", en: "More exclamation marks in a paragraph than the limit.")
        )
    ]

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "连用的感叹号并作一个，多出的列出", en: "Marks in a row become one, those beyond the limit are reported"),
            draft: """
                镇图书室2024年工作总结
                一年来，图书室面貌一新！！！全年接待读者6000人次，读者满意！
                """,
            result: """
                镇图书室2024年工作总结
                一年来，图书室面貌一新！全年接待读者6000人次，读者满意！
                """,
            findings: ["sample.exclamation"]
        ),
        StageExample(
            LocalizedText(zh: "一个也不用", en: "None at all"),
            options: "{ limit: 0 }",
            draft: """
                镇图书室2024年工作总结
                一年来，图书室工作取得新的进展！
                """,
            findings: ["sample.exclamation"]
        ),
    ]

    private let limit: Int

    /// Creates the stage.
    public init(options: SampleOptions) { limit = options.limit }

    /// Makes one of marks in a row, and reports those beyond the limit.
    public func run(_ document: inout Document, in context: inout StageContext) {
        for index in document.blocks.indices where document.blocks[index].kind != .residue {
            let text = joinMarks(&document.blocks[index], in: &context)
            for place in text.places(of: "！").dropFirst(limit) {
                context.report(finding(at: place, of: text, in: document.blocks[index]))
            }
        }
    }

    /// Makes one of marks in a row; the row of the block as it is then.
    private func joinMarks(_ block: inout Block, in context: inout StageContext) -> BlockText {
        let text = BlockText(block)
        var changes: [TextChange] = []
        for passage in text.passages {
            var index = passage.lowerBound
            while index < passage.upperBound {
                var end = index
                while end < passage.upperBound, text.scalars[end] == "！" { end += 1 }
                if end - index > 1 { changes.append(TextChange(index..<end, "！", reason: "repeated-mark")) }
                index = max(end, index + 1)
            }
        }
        return context.apply(changes, to: &block, text).isEmpty ? text : BlockText(block)
    }

    private func finding(at place: Range<Int>, of text: BlockText, in block: Block) -> Diagnostic {
        Diagnostic(
            id: "\(Self.name).exclamation",
            severity: .info,
            message: Self.tooMany(limit),
            anchor: text.anchor(place, in: block),
            fixes: [FixIt(before: "！", after: "。", applicability: .suggested)]
        )
    }

    // MARK: - Wording

    private static func tooMany(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "这一段的感叹号多于 \(limit) 个，请考虑改用“。”",
            en: "the paragraph has more than \(limit) exclamation marks; consider '。'"
        )
    }
}
