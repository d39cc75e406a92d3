internal import ArgumentParser
internal import Configuration
internal import StageKit
internal import SummaryModel

/// Options of every command that goes by a configuration.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: .text(
            zh: "流水线配置文件（YAML），或预设名：\(ConfigurationLoader.presets.joined(separator: "、"))",
            en: "A pipeline file (YAML), or a preset: \(ConfigurationLoader.presets.joined(separator: ", ")).",
            valueName: "file|preset"
        )
    )
    var config: String?

    @Option(
        help: .text(
            zh: "方案：配置中的，或 \(ConfigurationLoader.profilePresets.joined(separator: "、"))",
            en: "A profile of the configuration, or \(ConfigurationLoader.profilePresets.joined(separator: ", ")).",
            valueName: "name"
        )
    )
    var profile: String?

    @Flag(help: .text(zh: "不用用户配置文件", en: "Leaves the configuration of the user out."))
    var noUserConfig = false

    /// The loader for what these options say.
    func loader(of tool: CommandLineTool, in session: Session) -> ConfigurationLoader {
        var loader = tool.loader()
        loader.variables = session.environment
        loader.profile = profile.map { .init($0, place: ConfigurationPlace(file: "--profile")) }
        loader.userFile = noUserConfig ? nil : UserConfiguration.path(in: session.environment)
        return loader
    }

    /// Takes assignments to options of stages over the configuration.
    ///
    /// - Returns: The assignments that are none.
    static func assign(
        _ assignments: [String],
        to loader: inout ConfigurationLoader
    ) throws(ConfigurationError) -> [String] {
        var rest: [String] = []
        var problems: [ConfigurationProblem] = []
        for assignment in assignments {
            do {
                if try !loader.assign(assignment) { rest.append(assignment) }
            } catch { problems += error.problems }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return rest
    }

    /// Takes assignments where no others make sense.
    static func assignAll(_ assignments: [String], to loader: inout ConfigurationLoader) throws {
        guard let first = try assign(assignments, to: &loader).first else { return }
        throw UsageError(
            zh: "“\(first)”不是 步骤.选项=值；填空请用 render --set",
            en: "'\(first)' is not STAGE.OPTION=VALUE; render --set fills gaps"
        )
    }
}
