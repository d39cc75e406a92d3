package import RowReading
package import StageKit
internal import SummaryModel

/// The fields of a row as stages and file names want them.
package enum RowValues {
    /// The text of the field of this name, or of the b of a for `a.b`; `nil` when there is none, or it is no single value.
    static func text(of row: Row, at name: String) -> String? {
        if let value = row[name] { return text(value) }
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)[...]
        guard parts.count > 1, let first = parts.popFirst(), var value = row[String(first)] else { return nil }
        for part in parts {
            guard case .object(let fields) = value, let next = fields[String(part)] else { return nil }
            value = next
        }
        return text(value)
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The fields as the values of one document.
    ///
    /// - Parameter file: The name of the file of the rows, for messages.
    static func entries(of row: Row, in file: String) -> [ConfigurationValue.Entry] {
        let place = ConfigurationPlace(
            file: file,
            position: row.line.map { SourcePosition(line: $0, column: 1) }
        )
        return row.fields.map { entry($0.name, $0.value, place) }
    }

    /// The entries of a mapping as fields, so that rows can have them all.
    package static func fields(of values: ConfigurationValue?) -> [Row.Field] {
        (values?.entries ?? []).map { Row.Field(name: $0.key, value: jsonValue($0.value)) }
    }

    private static func jsonValue(_ value: ConfigurationValue) -> JSONValue {
        switch value.content {
        case .null: .null
        case .bool(let value): .bool(value)
        // 007 is 007 on paper.
        case .integer, .number: .string(value.text ?? "")
        case .string(let text): .string(text)
        case .list(let elements): .array(elements.map(jsonValue))
        case .mapping(let entries):
            .object(
                Dictionary(entries.map { ($0.key, jsonValue($0.value)) }, uniquingKeysWith: { first, _ in first })
            )
        }
    }

    private static func entry(
        _ key: String,
        _ value: JSONValue,
        _ place: ConfigurationPlace
    ) -> ConfigurationValue.Entry {
        .init(key: key, keyPlace: place, value: configurationValue(value, place))
    }

    private static func configurationValue(_ value: JSONValue, _ place: ConfigurationPlace) -> ConfigurationValue {
        let content: ConfigurationValue.Content =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let number): .integer(number)
            case .number(let number): .number(number)
            case .string(let text): .string(text)
            case .array(let values): .list(values.map { configurationValue($0, place) })
            // A dictionary has no order; stages are told the fields in the order of their names.
            case .object(let fields):
                .mapping(fields.sorted { $0.key < $1.key }.map { entry($0.key, $0.value, place) })
            }
        return ConfigurationValue(content, place: place)
    }
}
