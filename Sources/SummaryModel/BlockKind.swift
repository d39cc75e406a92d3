/// What a block of a document is. Kinds that this version does not know are kept under their own name.
public struct BlockKind: RawRepresentable, Sendable, Hashable, Codable {
    /// The stable name of the kind, as in `outline --json`.
    public let rawValue: String
    /// The place of the kind among those that this version knows, from 1; 0 when it does not.
    @usableFromInline let number: UInt8

    /// Creates a kind with a stable name.
    public init(rawValue: String) {
        self.rawValue = rawValue
        number = Self.all.first { $0.rawValue == rawValue }?.number ?? 0
    }

    private init(_ number: UInt8, _ rawValue: String) {
        self.rawValue = rawValue
        self.number = number
    }

    /// Whether both are the same kind. The numbers tell, since names take long to compare.
    @inlinable public static func == (first: BlockKind, second: BlockKind) -> Bool {
        first.number == second.number && (first.number != 0 || first.rawValue == second.rawValue)
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    /// A line of the title (标题).
    public static let title = BlockKind(1, "title")
    /// A subtitle (副标题), usually after ——.
    public static let subtitle = BlockKind(2, "subtitle")
    /// Names, posts or a date under the title.
    public static let author = BlockKind(3, "author")
    /// The addressee (主送机关) or a spoken address, ending in a colon.
    public static let salutation = BlockKind(4, "salutation")
    /// Text between the title and the first heading.
    public static let lead = BlockKind(5, "lead")
    /// 第一部分, 第一章.
    public static let part = BlockKind(6, "part")
    /// 一、
    public static let heading1 = BlockKind(7, "heading1")
    /// （一）
    public static let heading2 = BlockKind(8, "heading2")
    /// 1.
    public static let heading3 = BlockKind(9, "heading3")
    /// （1）
    public static let heading4 = BlockKind(10, "heading4")
    /// ①
    public static let heading5 = BlockKind(11, "heading5")
    /// A paragraph that opens with 一是, 首先, 第一， and the like.
    public static let point = BlockKind(12, "point")
    /// Body text.
    public static let paragraph = BlockKind(13, "paragraph")
    /// An item of a list.
    public static let listItem = BlockKind(14, "list_item")
    /// A table.
    public static let table = BlockKind(15, "table")
    /// A picture, or several side by side.
    public static let picture = BlockKind(16, "picture")
    /// What a table or a picture is called (表1 …, 图1 …).
    public static let caption = BlockKind(17, "caption")
    /// A closing phrase (特此报告。).
    public static let closing = BlockKind(18, "closing")
    /// The note of attachments, or the head of an attachment.
    public static let attachment = BlockKind(19, "attachment")
    /// Who signs (署名).
    public static let signature = BlockKind(20, "signature")
    /// The date of the document (成文日期).
    public static let date = BlockKind(21, "date")
    /// A whole line in brackets (附注).
    public static let note = BlockKind(22, "note")
    /// A line of a formula.
    public static let formula = BlockKind(23, "formula")
    /// A footnote.
    public static let footnote = BlockKind(24, "footnote")
    /// The mark of the issuing authority (发文机关标志).
    public static let issuerHead = BlockKind(25, "issuer_head")
    /// The document number (发文字号).
    public static let documentNumber = BlockKind(26, "doc_number")
    /// Copies (抄送).
    public static let copies = BlockKind(27, "cc")
    /// Who printed and issued it, and when (印发机关和印发日期).
    public static let imprint = BlockKind(28, "imprint")
    /// A line of a table of contents.
    public static let tableOfContents = BlockKind(29, "toc")
    /// A page number left in the text.
    public static let pageNumber = BlockKind(30, "page_number")
    /// A line at the top of every page (页眉).
    public static let header = BlockKind(31, "header")
    /// A line at the foot of every page, besides the page number (页脚).
    public static let footer = BlockKind(32, "footer")
    /// What does not belong to the document: adverts, watermarks, site navigation.
    public static let residue = BlockKind(33, "residue")

    /// Every kind that this version knows.
    public static let all: [BlockKind] = [
        .title, .subtitle, .author, .salutation, .lead, .part, .heading1, .heading2, .heading3, .heading4, .heading5,
        .point, .paragraph, .listItem, .table, .picture, .caption, .closing, .attachment, .signature, .date, .note,
        .formula,
        .footnote, .issuerHead, .documentNumber, .copies, .imprint, .tableOfContents, .pageNumber, .header, .footer,
        .residue,
    ]

    /// Whether it is a part of the text, rather than of the head, the foot or what does not belong to the document.
    public var isOfText: Bool {
        switch self {
        case .lead, .part, .heading1, .heading2, .heading3, .heading4, .heading5, .point, .paragraph, .listItem, .table,
            .picture,
            .caption:
            true
        default: false
        }
    }

    /// Whether it may hold prose, in which rules look for slips.
    public var holdsProse: Bool {
        switch self {
        case .residue, .formula, .pageNumber, .tableOfContents: false
        default: true
        }
    }

    /// Whether it stands on every page, outside the flow of the text.
    public var isPageFurniture: Bool { self == .header || self == .footer }

    /// The level of a heading, 1 to 5; `nil` for everything else.
    public var headingLevel: Int? {
        switch self {
        case .heading1: 1
        case .heading2: 2
        case .heading3: 3
        case .heading4: 4
        case .heading5: 5
        default: nil
        }
    }
}
