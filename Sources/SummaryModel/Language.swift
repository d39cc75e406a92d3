/// A language in which the product speaks to people.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// A text that exists in both languages of the product.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// The Chinese wording.
    public var zh: String
    /// The English wording.
    public var en: String

    /// Creates a text from its two wordings.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording in `language`.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
