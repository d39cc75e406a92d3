public import DraftReading
internal import Placeholders
internal import SummaryModel

/// The gaps of a draft as `placeholders` prints them.
public struct PlaceholderList: Sendable, Hashable, Encodable {
    /// One gap.
    public struct Entry: Sendable, Hashable, Encodable {
        /// The name under which a value is given.
        public var key: String
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

        private enum Key: String, CodingKey { case key, line, column, text, kind, before, after, value }

        /// Encodes the entry; a missing value is null.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(key, forKey: .key)
            try container.encode(line, forKey: .line)
            try container.encode(column, forKey: .column)
            try container.encode(text, forKey: .text)
            try container.encode(kind, forKey: .kind)
            try container.encode(before, forKey: .before)
            try container.encode(after, forKey: .after)
            try container.encode(value, forKey: .value)
        }
    }

    /// The name and version of the JSON form.
    public var schema = "qinggao-placeholders/1"
    /// The gaps in reading order.
    public var placeholders: [Entry] = []

    /// Finds the gaps of a draft. Residue has none.
    public init(_ reading: Reading) {
        var document = reading.document
        for gap in PlaceholderFinder().mark(&document) {
            guard let source = gap.source else { continue }
            let position = reading.source.position(at: source.lowerBound)
            placeholders.append(
                Entry(
                    key: gap.placeholder.key,
                    line: position.line,
                    column: position.column,
                    text: gap.placeholder.sign,
                    kind: gap.placeholder.kind.rawValue,
                    before: gap.before,
                    after: gap.after,
                    value: nil
                )
            )
        }
    }
}
