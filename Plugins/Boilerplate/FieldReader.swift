internal import StageKit
internal import SummaryModel

/// Reads the fields of one mapping of a library and collects what is wrong with them.
struct FieldReader {
    let value: ConfigurationValue
    private(set) var problems: [ConfigurationProblem] = []

    static let text = LocalizedText(zh: "文字", en: "a string")
    static let texts = LocalizedText(zh: "文字列表", en: "a list of strings")
    static let mapping = LocalizedText(zh: "映射", en: "a mapping")

    init(_ value: ConfigurationValue) { self.value = value }

    mutating func refuse(_ place: ConfigurationPlace, zh: String, en: String) {
        problems.append(ConfigurationProblem(place: place, message: LocalizedText(zh: zh, en: en)))
    }

    mutating func report(_ problem: ConfigurationProblem) { problems.append(problem) }

    /// Reports keys that are not known.
    mutating func checkKeys(_ known: [String], of what: LocalizedText) {
        for field in value.entries ?? [] where !known.contains(field.key) {
            problems.append(.unknownName(what, field.key, known: known, at: field.keyPlace))
        }
    }

    /// The text under `key`; `nil` when there is none or it is not one.
    mutating func text(_ key: String) -> String? {
        guard let field = value[key] else { return nil }
        guard let text = field.text, !text.isEmpty else {
            problems.append(.wrongType(of: key, wanted: Self.text, found: field))
            return nil
        }
        return text
    }

    /// The texts of the list under `key`; none when there is no such key.
    mutating func texts(_ key: String) -> [String] {
        guard let field = value[key] else { return [] }
        let texts = field.elements?.compactMap(\.text)
        guard let texts, texts.count == field.elements?.count else {
            problems.append(.wrongType(of: key, wanted: Self.texts, found: field))
            return []
        }
        return texts
    }

    /// The date under `key`.
    mutating func date(_ key: String) -> String? {
        guard let field = value[key] else { return nil }
        if let text = field.text, CalendarDate.isValid(text) { return text }
        problems.append(
            .wrongType(
                of: key,
                wanted: LocalizedText(zh: "日期（YYYY-MM-DD）", en: "a date (YYYY-MM-DD)"),
                found: field
            )
        )
        return nil
    }

    /// The switch under `key`; off when there is none.
    mutating func flag(_ key: String) -> Bool {
        guard let field = value[key] else { return false }
        if case .bool(let flag) = field.content { return flag }
        problems.append(
            .wrongType(of: key, wanted: LocalizedText(zh: "true 或 false", en: "true or false"), found: field)
        )
        return false
    }
}
