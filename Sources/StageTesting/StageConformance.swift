public import StageKit
public import SummaryModel

/// Checks what every stage must keep, from its description alone.
///
/// ```swift
/// let failures = StageConformance.failures(
///     of: StageDefinition(LongParagraphStage.self),
///     parsing: { text, file in try DataFile.read(Array(text.utf8), path: file) },
///     reading: { DraftReader().read(Draft(source: $0, format: "text")).document }
/// )
/// #expect(failures == [])
/// ```
public enum StageConformance {
    /// Reads YAML, or a data file of an example by its extension.
    ///
    /// - Parameter text: The content.
    /// - Parameter file: The name, for the places of values and problems.
    public typealias Parser = (_ text: String, _ file: String) throws(ConfigurationError) -> ConfigurationValue

    /// The name under which the options of an example are read.
    private static let file = "options.yaml"

    /// What is not as it should be, one sentence each; empty when all is well.
    ///
    /// Names are lower-case words with hyphens; summaries are in both languages; findings begin with the name of the stage
    /// and are listed once; every option has a summary and takes its own default; an option that is not known is refused
    /// with its place; and every example shows what it says, is idempotent, and is accounted for by its edits.
    ///
    /// - Parameters:
    ///   - definition: The stage.
    ///   - parse: Reads the options and data files of the examples.
    ///   - read: Makes a document from the draft of an example.
    public static func failures(
        of definition: StageDefinition,
        parsing parse: @escaping Parser,
        reading read: (SourceText) -> Document
    ) -> [String] {
        descriptions(definition)
            + definition.options.flatMap { option in failures(of: option, definition, parse) }
            + unknownOption(definition)
            + definition.examples.flatMap { example in
                failures(of: example, definition, parse, read).map { "example '\(example.title.en)': \($0)" }
            }
    }

    // MARK: - Descriptions

    private static func descriptions(_ definition: StageDefinition) -> [String] {
        var failures = WordingCheck.failures(ofSummary: definition.summary, "the summary of the stage")
        if !StableName.isWellFormed(definition.name) { failures.append(malformed("the name", definition.name)) }
        var seen: Set<String> = []
        for finding in definition.findings {
            let prefix = definition.name + "."
            if finding.id != definition.name, !finding.id.hasPrefix(prefix) {
                failures.append("the finding '\(finding.id)' does not begin with '\(prefix)'")
            } else if finding.id != definition.name,
                !StableName.isWellFormed(String(finding.id.dropFirst(prefix.count)))
            {
                failures.append(malformed("the finding", finding.id))
            }
            if !seen.insert(finding.id).inserted { failures.append("the finding '\(finding.id)' is listed twice") }
            failures += WordingCheck.failures(ofSummary: finding.summary, "the summary of '\(finding.id)'")
            if finding.source?.isEmpty == true { failures.append("the source of '\(finding.id)' is empty") }
        }
        var names: Set<String> = []
        for option in definition.options {
            if !StableName.isWellFormed(option.name) { failures.append(malformed("the option", option.name)) }
            if !names.insert(option.name).inserted { failures.append("the option '\(option.name)' is there twice") }
            failures += WordingCheck.failures(ofSummary: option.summary, "the summary of the option '\(option.name)'")
        }
        for example in definition.examples {
            failures += WordingCheck.failures(example.title, "the title of an example")
        }
        return failures
    }

    private static func malformed(_ what: String, _ name: String) -> String {
        "\(what) '\(name)' is not made of lower-case words with hyphens"
    }

    // MARK: - Options

    /// Makes the stage with the default written out, as a person would copy it from the reference.
    private static func failures(
        of option: OptionDescription,
        _ definition: StageDefinition,
        _ parse: @escaping Parser
    ) -> [String] {
        guard let written = option.defaultValue else { return [] }
        do throws(ConfigurationError) {
            let options = try parse("\(option.name): \(written)", file)
            _ = try definition.makeStage(options: options) { path, place throws(ConfigurationError) in
                throw missing(path, at: place)
            }
            return []
        } catch {
            // A stage may want other options besides.
            let wanted = missingOptions(definition)
            let problems = error.problems.filter { !wanted.contains($0.message) }
            return problems.isEmpty
                ? []
                : [
                    "the option '\(option.name)' refuses its default '\(written)': \(words(ConfigurationError(problems)))"
                ]
        }
    }

    /// What the stage says when no option is given; nothing unless it has options that must be there.
    private static func missingOptions(_ definition: StageDefinition) -> Set<LocalizedText> {
        do throws(ConfigurationError) {
            _ = try definition.makeStage(options: nil) { path, place throws(ConfigurationError) in
                throw missing(path, at: place)
            }
            return []
        } catch {
            return Set(error.problems.map(\.message))
        }
    }

    private static func unknownOption(_ definition: StageDefinition) -> [String] {
        var name = "no-such-option"
        while definition.options.contains(where: { $0.name == name }) { name += "-either" }
        let place = ConfigurationPlace(file: file, position: SourcePosition(line: 1, column: 1))
        let value = ConfigurationValue(.bool(true), place: place)
        let options = ConfigurationValue(
            .mapping([.init(key: name, keyPlace: place, value: value)]),
            place: ConfigurationPlace(file: file)
        )
        do throws(ConfigurationError) {
            _ = try definition.makeStage(options: options) { path, place throws(ConfigurationError) in
                throw missing(path, at: place)
            }
            return ["an option that is not known is not refused"]
        } catch {
            guard error.problems.contains(where: { $0.place == place }) else {
                return ["the refusal of an option that is not known has no place"]
            }
            return error.problems.flatMap { WordingCheck.failures($0.message, "the refusal of an unknown option") }
        }
    }

    // MARK: - Examples

    private static func failures(
        of example: StageExample,
        _ definition: StageDefinition,
        _ parse: @escaping Parser,
        _ read: (SourceText) -> Document
    ) -> [String] {
        var failures: [String] = []
        do {
            let stage = try stage(of: example, definition, parse)
            let source = SourceText(example.draft)
            let run = try StageRun(Pipeline([stage]), read(source), source, date: example.date)
            let text = run.text
            let wanted = example.result ?? StageRun.text(run.document)
            if !text.utf8.elementsEqual(wanted.utf8) { failures.append("the text is\n\(text)\nwanted\n\(wanted)") }
            let found = run.result.diagnostics.map(\.id)
            if found != example.findings { failures.append("the findings are \(found), wanted \(example.findings)") }
            if found.isEmpty, example.result == nil { failures.append("it shows nothing") }
            failures += try run.failures()
        } catch let error as ConfigurationError {
            failures.append("the options are refused: \(words(error))")
        } catch let error as Pipeline.StageFailure {
            failures.append("the stage failed: \(error.reason.en)")
        } catch {
            failures.append("\(error)")
        }
        return failures
    }

    private static func stage(
        of example: StageExample,
        _ definition: StageDefinition,
        _ parse: @escaping Parser
    ) throws(ConfigurationError) -> any Stage {
        let options = example.options.isEmpty ? nil : try parse(example.options, file)
        func load(_ path: String, _ place: ConfigurationPlace) throws(ConfigurationError) -> ConfigurationValue {
            guard let content = example.files[path] else { throw missing(path, at: place) }
            return try parse(content, path)
        }
        return try definition.makeStage(options: options, load: load) { path, place throws(ConfigurationError) in
            let folder = example.files.keys.filter { $0.hasPrefix(path + "/") }.sorted()
            guard !folder.isEmpty else { return [try load(path, place)] }
            var contents: [ConfigurationValue] = []
            for name in folder { contents.append(try load(name, place)) }
            return contents
        }
    }

    private static func missing(_ path: String, at place: ConfigurationPlace) -> ConfigurationError {
        ConfigurationError([
            ConfigurationProblem(
                place: place,
                message: LocalizedText(zh: "示例中没有文件“\(path)”", en: "the example has no file '\(path)'")
            )
        ])
    }

    private static func words(_ error: ConfigurationError) -> String {
        error.problems.map(\.message.en).joined(separator: "; ")
    }
}
