/// A named character style: what it changes about the text of a paragraph.
public struct CharacterStyle: Sendable, Hashable {
    /// What a style is for.
    public struct Key: RawRepresentable, Sendable, Hashable {
        /// The name in the style sheet.
        public let rawValue: String

        /// Creates a key.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A gap that is still open.
        public static let placeholder = Key(rawValue: "placeholder")

        /// The name of somebody who signs a document for issue (签发人, GB/T 9704-2012, 7.2.6).
        public static let signer = Key(rawValue: "signer")

        /// A link. Without such a style a link looks like the text around it, as printed documents want it.
        public static let link = Key(rawValue: "link")

        /// The first sentence of a paragraph, where the sheet sets it apart (``StyleSheet/leadSentences``).
        public static let leadSentence = Key(rawValue: "lead-sentence")

        /// The phrase of a heading of this level, 1 to 5, when text runs on after it.
        public static func headingPhrase(level: Int) -> Key { Key(rawValue: "heading\(level)-phrase") }
    }

    /// What the style is for.
    public var key: Key
    /// The identity inside a file.
    public var id: String
    /// The name that people see.
    public var name: String
    /// The role of another font for Chinese characters.
    public var font: String?
    /// The role of another font for Latin letters and digits.
    public var latin: String?
    /// Another size.
    public var size: Length?
    /// Another colour.
    public var colour: Colour?
    /// Whether it makes the text bold or not.
    public var isBold: Bool?
    /// Whether it underlines the text or not.
    public var isUnderlined: Bool?
    /// Whether each text is a content control where the format has them, with the key of the gap as its tag: of gaps only. In
    /// Word the Tab key goes from one to the next, and programs find them by their keys.
    public var isControl = false
    /// A colour behind the text.
    public var background: Colour?

    /// Creates a style that changes nothing.
    public init(key: Key, id: String, name: String) {
        self.key = key
        self.id = id
        self.name = name
    }
}
