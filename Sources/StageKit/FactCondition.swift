internal import SummaryModel

/// A fact of the document that must have one of some values: one entry of `when`, for a stage as for a snippet.
public struct FactCondition: Sendable, Hashable {
    /// The name of the fact.
    public var fact: String
    /// The values, one of which it must have.
    public var values: [String]

    /// Creates a condition.
    public init(fact: String, values: [String]) {
        self.fact = fact
        self.values = values
    }

    /// Whether the document has one of the values; `nil` when it says nothing about the fact.
    public func holds(for facts: DocumentFacts) -> Bool? {
        facts[fact].map { known in values.contains(where: known.contains) }
    }

    /// Decodes what stands under `when`: a mapping of facts to a value or a list of values.
    ///
    /// - Parameters:
    ///   - value: The mapping.
    ///   - problems: Receives what is wrong with it.
    /// - Returns: The conditions that are well-formed.
    public static func conditions(
        decoding value: ConfigurationValue,
        problems: inout [ConfigurationProblem]
    ) -> [FactCondition] {
        guard let entries = value.entries else {
            problems.append(.wrongType(of: "when", wanted: mapping, found: value))
            return []
        }
        return entries.compactMap { entry in
            let given = entry.value.elements ?? [entry.value]
            let values = given.compactMap(\.text)
            guard !values.isEmpty, values.count == given.count else {
                problems.append(.wrongType(of: entry.key, wanted: oneOrSeveral, found: entry.value))
                return nil
            }
            return FactCondition(fact: entry.key, values: values)
        }
    }

    private static let mapping = LocalizedText(zh: "文档信息到取值的映射", en: "a mapping of facts to values")
    private static let oneOrSeveral = LocalizedText(zh: "一个值或值的列表", en: "a value or a list of values")
}
