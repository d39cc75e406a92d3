public import SummaryModel

/// A value of a configuration or data file, with the place where it stands.
public struct ConfigurationValue: Sendable, Hashable {
    /// What a value can be.
    public indirect enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case list([ConfigurationValue])
        case mapping([Entry])
    }

    /// One key of a mapping with its value. The keys of a mapping are unique.
    public struct Entry: Sendable, Hashable {
        /// The key.
        public var key: String
        /// Where the key stands.
        public var keyPlace: ConfigurationPlace
        /// The value.
        public var value: ConfigurationValue

        /// Creates an entry.
        public init(key: String, keyPlace: ConfigurationPlace, value: ConfigurationValue) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    /// The value itself.
    public var content: Content
    /// The scalar as written in the file, before it was given a type: `007` stays `007`.
    public var written: String?
    /// Where the value stands.
    public var place: ConfigurationPlace

    /// Creates a value.
    public init(_ content: Content, written: String? = nil, place: ConfigurationPlace) {
        self.content = content
        self.written = written
        self.place = place
    }

    /// The value under `key`, when this is a mapping that has it.
    public subscript(key: String) -> ConfigurationValue? {
        entries?.first { $0.key == key }?.value
    }

    /// The entries of a mapping.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The elements of a list.
    public var elements: [ConfigurationValue]? {
        if case .list(let elements) = content { elements } else { nil }
    }

    /// The text of a scalar as a person wrote it; `nil` for lists, mappings and null.
    public var text: String? {
        switch content {
        case .string(let text): text
        case .bool(let value): written ?? (value ? "true" : "false")
        case .integer(let value): written ?? String(value)
        case .number(let value): written ?? String(value)
        case .null, .list, .mapping: nil
        }
    }

    /// The name of the type of the value, for messages.
    public var typeName: LocalizedText {
        switch content {
        case .null: LocalizedText(zh: "空值", en: "nothing")
        case .bool: LocalizedText(zh: "布尔值", en: "a boolean")
        case .integer: LocalizedText(zh: "整数", en: "an integer")
        case .number: LocalizedText(zh: "小数", en: "a number")
        case .string: LocalizedText(zh: "文字", en: "a string")
        case .list: LocalizedText(zh: "列表", en: "a list")
        case .mapping: LocalizedText(zh: "映射", en: "a mapping")
        }
    }
}

/// A place in a configuration or data file, or on the command line.
public struct ConfigurationPlace: Sendable, Hashable {
    /// The file as the user named it; `--set` for a value of the command line.
    public var file: String
    /// Line and column, from 1; `nil` when the place has none.
    public var position: SourcePosition?

    /// Creates a place.
    public init(file: String, position: SourcePosition? = nil) {
        self.file = file
        self.position = position
    }
}
