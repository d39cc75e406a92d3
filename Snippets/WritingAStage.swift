//! A stage with one option, one change and one finding, run and tested.

import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel

// snippet.stage
struct FormalWordsOptions: StageOptions {
    /// The words that are reported.
    var spoken = ["咱们", "搞好"]

    static let options: [StageOption<FormalWordsOptions>] = [
        .texts("spoken", \.spoken, LocalizedText(zh: "要列出的口语词", en: "The spoken words that are reported."))
    ]
}

/// Writes 本单位 for 我单位, and reports spoken words.
struct FormalWordsStage: Stage {
    static let name = "formal-words"
    static let summary = LocalizedText(zh: "把“我单位”写成“本单位”，并列出口语词", en: "Writes 本单位 for 我单位, and reports spoken words.")
    static let findings = [
        FindingDescription("formal-words.spoken", .info, LocalizedText(zh: "口语词", en: "A spoken word."))
    ]

    private let spoken: [String]

    init(options: FormalWordsOptions) { spoken = options.spoken }

    func run(_ document: inout Document, in context: inout StageContext) {
        for index in document.blocks.indices where document.blocks[index].kind.holdsProse {
            let text = BlockText(document.blocks[index])
            let changes = text.places(of: "我单位").map { TextChange($0, "本单位", reason: "formal-word") }
            context.apply(changes, to: &document.blocks[index], text)
            // Findings refer to the text as the stage leaves it.
            let block = document.blocks[index]
            let result = BlockText(block)
            for word in spoken {
                for place in result.places(of: word) {
                    context.report(finding(word, at: result.anchor(place, in: block)))
                }
            }
        }
    }

    private func finding(_ word: String, at anchor: Diagnostic.Anchor) -> Diagnostic {
        Diagnostic(
            id: "formal-words.spoken",
            severity: .info,
            message: LocalizedText(zh: "“\(word)”是口语，请改写", en: "'\(word)' is spoken language; rewrite it"),
            anchor: anchor
        )
    }
}
// snippet.end

// snippet.run
let stage = FormalWordsStage(options: FormalWordsOptions())
let source = SourceText("清溪镇文化站2024年工作总结\n我单位全年举办讲座12场，咱们镇的读者6000人次。\n")
let document = DraftReader().read(Draft(source: source, format: "text")).document
let result = try Pipeline([stage]).run(document, source: source)
for edit in result.edits { print("\(edit.before) → \(edit.after): \(edit.reason)") }
for finding in result.diagnostics {
    print("\(finding.start?.line ?? 0):\(finding.start?.column ?? 0) \(finding.message(.english)) [\(finding.id)]")
}
// snippet.end

// snippet.test
let test = StageTest(stage) { DraftReader().read(Draft(source: $0, format: "text")).document }
let failures = test.failures(
    "清溪镇文化站2024年工作总结\n我单位全年举办讲座12场，[[formal-words.spoken: 咱们]]镇的读者6000人次。",
    becomes: "清溪镇文化站2024年工作总结\n本单位全年举办讲座12场，咱们镇的读者6000人次。"
)
print("failures: \(failures)")
