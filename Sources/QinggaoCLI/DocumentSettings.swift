internal import Configuration
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import StageKit
internal import SummaryModel

/// What a command makes documents by: the configuration with what the command line puts over it.
struct DocumentSettings: Sendable {
    /// An output with its style sheet.
    struct Output: Sendable {
        var format: String
        var suffix: String
        var options: RendererOptions
        var style: StyleSheet
    }

    var pipeline: Pipeline
    var outputs: [Output]
    var ignored: [Suppression]
    var unused: [EffectiveConfiguration.UnusedOptions]

    /// Whether values can be put into gaps.
    var takesValues: Bool { pipeline.steps.contains(where: Self.takesValues) }

    /// Everything that is wrong is reported at once.
    ///
    /// - Parameters:
    ///   - options: The options of the command line.
    ///   - output: The path of the output, whose extension names the format when nothing else does.
    /// - Throws: ``ConfigurationError``.
    init(
        _ options: DocumentOptions,
        output: String?,
        of tool: CommandLineTool,
        in session: Session
    ) throws(ConfigurationError) {
        var loader = options.configuration.loader(of: tool, in: session)
        loader.allowsExternal = options.programs.allowExternal
        let values = options.values
        var problems: [ConfigurationProblem] = []
        var hasValues = !values.data.isEmpty
        let assignments = ConfigurationOptions.assign(values.assignments, to: &loader, &problems)
        do throws(ConfigurationError) {
            hasValues = hasValues || !assignments.isEmpty
            if let entries = try GapValues.entries(files: values.data, assignments: assignments) {
                for stage in Self.stagesWithValues { loader.overrides[stage] = [entries] }
            }
        } catch { problems += error.problems }
        var effective: EffectiveConfiguration?
        do throws(ConfigurationError) { effective = try loader.load(options.configuration.config) } catch {
            problems += error.problems
        }
        var chosenStyle: EffectiveConfiguration.Style?
        if let style = options.style {
            do throws(ConfigurationError) {
                chosenStyle = try loader.style(.init(style, place: ConfigurationPlace(file: "--style")))
            } catch { problems += error.problems }
        }
        var outputs = effective?.outputs ?? []
        let implied = effective?.statesOutputs == true ? nil : output.flatMap { Self.impliedFormat(of: $0, tool) }
        if let to = options.to ?? implied {
            do throws(ConfigurationError) {
                let output = try loader.output(.init(to, place: ConfigurationPlace(file: "--to")))
                // What the configuration says of the format stays.
                outputs = outputs.filter { $0.format == output.format }
                if outputs.isEmpty { outputs = [output] }
            } catch { problems += error.problems }
        }
        if effective != nil { problems += loader.problems(withOutputsIn: outputs.map(\.format)) }
        if hasValues, let effective, !effective.pipeline.steps.contains(where: Self.takesValues) {
            problems.append(Self.noPlaceForValues(values.data.isEmpty ? "--set" : "--data"))
        }
        var reference: ReferenceStyle?
        if let path = options.reference {
            let context = options.reading.context(in: session)
            do throws(ConfigurationError) { reference = try Self.reference(path, in: context) } catch {
                problems += error.problems
            }
        }
        // One or two; a dictionary of a new type takes the runtime longer.
        var sheets: [(style: EffectiveConfiguration.Style, sheet: StyleSheet)] = []
        var usualStyle = chosenStyle ?? effective?.style ?? .builtIn(ConfigurationLoader.defaultStyle)
        if chosenStyle == nil, effective?.stylePlace == nil, let base = reference?.base { usualStyle = .builtIn(base) }
        for choice in [usualStyle] + outputs.compactMap({ chosenStyle ?? $0.style })
        where !sheets.contains(where: { $0.style == choice }) {
            do throws(ConfigurationError) {
                let sheet = try StyleLibrary.sheet(choice)
                sheets.append((choice, reference?.sheet(over: sheet) ?? sheet))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty, let effective else { throw ConfigurationError(problems) }
        pipeline = effective.pipeline(withValuesOf: assignments.lazy.compactMap(Self.key))
        self.outputs = outputs.compactMap { output in
            let style = chosenStyle ?? output.style ?? usualStyle
            return sheets.first { $0.style == style }.map {
                .init(format: output.format, suffix: output.suffix, options: output.options, style: $0.sheet)
            }
        }
        ignored = effective.ignored
        unused = effective.unused
    }

    /// Reads the file whose styles are used.
    private static func reference(
        _ path: String,
        in context: ReaderContext
    ) throws(ConfigurationError) -> ReferenceStyle {
        let place = ConfigurationPlace(file: "--reference")
        let file: DraftFile
        do { file = DraftFile(try FileContents.read(path), name: path) } catch {
            throw ConfigurationError([ConfigurationProblem(place: place, message: error.message(path))])
        }
        do throws(DraftError) { return try ReferenceStyle(file, in: context) } catch {
            let message = LocalizedText(zh: "\(path)：\(error.message.zh)", en: "\(path): \(error.message.en)")
            throw ConfigurationError([ConfigurationProblem(place: place, message: message)])
        }
    }

    /// The name to which `name=value` gives a value.
    private static func key(of assignment: String) -> String? {
        assignment.firstIndex(of: "=").map { String(assignment[..<$0]) }
    }

    /// The format that the extension of the output names.
    private static func impliedFormat(of output: String, _ tool: CommandLineTool) -> String? {
        guard let dot = output.lastIndex(of: ".") else { return nil }
        let name = output[output.index(after: dot)...].lowercased()
        return tool.renderers[name] == nil && PageExport(rawValue: name) == nil ? nil : name
    }

    /// The stages whose option `data` has values by name.
    private static let stagesWithValues = ["elements", "placeholders"]

    /// Whether a step can use values.
    private static func takesValues(_ step: Pipeline.Step) -> Bool {
        stagesWithValues.contains(type(of: step.stage).name) && step.condition != .never
    }

    /// Values without a stage that could use them.
    static func noPlaceForValues(_ option: String) -> ConfigurationProblem {
        ConfigurationProblem(
            place: ConfigurationPlace(file: option),
            message: LocalizedText(
                zh: "流水线中没有 placeholders 或 elements，数据无处可填",
                en: "the pipeline has no stage that could use the values: placeholders or elements"
            )
        )
    }
}
