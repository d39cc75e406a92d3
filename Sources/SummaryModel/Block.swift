/// The identity of a block, stable from the reader to the renderer.
public struct BlockID: RawRepresentable, Sendable, Hashable, Codable {
    /// The name of the block, unique in its document.
    public let rawValue: String

    /// Creates an identity.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Where a block comes from.
public enum Origin: Sendable, Hashable {
    /// A range of the draft.
    case source(SourceRange)
    /// The stage of this name made it.
    case stage(String)
}

extension Origin: Codable {
    private enum Key: String, CodingKey { case source, stage }

    /// Encodes the origin as `{"source": [start, end]}` or `{"stage": name}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .source(let range): try container.encode(range, forKey: .source)
        case .stage(let name): try container.encode(name, forKey: .stage)
        }
    }

    /// Decodes an origin.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let range = try container.decodeIfPresent(SourceRange.self, forKey: .source) {
            self = .source(range)
        } else {
            self = .stage(try container.decode(String.self, forKey: .stage))
        }
    }
}

/// One block of a document: a heading, a paragraph, a table, a piece of residue.
///
/// The text of a block, in the order in which it stands, is ``prefix``, the marker of ``label``, ``content``,
/// ``terminator``, ``body`` (or ``table``) and ``suffix``. The reader loses nothing: put together they are the lines of
/// the draft, except for what the record of the reading lists.
public struct Block: Sendable, Hashable, Identifiable {
    /// What a block holds.
    @usableFromInline struct Fields: Sendable, Hashable {
        @usableFromInline var id: BlockID
        @usableFromInline var kind: BlockKind
        @usableFromInline var prefix: String
        @usableFromInline var label: NumberLabel?
        @usableFromInline var content: [Inline]
        @usableFromInline var terminator: String
        @usableFromInline var body: [Inline]?
        @usableFromInline var table: Table?
        @usableFromInline var suffix: String
        @usableFromInline var pictures: [Picture] = []
        @usableFromInline var isItem: Bool
        @usableFromInline var startsPage: Bool = false
        @usableFromInline var isLandscape: Bool = false
        @usableFromInline var reason: String?
        @usableFromInline var origin: Origin
        @usableFromInline var unknownFields: [String: JSONValue] = [:]
        /// Which characters the block shows, when that was noted.
        @usableFromInline var characters = CharacterNote()
    }

    /// One element, always: stages and renderers hand on and keep many copies of blocks, each of which is one reference then.
    @usableFromInline var fields: [Fields]

    /// The identity of the block.
    public var id: BlockID {
        @inlinable get { fields[0].id }
        @inlinable _modify { yield &fields[0].id }
    }
    /// What the block is.
    public var kind: BlockKind {
        @inlinable get { fields[0].kind }
        @inlinable _modify { yield &fields[0].kind }
    }
    /// Blanks and leaked tags before the text.
    public var prefix: String {
        @inlinable get { fields[0].prefix }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].prefix
        }
    }
    /// The number, as data.
    public var label: NumberLabel? {
        @inlinable get { fields[0].label }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].label
        }
    }
    /// The text; of a heading its phrase, without marker and without the stop that ends it.
    public var content: [Inline] {
        @inlinable get { fields[0].content }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].content
        }
    }
    /// The stop that ends the phrase of a heading, as written.
    public var terminator: String {
        @inlinable get { fields[0].terminator }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].terminator
        }
    }
    /// The text that runs on after the phrase of a heading, in the same paragraph.
    public var body: [Inline]? {
        @inlinable get { fields[0].body }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].body
        }
    }
    /// The cells, when the block is a table.
    public var table: Table? {
        @inlinable get { fields[0].table }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].table
        }
    }
    /// Blanks and leaked tags after the text.
    public var suffix: String {
        @inlinable get { fields[0].suffix }
        @inlinable _modify {
            fields[0].characters.forget()
            yield &fields[0].suffix
        }
    }
    /// The pictures, side by side, when the block shows some.
    public var pictures: [Picture] {
        @inlinable get { fields[0].pictures }
        @inlinable _modify { yield &fields[0].pictures }
    }
    /// Whether a numbered line is one whole item, set in body type, rather than a heading phrase.
    public var isItem: Bool {
        @inlinable get { fields[0].isItem }
        @inlinable _modify { yield &fields[0].isItem }
    }
    /// Whether the block begins a new page because the draft says so.
    public var startsPage: Bool {
        @inlinable get { fields[0].startsPage }
        @inlinable _modify { yield &fields[0].startsPage }
    }
    /// Whether the block stands on pages in landscape; blocks below each other that do share them.
    public var isLandscape: Bool {
        @inlinable get { fields[0].isLandscape }
        @inlinable _modify { yield &fields[0].isLandscape }
    }
    /// Why the block is residue: the stable name of the reason.
    public var reason: String? {
        @inlinable get { fields[0].reason }
        @inlinable _modify { yield &fields[0].reason }
    }
    /// Where the block comes from.
    public var origin: Origin {
        @inlinable get { fields[0].origin }
        @inlinable _modify { yield &fields[0].origin }
    }
    /// Fields of the JSON form that this version does not know, kept for those who do.
    public var unknownFields: [String: JSONValue] {
        @inlinable get { fields[0].unknownFields }
        @inlinable _modify { yield &fields[0].unknownFields }
    }

    /// Creates a block.
    public init(
        id: BlockID,
        kind: BlockKind,
        prefix: String = "",
        label: NumberLabel? = nil,
        content: [Inline] = [],
        terminator: String = "",
        body: [Inline]? = nil,
        table: Table? = nil,
        suffix: String = "",
        isItem: Bool = false,
        reason: String? = nil,
        origin: Origin
    ) {
        fields = [
            Fields(
                id: id,
                kind: kind,
                prefix: prefix,
                label: label,
                content: content,
                terminator: terminator,
                body: body,
                table: table,
                suffix: suffix,
                isItem: isItem,
                reason: reason,
                origin: origin
            )
        ]
    }

    /// All characters of the block in the order in which they stand.
    public var shownText: String {
        var text = prefix
        if let label { text += label.marker }
        text += content.shownText
        text += terminator
        if let body { text += body.shownText }
        if let table { text += table.inlines.shownText }
        text += suffix
        return text
    }

    /// How many UTF-8 bytes ``shownText`` has.
    package var shownLength: Int {
        func length(_ inlines: [Inline]) -> Int { inlines.reduce(0) { $0 + $1.shownText.utf8.count } }
        return prefix.utf8.count + (label?.marker.utf8.count ?? 0) + length(content) + terminator.utf8.count
            + (body.map(length) ?? 0) + (table.map { length($0.inlines) } ?? 0) + suffix.utf8.count
    }

    /// Whether one of some characters may stand in ``shownText``. When not, that is certain; what may be there has still to be
    /// looked for. A block of which nothing was noted (``Document/noteCharacters()``) may hold anything.
    package func mayHold(_ characters: CharacterFilter) -> Bool { fields[0].characters.mayHold(characters) }

    /// Whether it is known which characters the block shows.
    var hasNotedCharacters: Bool { fields[0].characters.filter != nil }

    /// Notes which characters the block shows, once for all who ask, until its text changes.
    mutating func noteCharacters() {
        let filter = CharacterFilter { filter in
            filter.add(prefix)
            if let label { filter.add(label.marker) }
            for inline in content { filter.add(inline.shownText) }
            filter.add(terminator)
            for inline in body ?? [] { filter.add(inline.shownText) }
            for inline in table?.inlines ?? [] { filter.add(inline.shownText) }
            filter.add(suffix)
        }
        fields[0].characters = CharacterNote(filter)
    }

    /// Whether it is certain, piece by piece, that both blocks show the same bytes; the same text in other pieces is not.
    package func shows(sameAs other: Block) -> Bool {
        func areSame(_ first: [Inline], _ second: [Inline]) -> Bool {
            first.isSame(as: second)
                || first.count == second.count
                    && first.indices.allSatisfy { first[$0].shownText.hasSameBytes(as: second[$0].shownText) }
        }
        return fields.isSame(as: other.fields)
            || areSame(content, other.content) && prefix.hasSameBytes(as: other.prefix)
                && (label?.marker ?? "").hasSameBytes(as: other.label?.marker ?? "")
                && terminator.hasSameBytes(as: other.terminator) && areSame(body ?? [], other.body ?? [])
                && areSame(table?.inlines ?? [], other.table?.inlines ?? []) && suffix.hasSameBytes(as: other.suffix)
    }

    /// The range of the draft, when the block was read from it.
    public var source: SourceRange? {
        // The optimiser of Swift 6.3.1 stops on this body where it is inlined into a loop over blocks.
        @inline(never)
        get {
            if case .source(let range) = origin { range } else { nil }
        }
    }

    /// Changes every run of pieces of the block: its content, its run-in body and the cells of its table.
    public mutating func updateInlines(_ change: (inout [Inline]) throws -> Void) rethrows {
        try change(&content)
        if var text = body {
            try change(&text)
            body = text
        }
        if var cells = table {
            for row in cells.rows.indices {
                for column in cells.rows[row].indices {
                    try change(&cells.rows[row][column].content)
                }
            }
            table = cells
        }
    }
}

extension Block: Codable {
    private static let fields: Set = [
        "id", "kind", "prefix", "label", "content", "terminator", "body", "table", "suffix", "pictures", "isItem",
        "startsPage", "isLandscape", "reason", "origin",
    ]

    /// Encodes the block; fields that say nothing are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(id, forKey: "id")
        try container.encode(kind, forKey: "kind")
        if !prefix.isEmpty { try container.encode(prefix, forKey: "prefix") }
        try container.encodeIfPresent(label, forKey: "label")
        try container.encode(content, forKey: "content")
        if !terminator.isEmpty { try container.encode(terminator, forKey: "terminator") }
        try container.encodeIfPresent(body, forKey: "body")
        try container.encodeIfPresent(table, forKey: "table")
        if !suffix.isEmpty { try container.encode(suffix, forKey: "suffix") }
        if !pictures.isEmpty { try container.encode(pictures, forKey: "pictures") }
        if isItem { try container.encode(isItem, forKey: "isItem") }
        if startsPage { try container.encode(startsPage, forKey: "startsPage") }
        if isLandscape { try container.encode(isLandscape, forKey: "isLandscape") }
        try container.encodeIfPresent(reason, forKey: "reason")
        try container.encode(origin, forKey: "origin")
        try container.encode(unknownFields: unknownFields)
    }

    /// Decodes a block. An identity, a kind and an origin it must have; what else is missing is empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FieldName.self)
        func text(_ key: FieldName) throws -> String { try container.decodeIfPresent(String.self, forKey: key) ?? "" }
        self.init(
            id: try container.decode(BlockID.self, forKey: "id"),
            kind: try container.decode(BlockKind.self, forKey: "kind"),
            prefix: try text("prefix"),
            label: try container.decodeIfPresent(NumberLabel.self, forKey: "label"),
            content: try container.decodeIfPresent([Inline].self, forKey: "content") ?? [],
            terminator: try text("terminator"),
            body: try container.decodeIfPresent([Inline].self, forKey: "body"),
            table: try container.decodeIfPresent(Table.self, forKey: "table"),
            suffix: try text("suffix"),
            isItem: try container.decodeIfPresent(Bool.self, forKey: "isItem") ?? false,
            reason: try container.decodeIfPresent(String.self, forKey: "reason"),
            origin: try container.decode(Origin.self, forKey: "origin")
        )
        pictures = try container.decodeIfPresent([Picture].self, forKey: "pictures") ?? []
        startsPage = try container.decodeIfPresent(Bool.self, forKey: "startsPage") ?? false
        isLandscape = try container.decodeIfPresent(Bool.self, forKey: "isLandscape") ?? false
        unknownFields = try container.unknownFields(besides: Self.fields)
    }
}
