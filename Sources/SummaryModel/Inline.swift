/// A piece of the text of a block.
public struct Inline: Sendable, Hashable {
    /// What a piece can be.
    public enum Content: Sendable, Hashable {
        /// Text to be shown as it is.
        case text(String)
        /// A gap that is still open, shown by its sign.
        case placeholder(Placeholder)
        /// A forced line break inside a paragraph.
        case lineBreak
        /// A piece of a kind that this version does not know; it is kept and shown by its text.
        case other(kind: String, text: String)
    }

    /// What the piece is.
    public var content: Content
    /// Where the piece stands in the draft; `nil` for what a stage made.
    public var source: SourceRange?
    /// Where the piece leads: an address such as `https://…` or `mailto:…`, or `#` and the name of a ``bookmark``; `nil` when
    /// it leads nowhere. Neighbours with the same target are one link.
    public var link: String?
    /// The name by which links of the document reach the piece; `nil` when it has none. Neighbours with the same name are one
    /// place.
    public var bookmark: String?
    /// Fields of the JSON form that this version does not know, kept for those who do.
    public var unknownFields: [String: JSONValue] = [:]

    /// Creates a piece.
    public init(_ content: Content, source: SourceRange? = nil) {
        self.content = content
        self.source = source
    }

    /// Creates a piece of text.
    public static func text(_ text: String, source: SourceRange? = nil) -> Inline {
        Inline(.text(text), source: source)
    }

    /// A part of the piece, or what stands in its place: it leads to where the piece leads, and is reached by the same name.
    public func part(_ content: Content, source: SourceRange? = nil) -> Inline {
        var part = Inline(content, source: source)
        part.link = link
        part.bookmark = bookmark
        return part
    }

    /// The characters that the piece shows; a line break shows none.
    public var shownText: String {
        switch content {
        case .text(let text): text
        case .placeholder(let placeholder): placeholder.sign
        case .lineBreak: ""
        case .other(_, let text): text
        }
    }
}

extension [Inline] {
    /// The characters that the pieces show.
    public var shownText: String {
        if count == 1 { return self[0].shownText }
        return reduce(into: "") { $0 += $1.shownText }
    }
}

extension Inline: Codable {
    /// The fields of every piece and those of each type.
    private static let textFields: Set = ["type", "source", "link", "bookmark", "text"]
    private static let placeholderFields: Set = ["type", "source", "link", "bookmark", "key", "kind", "sign"]
    private static let lineBreakFields: Set = ["type", "source", "link", "bookmark"]

    /// Encodes the piece as one flat object with a `type`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        switch content {
        case .text(let text):
            try container.encode("text", forKey: "type")
            try container.encode(text, forKey: "text")
        case .placeholder(let placeholder):
            try container.encode("placeholder", forKey: "type")
            try container.encode(placeholder.key, forKey: "key")
            try container.encode(placeholder.kind, forKey: "kind")
            try container.encode(placeholder.sign, forKey: "sign")
        case .lineBreak:
            try container.encode("line-break", forKey: "type")
        case .other(let kind, let text):
            try container.encode(kind, forKey: "type")
            try container.encode(text, forKey: "text")
        }
        try container.encodeIfPresent(source, forKey: "source")
        try container.encodeIfPresent(link, forKey: "link")
        try container.encodeIfPresent(bookmark, forKey: "bookmark")
        try container.encode(unknownFields: unknownFields)
    }

    /// Decodes a piece; a `type` that is not known becomes ``Content/other(kind:text:)``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FieldName.self)
        let type = try container.decode(String.self, forKey: "type")
        let source = try container.decodeIfPresent(SourceRange.self, forKey: "source")
        let fields: Set<String>
        switch type {
        case "text":
            self.init(.text(try container.decode(String.self, forKey: "text")), source: source)
            fields = Self.textFields
        case "placeholder":
            let placeholder = Placeholder(
                key: try container.decode(String.self, forKey: "key"),
                kind: try container.decode(Placeholder.Kind.self, forKey: "kind"),
                sign: try container.decode(String.self, forKey: "sign")
            )
            self.init(.placeholder(placeholder), source: source)
            fields = Self.placeholderFields
        case "line-break":
            self.init(.lineBreak, source: source)
            fields = Self.lineBreakFields
        default:
            let text = try container.decodeIfPresent(String.self, forKey: "text") ?? ""
            self.init(.other(kind: type, text: text), source: source)
            fields = Self.textFields
        }
        link = try container.decodeIfPresent(String.self, forKey: "link")
        bookmark = try container.decodeIfPresent(String.self, forKey: "bookmark")
        unknownFields = try container.unknownFields(besides: fields)
    }
}
