public import RenderKit
public import StageKit
public import SummaryModel

/// A checked configuration: what will be done, with every default filled in.
public struct EffectiveConfiguration: Sendable {
    /// A style sheet that a configuration names.
    public enum Style: Sendable, Hashable {
        /// One that is built in.
        case builtIn(String)
        /// A file, by its path seen from the working folder.
        case file(path: String, name: PipelineConfiguration.Name)

        /// The style as written.
        public var name: String {
            switch self {
            case .builtIn(let name): name
            case .file(_, let name): name.text
            }
        }
    }

    /// A stage with its options as they were given.
    public struct StageDescription: Sendable {
        /// What the catalog knows of the stage.
        public var definition: StageDefinition
        /// The values given, by the name of the option; `enabled` and `when` are among them.
        public var given: [String: ConfigurationValue]
        /// Where the stage stands in a list.
        public var place: ConfigurationPlace
    }

    /// A file that is written of every draft.
    public struct Output: Sendable, Hashable {
        /// The name of the format.
        public var format: String
        /// Its own style sheet; `nil` for that of the configuration.
        public var style: Style?
        /// What stands in its name between the stem and the extension.
        public var suffix: String
        /// The options of its format.
        public var options = RendererOptions()
        /// Where the configuration names it; `nil` for the default.
        public var place: ConfigurationPlace?

        /// Creates an output.
        public init(format: String, style: Style? = nil, suffix: String = "", place: ConfigurationPlace? = nil) {
            self.format = format
            self.style = style
            self.suffix = suffix
            self.place = place
        }
    }

    /// Options that a preset or a file says of a stage that the resulting list does not have.
    public struct UnusedOptions: Sendable, Hashable {
        /// The name of the stage.
        public var stage: String
        /// The preset or file with the line, such as `preset print:5`.
        public var origin: String
    }

    /// The stages, ready to run.
    public var pipeline: Pipeline
    /// The stages in words, in the order of ``pipeline``, without one that joins only some documents.
    public var stages: [StageDescription]
    /// The style sheet.
    public var style: Style
    /// Where the configuration names the style sheet; `nil` for the default.
    public var stylePlace: ConfigurationPlace?
    /// The outputs, in order.
    public var outputs: [Output]
    /// Whether the file names them; the usual one may give way to what the name of an output implies.
    public var statesOutputs: Bool

    /// Findings that are not reported.
    public var ignored: [Suppression] = []
    /// Where each of ``ignored`` stands.
    public var ignoredPlaces: [ConfigurationPlace] = []
    /// Options that hold for no stage, in the order of the names of the stages.
    public var unused: [UnusedOptions] = []
    /// The configuration files and presets that were read, in order.
    public var files: [String] = []

    /// The stages, with the one that joins the pipeline `standard` only for documents whose metadata speak of it, when one of
    /// `names` does.
    public func pipeline(withValuesOf names: some Sequence<String>) -> Pipeline {
        let names = Array(names)
        guard !names.isEmpty else { return pipeline }
        var result = Pipeline(
            steps: pipeline.steps.map { step in
                guard case .metadata(let known) = step.condition, names.contains(where: known.contains) else {
                    return step
                }
                return Pipeline.Step(step.stage)
            }
        )
        result.absentStages = pipeline.absentStages
        return result
    }

    /// The configuration as a YAML file that says everything, with the origin of every value and the limits as comments;
    /// the same text on every run.
    public func yaml(in language: Language) -> String { ConfigurationListing(self).yaml(in: language) }

    /// The configuration and the limits as JSON, with the origin of every value; the same text on every run.
    public var json: String { ConfigurationListing(self).json }
}

extension OptionDescription {
    /// The default as a value; `nil` when there is none.
    var defaultContent: ConfigurationValue? {
        guard let defaultValue else { return nil }
        let text = ConfigurationValue(.string(defaultValue), place: ConfigurationPlace(file: name))
        switch type {
        case .text, .choice: return text
        case .flag, .integer, .texts, .settings, .lists, .dataFile, .dataFiles, .entries:
            var problems: [ConfigurationProblem] = []
            let value = YAMLReader().read(Array(defaultValue.utf8), file: name, problems: &problems)
            return problems.isEmpty ? value : text
        }
    }
}
