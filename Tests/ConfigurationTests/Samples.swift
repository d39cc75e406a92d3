import Boilerplate
import Configuration
import Numbering
import RenderKit
import StageKit
import SummaryModel

/// A stage that does nothing, with an option of every type.
struct CleanupSample: Stage {
    enum Mode: String, CaseIterable { case gentle, thorough }

    struct Options: StageOptions {
        var keep: [String] = ["a", "b", "，", "c, \"d\""]
        var mode = Mode.gentle
        var depth = 2
        var isOn = true
        var label: String?
        var data: ConfigurationValue?

        static var options: [StageOption<Options>] {
            [
                .texts("keep", \.keep, LocalizedText(zh: "保留的词", en: "the words to keep")),
                .choice("mode", \.mode, LocalizedText(zh: "力度", en: "how thorough")),
                .integer("depth", \.depth, in: 1...9, LocalizedText(zh: "层数", en: "how deep")),
                .flag("on", \.isOn, LocalizedText(zh: "是否启用", en: "whether it works | or not")),
                .text("label", \.label, LocalizedText(zh: "标签", en: "a label")),
                .dataFile("data", \.data, LocalizedText(zh: "数据", en: "data")),
            ]
        }
    }

    static let name = "cleanup"
    static let summary = LocalizedText(zh: "清理", en: "cleans up")
    let options: Options
    init(options: Options) { self.options = options }
    func run(_ document: inout Document, in context: inout StageContext) {}
}

func sampleLoader() throws -> ConfigurationLoader {
    let catalog = try StageCatalog().adding(CleanupSample.self).adding(NumberingStage.self).adding(
        BoilerplateStage.self
    )
    var loader = ConfigurationLoader(
        stages: catalog,
        formats: ["docx", "html", "txt"],
        styles: ["gbt9704", "compact"]
    )
    loader.formatOptions = { format in
        guard format == "txt" else { return [] }
        return [
            RendererOption("wrap", .integer(40...400), LocalizedText(zh: "折行", en: "wraps lines")),
            RendererOption("numbers", .flag(true), LocalizedText(zh: "序号", en: "has numbers")),
        ]
    }
    return loader
}

/// The problems of a configuration, as `line:column message`.
func problems(of yaml: String, file: String = "q.yaml") throws -> [String] {
    do {
        _ = try sampleLoader().load(Array(yaml.utf8), file: file)
        return []
    } catch let error as ConfigurationError {
        return error.problems.map { problem in
            let position = problem.place.position.map { "\($0.line):\($0.column) " } ?? ""
            return (problem.place.file == file ? "" : problem.place.file + ":") + position + problem.message.en
        }
    }
}
