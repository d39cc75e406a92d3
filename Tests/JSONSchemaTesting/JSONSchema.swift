import Foundation

/// A JSON Schema of draft-07, as far as the schemas of this repository go: `type`, `enum`, `const`, `properties`,
/// `required`, `additionalProperties`, `items`, `anyOf`, `not`, `pattern`, the limits of texts, numbers, arrays and objects,
/// `uniqueItems`, and `$ref` to `#` and to what stands under `definitions`. Anything else in a schema is an error, so that
/// a schema never says more than is checked.
public struct JSONSchema: Sendable {
    /// A schema that says what is not checked here.
    public struct Unsupported: Error {
        /// What it says.
        public var keyword: String
    }

    /// Words that only describe.
    private static let descriptions: Set = [
        "$schema", "$id", "$comment", "title", "description", "default", "examples",
    ]

    private let root: SchemaValue

    /// Reads a schema.
    public init(_ text: String) throws { root = try JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8)) }

    /// What is wrong with a JSON text, as `path: reason`; empty when it is valid.
    public func failures(_ text: String) throws -> [String] {
        try failures(JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8)), root, "")
    }

    private func failures(_ value: SchemaValue, _ schema: SchemaValue, _ path: String) throws -> [String] {
        switch schema {
        case .bool(true): return []
        case .bool(false): return ["\(path): nothing is allowed here"]
        case .object(let rules):
            if let reference = rules["$ref"] { return try failures(value, target(of: reference), path) }
            return try rules.sorted { $0.key < $1.key }.flatMap { try failures(value, $0.key, $0.value, rules, path) }
        default: throw Unsupported(keyword: "\(schema)")
        }
    }

    private func failures(
        _ value: SchemaValue,
        _ keyword: String,
        _ rule: SchemaValue,
        _ rules: [String: SchemaValue],
        _ path: String
    ) throws -> [String] {
        func when(_ isWrong: Bool) -> [String] { isWrong ? ["\(path): \(keyword)"] : [] }
        switch (keyword, rule, value) {
        case ("type", .string(let name), _): return when(!value.types.contains(name))
        case ("type", .array(let names), _): return when(!value.types.contains { names.contains(.string($0)) })
        case ("enum", .array(let values), _): return when(!values.contains(value))
        case ("const", _, _): return when(rule != value)
        case ("anyOf", .array(let schemas), _):
            return when(try !schemas.contains { try failures(value, $0, path).isEmpty })
        case ("not", _, _): return when(try failures(value, rule, path).isEmpty)
        case ("minLength", .number(let limit), .string(let text)):
            return when(Double(text.unicodeScalars.count) < limit)
        case ("maxLength", .number(let limit), .string(let text)):
            return when(Double(text.unicodeScalars.count) > limit)
        case ("pattern", .string(let pattern), .string(let text)):
            return when(try !text.contains(Regex(pattern)))
        case ("minimum", .number(let limit), .number(let number)): return when(number < limit)
        case ("maximum", .number(let limit), .number(let number)): return when(number > limit)
        case ("minItems", .number(let limit), .array(let items)): return when(Double(items.count) < limit)
        case ("maxItems", .number(let limit), .array(let items)): return when(Double(items.count) > limit)
        case ("uniqueItems", .bool(let isUnique), .array(let items)):
            return when(isUnique && Set(items).count < items.count)
        case ("items", _, .array(let items)):
            return try items.enumerated().flatMap { try failures($1, rule, "\(path)/\($0)") }
        case ("minProperties", .number(let limit), .object(let members)): return when(Double(members.count) < limit)
        case ("maxProperties", .number(let limit), .object(let members)): return when(Double(members.count) > limit)
        case ("required", .array(let names), .object(let members)):
            return names.compactMap { name in
                guard case .string(let name) = name, members[name] == nil else { return nil }
                return "\(path): '\(name)' is missing"
            }
        case ("properties", .object(let schemas), .object(let members)):
            return try members.sorted { $0.key < $1.key }.flatMap { name, member in
                try schemas[name].map { try failures(member, $0, "\(path)/\(name)") } ?? []
            }
        case ("additionalProperties", _, .object(let members)):
            return try members.sorted { $0.key < $1.key }.filter { rules["properties"]?[$0.key] == nil }
                .flatMap { try failures($1, rule, "\(path)/\($0)") }
        case ("definitions", _, _): return []
        case ("minLength", _, _), ("maxLength", _, _), ("pattern", _, _), ("minimum", _, _), ("maximum", _, _),
            ("minItems", _, _), ("maxItems", _, _),
            ("uniqueItems", _, _), ("items", _, _), ("minProperties", _, _), ("maxProperties", _, _),
            ("required", _, _), ("properties", _, _), ("additionalProperties", _, _):
            // Says something about another type.
            return []
        default:
            if Self.descriptions.contains(keyword) { return [] }
            throw Unsupported(keyword: keyword)
        }
    }

    private func target(of reference: SchemaValue) throws -> SchemaValue {
        guard case .string(let text) = reference else { throw Unsupported(keyword: "$ref") }
        if text == "#" { return root }
        let prefix = "#/definitions/"
        guard text.hasPrefix(prefix), let target = root["definitions"]?[String(text.dropFirst(prefix.count))] else {
            throw Unsupported(keyword: "$ref \(text)")
        }
        return target
    }
}
