internal import StageKit

/// Writes YAML.
package enum YAMLText {
    /// A text as a scalar, quoted when a reader would take it for something else.
    package static func string(_ text: String) -> String {
        let isPlain =
            YAMLReader.scalar(text) == .string(text)
            && text.unicodeScalars.allSatisfy { scalar in
                !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "_./ -%".unicodeScalars.contains(scalar)
            } && !text.unicodeScalars.contains { $0.value >= 0x80 && ($0.value < 0x4E00 || $0.value > 0x9FFF) }
            && text.first != " " && text.last != " " && text.first != "-" && text.first != "%"
            && !["y", "n", "yes", "no", "on", "off"].contains(text.lowercased())
        return isPlain ? text : JSONText.string(text).text
    }

    /// A value on one line.
    static func flow(_ value: ConfigurationValue) -> String {
        switch value.content {
        case .null: "null"
        case .bool, .integer, .number: value.text ?? "null"
        case .string(let text): string(text)
        case .list(let elements): "[\(elements.map(flow).joined(separator: ", "))]"
        case .mapping(let entries):
            entries.isEmpty
                ? "{}" : "{ \(entries.map { "\(string($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
        }
    }
}
