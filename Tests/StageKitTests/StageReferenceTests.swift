import StageKit
import SummaryModel
import Testing

@Suite struct StageReferenceTests {
    private struct PlainStage: Stage {
        static let name = "plain"
        static let summary = LocalizedText(zh: "什么也不做", en: "Does nothing.")
        init(options: NoOptions) {}
        func run(_ document: inout Document, in context: inout StageContext) {}
    }

    private struct OptionStage: Stage {
        struct Options: StageOptions {
            var depth = 2
            var label: String?
            static var options: [StageOption<Options>] {
                [
                    .integer("depth", \.depth, in: 1...9, LocalizedText(zh: "层数", en: "how deep")),
                    .text("label", \.label, LocalizedText(zh: "标签，如 a|b", en: "a label such as a|b")),
                ]
            }
        }
        static let name = "sample"
        static let summary = LocalizedText(zh: "举例", en: "Gives an example.")
        init(options: Options) {}
        func run(_ document: inout Document, in context: inout StageContext) {}
    }

    @Test func stageWithoutOptions() {
        let page = StageReference(StageDefinition(PlainStage.self))
        #expect(page.markdown(in: .english) == "# plain\n\nDoes nothing.\n\nIt has no options.\n")
        #expect(page.markdown(in: .chinese) == "# plain\n\n什么也不做。\n\n没有选项。\n")
    }

    @Test func optionsStandInATable() {
        let page = StageReference(StageDefinition(OptionStage.self))
        #expect(
            page.markdown(in: .english) == """
                # sample

                Gives an example.

                ## Options

                | Name | Value | Default | Meaning |
                | --- | --- | --- | --- |
                | `depth` | an integer from 1 to 9 | `2` | how deep |
                | `label` | a string | none | a label such as a\\|b |

                """
        )
        #expect(page.markdown(in: .chinese).contains("| `depth` | 1 至 9 的整数 | `2` | 层数 |"))
    }
}
