internal import StageKit
internal import SummaryModel

/// The schemes that a stage knows: the built-in ones and those of the configuration.
struct SchemeList {
    private var schemes = Scheme.builtIn
    private(set) var problems: [ConfigurationProblem] = []

    /// Adds the schemes of a mapping from names to lists of patterns; what is wrong with them goes into ``problems``.
    init(_ value: ConfigurationValue?) {
        for entry in value?.entries ?? [] {
            guard !Self.reserved.contains(entry.key) else {
                problems.append(.reservedScheme(entry))
                continue
            }
            guard let elements = entry.value.elements else {
                let wanted = OptionType.texts(nil).name
                problems.append(.wrongType(of: entry.key, wanted: wanted, found: entry.value))
                continue
            }
            let levels = elements.compactMap { level($0, of: entry.key) }
            if elements.isEmpty { problems.append(.emptyScheme(entry)) }
            schemes.append(Scheme(name: entry.key, levels: levels))
        }
    }

    /// The names, in the order in which they were given.
    var names: [String] { schemes.map(\.name) }

    subscript(name: String) -> Scheme? { schemes.first { $0.name == name } }

    /// The pattern of a label; `nil` when its scheme is none of these.
    func pattern(_ label: NumberLabel) -> LevelPattern? { self[label.scheme.rawValue]?.pattern(label.level) }

    /// The marker of a label with this number; what is in no scheme keeps the form that it has.
    ///
    /// - Parameter path: The numbers of the parents and the own one.
    /// - Returns: `nil` when there is no sign for the number.
    func marker(_ label: NumberLabel, _ path: [Int]) -> String? {
        guard let ordinal = path.last, ordinal > 0 else { return nil }
        if label.scheme == .official { return pattern(label)?.marker(path) }
        if let form = MarkerForm(label.marker) { return form.marker(ordinal, under: path.dropLast()) }
        return pattern(label)?.marker(path)
    }

    /// The names that labels carry already.
    private static let reserved: Set<String> = Set(
        Scheme.builtIn.map(\.name)
            + [
                NumberLabel.Scheme.parts, .chapters, .sections, .isPoints, .mustPoints, .sequencePoints, .ordinalPoints,
                .list,
            ].map(\.rawValue)
    )

    private mutating func level(_ value: ConfigurationValue, of name: String) -> LevelPattern? {
        guard let text = value.text else {
            problems.append(.wrongType(of: name, wanted: OptionType.text.name, found: value))
            return nil
        }
        do {
            return try LevelPattern(text)
        } catch {
            problems.append(.badPattern(text, error, at: value.place))
            return nil
        }
    }
}

extension ConfigurationProblem {
    /// What may stand in braces.
    private static let numerals = LevelPattern.Numeral.allCases.map { "{\($0.rawValue)}" }

    fileprivate static func reservedScheme(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        ConfigurationProblem(
            place: entry.keyPlace,
            message: LocalizedText(
                zh: "“\(entry.key)”是自带编号方案的名称，请另起名称",
                en: "'\(entry.key)' is the name of a built-in scheme; choose another name"
            )
        )
    }

    fileprivate static func emptyScheme(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        ConfigurationProblem(
            place: entry.value.place,
            message: LocalizedText(
                zh: "编号方案“\(entry.key)”没有层次，请至少写一个，例如“第{一}章”",
                en: "the scheme '\(entry.key)' has no levels; give at least one, such as '第{一}章'"
            )
        )
    }

    fileprivate static func badPattern(
        _ pattern: String,
        _ defect: LevelPattern.Defect,
        at place: ConfigurationPlace
    ) -> ConfigurationProblem {
        let list = numerals
        let message =
            switch defect {
            case .numberCount(let count):
                LocalizedText(
                    zh: "层次样式“\(pattern)”有 \(count) 个序号，应当正好有一个：\(list.joined(separator: "、"))",
                    en:
                        "the pattern '\(pattern)' has \(count) numbers; it must have one: \(list.joined(separator: ", "))"
                )
            case .unknownNumeral(let numeral):
                LocalizedText(
                    zh: "层次样式“\(pattern)”中的“{\(numeral)}”不是序号；可用的有：\(list.joined(separator: "、"))",
                    en:
                        "'{\(numeral)}' in the pattern '\(pattern)' is no number; known: \(list.joined(separator: ", "))"
                )
            case .openEnd:
                LocalizedText(
                    zh: "层次样式“\(pattern)”的序号会与相邻数字连在一起，请在序号后加标点或空格",
                    en:
                        "the number of the pattern '\(pattern)' would run into other digits; put a mark or blank after it"
                )
            }
        return ConfigurationProblem(place: place, message: message)
    }
}
