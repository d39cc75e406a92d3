public import SummaryModel

/// The options of a stage: a value with a default for every property, and a description of each.
public protocol StageOptions: Sendable {
    /// Creates the defaults.
    init()

    /// The options by which a configuration may change the defaults.
    static var options: [StageOption<Self>] { get }
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
    /// Creates the value.
    public init() {}

    /// No options.
    public static var options: [StageOption<NoOptions>] { [] }
}

/// What a configuration may say under the name of an option.
public enum OptionType: Sendable, Hashable {
    /// `true` or `false`.
    case flag
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A text.
    case text
    /// One of these names.
    case choice([String])
    /// A list of texts; with names given, each must be one of them.
    case texts([String]?)
    /// A mapping of some of these keys to one of these values each.
    case settings(keys: [String], values: [String])
    /// A mapping from names of the user to lists of texts.
    case lists
    /// The path of a YAML, JSON or CSV file, relative to the configuration, whose content the stage receives.
    case dataFile
    /// The path of a YAML or JSON file, or of a folder of such files, whose contents the stage receives.
    case dataFiles
    /// A list of names, each alone or as a mapping of one key to what belongs to it.
    case entries

    /// The type in words, for messages and reference pages.
    public var name: LocalizedText {
        switch self {
        case .flag: LocalizedText(zh: "true 或 false", en: "true or false")
        case .integer(let range):
            LocalizedText(
                zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                en: "an integer from \(range.lowerBound) to \(range.upperBound)"
            )
        case .text: LocalizedText(zh: "文字", en: "a string")
        case .choice(let names):
            LocalizedText(zh: "\(names.joined(separator: "、")) 之一", en: "one of \(names.joined(separator: ", "))")
        case .texts(nil): LocalizedText(zh: "文字列表", en: "a list of strings")
        case .texts(let names?):
            LocalizedText(
                zh: "由 \(names.joined(separator: "、")) 组成的列表",
                en: "a list of \(names.joined(separator: ", "))"
            )
        case .settings(_, let values):
            LocalizedText(
                zh: "名称到 \(values.joined(separator: "、")) 的映射",
                en: "a mapping of names to \(values.joined(separator: ", "))"
            )
        case .lists: LocalizedText(zh: "名称与文字列表的映射", en: "a mapping from names to lists of strings")
        case .dataFile: LocalizedText(zh: "YAML、JSON 或 CSV 文件的路径", en: "the path of a YAML, JSON or CSV file")
        case .dataFiles:
            LocalizedText(
                zh: "YAML 或 JSON 文件的路径，或这类文件所在的文件夹",
                en: "the path of a YAML or JSON file, or of a folder of them"
            )
        case .entries: LocalizedText(zh: "名称或单键映射的列表", en: "a list of names or mappings of one key")
        }
    }
}

/// The description of one option, from which messages, reference pages and the JSON Schema are made.
public struct OptionDescription: Sendable, Hashable {
    /// The key in the configuration.
    public var name: String
    /// What may stand under it.
    public var type: OptionType
    /// The default as a person would write it; `nil` when there is none.
    public var defaultValue: String?
    /// What the option does, in one sentence.
    public var summary: LocalizedText

    /// Creates a description.
    public init(name: String, type: OptionType, defaultValue: String?, summary: LocalizedText) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.summary = summary
    }
}

/// One option: its description, and how a value from a configuration gets into the options.
public struct StageOption<Options>: Sendable {
    /// The description.
    public let description: OptionDescription
    /// Puts a checked value into the options.
    let apply: @Sendable (inout Options, ConfigurationValue) -> Bool

    /// An option whose value `read` takes from a configuration; `nil` from it refuses the value.
    private static func option<Value>(
        _ name: String,
        _ property: any WritableKeyPath<Options, Value> & Sendable,
        _ type: OptionType,
        default defaultValue: String? = nil,
        _ summary: LocalizedText,
        read: @escaping @Sendable (ConfigurationValue) -> Value?
    ) -> StageOption {
        StageOption(
            description: OptionDescription(name: name, type: type, defaultValue: defaultValue, summary: summary),
            apply: { options, value in
                guard let value = read(value) else { return false }
                options[keyPath: property] = value
                return true
            }
        )
    }

    /// A switch.
    public static func flag(
        _ name: String,
        _ property: any WritableKeyPath<Options, Bool> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .flag, default: Options()[keyPath: property] ? "true" : "false", summary) { value in
            if case .bool(let flag) = value.content { flag } else { nil }
        }
    }

    /// A whole number in `range`.
    public static func integer(
        _ name: String,
        _ property: any WritableKeyPath<Options, Int> & Sendable,
        in range: ClosedRange<Int>,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .integer(range), default: String(Options()[keyPath: property]), summary) { value in
            if case .integer(let number) = value.content, range.contains(number) { number } else { nil }
        }
    }

    /// A text.
    public static func text(
        _ name: String,
        _ property: any WritableKeyPath<Options, String?> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .text, default: Options()[keyPath: property], summary) { value in
            value.text.map(Optional.some)
        }
    }

    /// A text that keeps its place, for what only the stage can check.
    public static func text(
        _ name: String,
        _ property: any WritableKeyPath<Options, ConfigurationValue?> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .text, summary) { value in value.text.map { _ in value } }
    }

    /// A mapping from names to lists of texts, which keep their places; the stage checks what is in it.
    public static func lists(
        _ name: String,
        _ property: any WritableKeyPath<Options, ConfigurationValue?> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .lists, summary) { value in value.entries.map { _ in value } }
    }

    /// One of the cases of an enumeration.
    public static func choice<Choice>(
        _ name: String,
        _ property: any WritableKeyPath<Options, Choice> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption
    where Options: StageOptions, Choice: RawRepresentable<String> & CaseIterable & SendableMetatype {
        option(
            name,
            property,
            .choice(Choice.allCases.map(\.rawValue)),
            default: Options()[keyPath: property].rawValue,
            summary
        ) { value in
            value.text.flatMap(Choice.init)
        }
    }

    /// A list of texts, of which `allowed` has all that may stand in it; `nil` when any may.
    public static func texts(
        _ name: String,
        _ property: any WritableKeyPath<Options, [String]> & Sendable,
        allowed: [String]? = nil,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .texts(allowed), default: written(Options()[keyPath: property]), summary) { value in
            guard let elements = value.elements else { return nil }
            let texts = elements.compactMap(\.text)
            let isKnown = allowed.map { texts.allSatisfy($0.contains) } ?? true
            return texts.count == elements.count && isKnown ? texts : nil
        }
    }

    /// A list of texts that keep their places, for what only the stage can check.
    public static func texts(
        _ name: String,
        _ property: any WritableKeyPath<Options, [ConfigurationValue]> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        let initial = Options()[keyPath: property].compactMap(\.text)
        return option(name, property, .texts(nil), default: written(initial), summary) { value in
            value.elements.flatMap { elements in elements.allSatisfy { $0.text != nil } ? elements : nil }
        }
    }

    /// A list of names, each alone or as a mapping of one key, for what only the stage can check.
    public static func entries(
        _ name: String,
        _ property: any WritableKeyPath<Options, [ConfigurationValue]> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .entries, default: "[]", summary) { value in
            value.elements.flatMap { elements in
                elements.allSatisfy { $0.text != nil || $0.entries?.count == 1 } ? elements : nil
            }
        }
    }

    /// A mapping of some of `keys`, which are rules, to one of `values` each.
    static func settings(
        _ name: String,
        _ property: any WritableKeyPath<Options, RuleLevels> & Sendable,
        keys: [String],
        values: [String],
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .settings(keys: keys, values: values), summary) { value in
            guard let entries = value.entries,
                entries.allSatisfy({ keys.contains($0.key) && values.contains($0.value.text ?? "") })
            else { return nil }
            return RuleLevels(entries)
        }
    }

    /// The content of a YAML, JSON or CSV file that the configuration names.
    public static func dataFile(
        _ name: String,
        _ property: any WritableKeyPath<Options, ConfigurationValue?> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .dataFile, summary) { $0 }
    }

    /// The contents of a YAML or JSON file that the configuration names, or of those in a folder, in the order of their
    /// names.
    public static func dataFiles(
        _ name: String,
        _ property: any WritableKeyPath<Options, [ConfigurationValue]> & Sendable,
        _ summary: LocalizedText
    ) -> StageOption where Options: StageOptions {
        option(name, property, .dataFiles, summary, read: \.elements)
    }

    /// A list as a person would write it, with quotes around what needs them.
    private static func written(_ texts: [String]) -> String {
        let elements = texts.map { text in
            let isPlain =
                !text.isEmpty
                && text.unicodeScalars.allSatisfy {
                    $0.value > 0x2000 || $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
                }
            return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        return "[\(elements.joined(separator: ", "))]"
    }
}
