/// A summary: what a reader made of a draft, what stages work on, and what a renderer shows.
public struct Document: Sendable, Hashable, Codable {
    /// The name and version of the JSON form.
    public static let schema = "qinggao-document/1"

    /// Facts about the document, by name; of a list the items, with LF between them.
    public var metadata: [String: String]
    /// The blocks in reading order.
    public var blocks: [Block]
    /// The bytes of the pictures, each once, under their names.
    public var media: [Media] = []
    /// Whether `[^1]` in a text is the reference to a footnote, as it is in Markdown. In plain text it is text.
    public var hasNoteReferences = true
    /// Fields of the JSON form that this version does not know, kept for those who do.
    public var unknownFields: [String: JSONValue] = [:]

    /// Creates a document.
    public init(metadata: [String: String] = [:], blocks: [Block] = []) {
        self.metadata = metadata
        self.blocks = blocks
    }

    /// The lines of the title, in order, without blanks around them; of several documents those of the first.
    public var titleLines: [String] {
        blocks[parts[0]].lazy.filter { $0.kind == .title }.map(\.content.shownText)
    }

    /// Notes of every block which characters it shows, where that is not known.
    package mutating func noteCharacters() {
        for index in blocks.indices where !blocks[index].hasNotedCharacters { blocks[index].noteCharacters() }
    }

    /// The documents that the blocks make, in order, as ranges of ``blocks``: a file may hold several, and each after the
    /// first begins with its title, or with the head of an official document above it. They tile the blocks.
    public var parts: [Range<Int>] {
        var starts: [Int] = []
        var hasTitle = false
        var hasText = false
        for index in blocks.indices {
            let kind = blocks[index].kind
            if kind == .title {
                if hasTitle, hasText { starts.append(headStart(above: index)) }
                hasTitle = true
                hasText = false
            } else if !hasText, kind.isOfText {
                hasText = true
            }
        }
        let bounds = [0] + starts + [blocks.count]
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    /// Where the head of an official document begins that stands above the title at `index`; `index` when there is none.
    private func headStart(above index: Int) -> Int {
        var start = index
        while start > 0, blocks[start - 1].kind == .issuerHead || blocks[start - 1].kind == .documentNumber {
            start -= 1
        }
        return start
    }

    /// Where the documents after the first begin, as indices of ``blocks``; the title of an attachment begins none.
    public var furtherStarts: [Int] {
        parts.map(\.lowerBound).dropFirst().filter { index in
            blocks[..<index].last { $0.kind != .residue && $0.kind != .pageNumber }?.kind != .attachment
        }
    }

    /// The first number that no document of this program has and that stages could not calculate with: where it stands in
    /// the JSON form, and the largest that may stand there.
    package var numberOutOfBounds: (block: Int, field: [String], largest: Int)? {
        for (index, block) in blocks.enumerated() {
            if let label = block.label {
                if !(0...Self.largestNumber).contains(label.ordinal) {
                    return (index, ["label", "ordinal"], Self.largestNumber)
                }
                if !(0...Self.largestNumber).contains(label.level) {
                    return (index, ["label", "level"], Self.largestNumber)
                }
            }
            if let table = block.table, !(0...table.rows.count).contains(table.headerRowCount) {
                return (index, ["table", "headerRowCount"], table.rows.count)
            }
            for picture in block.pictures {
                for (side, name) in [(picture.width, "width"), (picture.height, "height")] {
                    guard let side, !(0...Self.largestNumber).contains(side) else { continue }
                    return (index, ["pictures", name], Self.largestNumber)
                }
            }
        }
        return nil
    }

    /// Numbers of headings are shorter than this.
    private static let largestNumber = 1_000_000_000

    private static let fields: Set = ["schema", "metadata", "blocks", "media", "hasNoteReferences"]

    /// Encodes the document with the name of its schema.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(Self.schema, forKey: "schema")
        try container.encode(metadata, forKey: "metadata")
        try container.encode(blocks, forKey: "blocks")
        if !media.isEmpty { try container.encode(media, forKey: "media") }
        if !hasNoteReferences { try container.encode(false, forKey: "hasNoteReferences") }
        try container.encode(unknownFields: unknownFields)
    }

    /// Decodes a document of the same schema.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FieldName.self)
        let schema = try container.decode(String.self, forKey: "schema")
        guard schema == Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: "schema",
                in: container,
                debugDescription: "the schema is \(schema), wanted \(Self.schema)"
            )
        }
        metadata = try container.decodeIfPresent([String: String].self, forKey: "metadata") ?? [:]
        blocks = try container.decode([Block].self, forKey: "blocks")
        media = try container.decodeIfPresent([Media].self, forKey: "media") ?? []
        hasNoteReferences = try container.decodeIfPresent(Bool.self, forKey: "hasNoteReferences") ?? true
        unknownFields = try container.unknownFields(besides: Self.fields)
    }
}
