/// A named paragraph style with everything resolved that it takes from the style it is based on.
public struct ParagraphStyle: Sendable, Hashable {
    /// What a style is for: the name of a ``/SummaryModel/BlockKind``, or one of the names below.
    public struct Key: RawRepresentable, Sendable, Hashable {
        /// The name in the style sheet.
        public let rawValue: String

        /// Creates a key.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The style on which all others are based.
        public static let normal = Key(rawValue: "normal")
        /// Body text, and every kind of block that has no style of its own.
        public static let body = Key(rawValue: "paragraph")
        /// A numbered line that is one whole item.
        public static let item = Key(rawValue: "item")
        /// A heading whose text runs on in the same paragraph.
        public static let runIn = Key(rawValue: "run-in")
        /// The second and further lines of a note of attachments.
        public static let attachmentItem = Key(rawValue: "attachment-item")
        /// 附件 and its number, above an attachment.
        public static let attachmentHead = Key(rawValue: "attachment-head")
        /// The number of the copy of an official document (份号).
        public static let copyNumber = Key(rawValue: "copy-number")
        /// The security classification of an official document (密级).
        public static let classification = Key(rawValue: "classification")
        /// The urgency of an official document (紧急程度).
        public static let urgency = Key(rawValue: "urgency")
        /// A cell of a table.
        public static let tableCell = Key(rawValue: "table-cell")
        /// A cell in the head of a table.
        public static let tableHead = Key(rawValue: "table-head")
        /// A line at the top of every page.
        public static let header = Key(rawValue: "header")
        /// The line that holds the page number, and lines above it at the foot of every page.
        public static let footer = Key(rawValue: "footer")
        /// The line above the table of contents.
        public static let contentsTitle = Key(rawValue: "contents-title")

        /// A line of the table of contents for a heading of this level, 1 to 5.
        public static func contents(level: Int) -> Key { Key(rawValue: "contents\(level)") }

        /// The headings of the first level.
        static let heading1 = Key(rawValue: "heading1")
    }

    /// What the style is for.
    public var key: Key
    /// The identity inside a file.
    public var id: String
    /// The name that people see. Names that Word, WPS and LibreOffice know are translated by them.
    public var name: String
    /// Whether the name is not one that word processors know.
    public var isCustom: Bool
    /// The style it is based on; `nil` for the first.
    public var base: Key?
    /// The style of the paragraph that follows when a person goes on typing.
    public var next: Key?
    /// The group: space before and after stands only at the edges of a run of blocks whose styles are of one group.
    public var group: String?
    /// The format, with what it takes from its base.
    public var format: ParagraphFormat
    /// Whether it is a style that somebody else has made: nothing that it says is set otherwise on a paragraph.
    package var isForeign = false
    /// Whether the style numbers its paragraphs.
    package var isNumbered = false

    /// Creates a style.
    public init(
        key: Key,
        id: String,
        name: String,
        isCustom: Bool = false,
        base: Key? = nil,
        next: Key? = nil,
        group: String? = nil,
        format: ParagraphFormat
    ) {
        self.key = key
        self.id = id
        self.name = name
        self.isCustom = isCustom
        self.base = base
        self.next = next
        self.group = group
        self.format = format
    }
}
