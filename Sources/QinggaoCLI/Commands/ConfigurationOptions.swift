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
    /// - Parameter problems: Receives what is wrong with them.
    /// - Returns: The assignments that are none.
    static func assign(
        _ assignments: [String],
        to loader: inout ConfigurationLoader,
        _ problems: inout [ConfigurationProblem]
    ) -> [String] {
        var rest: [String] = []
        for assignment in assignments {
            do throws(ConfigurationError) {
                if try !loader.assign(assignment) { rest.append(assignment) }
            } catch { problems += error.problems }
        }
        return rest
    }

    /// The configuration with assignments over it, where no others than those to options make sense.
    ///
    /// - Throws: ``ConfigurationError`` with everything that is wrong with either.
    func load(
        _ assignments: [String],
        by loader: ConfigurationLoader
    ) throws(ConfigurationError) -> EffectiveConfiguration {
        var loader = loader
        var problems: [ConfigurationProblem] = []
        for other in Self.assign(assignments, to: &loader, &problems) { problems.append(Self.noOption(other)) }
        do throws(ConfigurationError) {
            let effective = try loader.load(config)
            if problems.isEmpty { return effective }
        } catch { problems += error.problems }
        throw ConfigurationError(problems)
    }

    private static func noOption(_ assignment: String) -> ConfigurationProblem {
        ConfigurationProblem(
            place: ConfigurationPlace(file: "--set"),
            message: LocalizedText(
                zh: "“\(assignment)”不是 步骤.选项=值；填空请用 render --set",
                en: "'\(assignment)' is not STAGE.OPTION=VALUE; render --set fills gaps"
            )
        )
    }
}
