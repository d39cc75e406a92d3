public import DraftReading
internal import Placeholders
public import StageKit
internal import SummaryModel

/// The gaps of a draft as `placeholders` prints them.
public struct PlaceholderList: Sendable, Hashable, Encodable {
    /// One gap.
    public struct Entry: Sendable, Hashable, Encodable {
        /// The name under which a value is given.
        public var key: String
        /// Its number among the gaps of the draft, from 1.
        public var ordinal: Int
        /// The key of the first gap that must have the same value; its own when there is none before it.
        public var group: String
        /// The sections of the template that it stands in, outermost first.
        public var sections: [String]
        /// The physical line of the draft, from 1.
        public var line: Int
        /// The column in Unicode scalars, from 1.
        public var column: Int
        /// The sign as written.
        public var text: String
        /// What belongs into the gap, as in `Placeholder.Kind`.
        public var kind: String
        /// Up to ten characters before it.
        public var before: String
        /// Up to ten characters after it.
        public var after: String
        /// The value, when one was given.
        public var value: String?
        /// The sentence up to the gap, sixty characters at the most.
        public var sentenceBefore: String
        /// The sentence after the gap, sixty characters at the most.
        public var sentenceAfter: String
        /// Whether it is the start of a section of a template.
        public var isSection: Bool

        /// The innermost section of the template that it stands in.
        public var section: String? { sections.last }

        /// The sentence of the gap, sixty characters to each side at the most.
        public var sentence: String { sentenceBefore + text + sentenceAfter }

        private enum Key: String, CodingKey {
            case key, ordinal, group, section, line, column, text, kind, before, after, sentence, value
        }

        /// Encodes the entry; a missing value or section is null.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(key, forKey: .key)
            try container.encode(ordinal, forKey: .ordinal)
            try container.encode(group, forKey: .group)
            try container.encode(section, forKey: .section)
            try container.encode(line, forKey: .line)
            try container.encode(column, forKey: .column)
            try container.encode(text, forKey: .text)
            try container.encode(kind, forKey: .kind)
            try container.encode(before, forKey: .before)
            try container.encode(after, forKey: .after)
            try container.encode(sentence, forKey: .sentence)
            try container.encode(value, forKey: .value)
        }
    }

    /// The name and version of the JSON form.
    public let schema = "qinggao-placeholders/1"
    /// The gaps in reading order.
    public private(set) var placeholders: [Entry] = []

    private enum Key: String, CodingKey { case schema, placeholders }

    /// Encodes the list.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(placeholders, forKey: .placeholders)
    }

    /// Finds the gaps of a draft. Residue has none.
    ///
    /// - Parameters:
    ///   - reading: The draft.
    ///   - data: Values by key, by number or by group, a mapping.
    /// - Throws: ``/StageKit/ConfigurationError`` when the data is no mapping, or a value has several lines.
    public init(_ reading: Reading, data: ConfigurationValue? = nil) throws(ConfigurationError) {
        var document = reading.document
        let gaps = PlaceholderFinder().mark(&document)
        var values = try FillValues(data)
        values.resolve(gaps)
        for gap in gaps {
            guard let source = gap.source, let ordinal = gap.ordinal else { continue }
            let position = reading.source.position(at: source.lowerBound)
            placeholders.append(
                Entry(
                    key: gap.placeholder.key,
                    ordinal: ordinal,
                    group: gap.group,
                    sections: gap.sections,
                    line: position.line,
                    column: position.column,
                    text: gap.placeholder.sign,
                    kind: gap.placeholder.kind.rawValue,
                    before: gap.before,
                    after: gap.after,
                    value: values[gap.placeholder.key]?.text,
                    sentenceBefore: gap.sentenceBefore,
                    sentenceAfter: gap.sentenceAfter,
                    isSection: gap.isSection
                )
            )
        }
    }
}
