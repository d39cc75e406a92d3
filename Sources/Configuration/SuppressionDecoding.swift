internal import StageKit
internal import SummaryModel

/// Reads the list `ignore` of a configuration.
enum SuppressionDecoding {
    private static let keys = ["id", "lines", "phrase"]

    /// The suppressions that can be read; what is wrong with the others joins `problems`.
    static func suppressions(
        _ value: ConfigurationValue,
        _ problems: inout [ConfigurationProblem]
    ) -> [PipelineConfiguration.Ignored] {
        guard let elements = value.elements else {
            problems.append(.wrongType(of: "ignore", wanted: LocalizedText(zh: "列表", en: "a list"), found: value))
            return []
        }
        return elements.compactMap { element in
            suppression(element, &problems).map { .init($0, place: element.place) }
        }
    }

    private static func suppression(
        _ value: ConfigurationValue,
        _ problems: inout [ConfigurationProblem]
    ) -> Suppression? {
        if case .string(let id) = value.content, !id.isEmpty { return Suppression(id: id) }
        guard let entries = value.entries, !entries.isEmpty else {
            problems.append(
                .wrongType(
                    of: LocalizedText(zh: "“ignore”的一项", en: "an entry of 'ignore'"),
                    wanted: LocalizedText(
                        zh: "标识，或含 id、lines、phrase 的映射",
                        en: "an identity, or a mapping with id, lines, phrase"
                    ),
                    found: value
                )
            )
            return nil
        }
        var suppression = Suppression()
        let count = problems.count
        for entry in entries {
            switch entry.key {
            case "id": suppression.id = text(entry, &problems)
            case "phrase": suppression.phrase = text(entry, &problems)
            case "lines": suppression.lines = lines(entry, &problems)
            default:
                problems.append(
                    .unknownName(
                        LocalizedText(zh: "“ignore”的键", en: "key of 'ignore'"),
                        entry.key,
                        known: keys,
                        at: entry.keyPlace
                    )
                )
            }
        }
        return problems.count == count ? suppression : nil
    }

    private static func text(
        _ entry: ConfigurationValue.Entry,
        _ problems: inout [ConfigurationProblem]
    ) -> String? {
        if let text = entry.value.text, !text.isEmpty { return text }
        problems.append(.wrongType(of: entry.key, wanted: LocalizedText(zh: "文字", en: "a string"), found: entry.value))
        return nil
    }

    private static func lines(
        _ entry: ConfigurationValue.Entry,
        _ problems: inout [ConfigurationProblem]
    ) -> [ClosedRange<Int>]? {
        let ranges = (entry.value.elements ?? [entry.value]).map { $0.text.flatMap(range) }
        let known = ranges.compactMap(\.self)
        if known.count == ranges.count, !known.isEmpty { return known }
        problems.append(
            .wrongType(
                of: entry.key,
                wanted: LocalizedText(zh: "行号，如 4 或 7-9", en: "lines such as 4 or 7-9"),
                found: entry.value
            )
        )
        return nil
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 1, last >= first
        else {
            return nil
        }
        return first...last
    }
}

extension Suppression {
    /// The entry of `ignore` that says this.
    var value: ConfigurationValue {
        let place = ConfigurationPlace(file: "ignore")
        func text(_ string: String) -> ConfigurationValue { ConfigurationValue(.string(string), place: place) }
        var entries: [ConfigurationValue.Entry] = []
        func add(_ key: String, _ value: ConfigurationValue) {
            entries.append(.init(key: key, keyPlace: place, value: value))
        }
        if let id { add("id", text(id)) }
        if let lines {
            let ranges = lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            add("lines", ConfigurationValue(.list(ranges.map(text)), place: place))
        }
        if let phrase { add("phrase", text(phrase)) }
        return ConfigurationValue(.mapping(entries), place: place)
    }
}
