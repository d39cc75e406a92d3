public import SummaryModel

/// How a document looks: the only place from which a renderer takes a font, a size, a distance or a colour.
///
/// A style sheet is resolved: what a style takes from the one it is based on, and a sheet from the one it extends, is in
/// it. Every name that a document can use leads to a style.
public struct StyleSheet: Sendable, Hashable {
    /// The name, such as `gbt9704`.
    public var name: String
    /// What the sheet is for, in one sentence.
    public var summary: LocalizedText
    /// The language of Chinese text, such as `zh-CN`.
    public var language: String
    /// The language of Latin text, such as `en-US`.
    public var latinLanguage: String
    /// The page.
    public var page: PageLayout
    /// The fonts.
    public var fonts: [FontFamily]
    /// The style on which all others are based.
    public var normal: ParagraphStyle
    /// Body text.
    public var body: ParagraphStyle
    /// The further paragraph styles.
    public var paragraphStyles: [ParagraphStyle]
    /// The character styles.
    public var characterStyles: [CharacterStyle]
    /// The page number.
    public var pageNumber: PageNumberStyle
    /// The title.
    public var title: TitleStyle
    /// How far a date starts right of the first character of the signature above it (GB/T 9704-2012, 7.3.5.2).
    public var dateOffset: Measure
    /// Whether the document gets a seal, over which the signature stands in the middle of the date (7.3.5.1).
    public var hasSeal: Bool
    /// Whether the document gets the stamp of a person's name (签名章): signature and date then end where their styles say (7.3.5.3).
    public var hasNameStamp: Bool
    /// The head of an official document; `nil` sets its elements like any other paragraph.
    public var head: HeadStyle?
    /// The imprint of an official document; `nil` sets it like any other paragraph.
    public var imprint: ImprintStyle?
    /// In what the first page differs; `nil` when it does not.
    public var firstPage: FirstPageStyle?
    /// Tables.
    public var table: TableStyle
    /// How the numbers of headings are written.
    public var numbering: NumberingForm
    /// The table of contents; `nil` for none.
    public var contents: ContentsStyle?
    /// Where the first sentence of a paragraph has the character style `lead-sentence`.
    public var leadSentences: Set<LeadSentences> = []
    /// What a document must have that the sheet is for; what is missing is reported.
    public var expectedElements: Set<ExpectedElement>
    /// The Word file of which a .docx takes the styles as they are; `nil` for none.
    public var reference: ReferenceParts?

    /// Creates a style sheet.
    public init(
        name: String,
        summary: LocalizedText,
        language: String,
        latinLanguage: String,
        page: PageLayout,
        fonts: [FontFamily],
        normal: ParagraphStyle,
        body: ParagraphStyle,
        paragraphStyles: [ParagraphStyle],
        characterStyles: [CharacterStyle],
        pageNumber: PageNumberStyle,
        title: TitleStyle,
        dateOffset: Measure,
        hasSeal: Bool = false,
        hasNameStamp: Bool = false,
        head: HeadStyle? = nil,
        imprint: ImprintStyle? = nil,
        firstPage: FirstPageStyle? = nil,
        table: TableStyle,
        numbering: NumberingForm = .literal,
        expectedElements: Set<ExpectedElement> = []
    ) {
        self.name = name
        self.summary = summary
        self.language = language
        self.latinLanguage = latinLanguage
        self.page = page
        self.fonts = fonts
        self.normal = normal
        self.body = body
        self.paragraphStyles = paragraphStyles
        self.characterStyles = characterStyles
        self.pageNumber = pageNumber
        self.title = title
        self.dateOffset = dateOffset
        self.hasSeal = hasSeal
        self.hasNameStamp = hasNameStamp
        self.head = head
        self.imprint = imprint
        self.firstPage = firstPage
        self.table = table
        self.numbering = numbering
        self.expectedElements = expectedElements
    }

    /// All paragraph styles.
    public var allParagraphStyles: [ParagraphStyle] { [normal, body] + paragraphStyles }

    /// The style for `key`; body text when the sheet has none.
    public subscript(key: ParagraphStyle.Key) -> ParagraphStyle {
        key == .normal ? normal : paragraphStyles.first { $0.key == key } ?? body
    }

    /// The style of a kind of block; body text when the sheet has none.
    public subscript(kind: BlockKind) -> ParagraphStyle {
        self[ParagraphStyle.Key(rawValue: kind.rawValue)]
    }

    /// The character style for `key`, when the sheet has one.
    public subscript(key: CharacterStyle.Key) -> CharacterStyle? {
        characterStyles.first { $0.key == key }
    }

    /// The name of the font of a role; the role itself when the sheet has none.
    public func fontName(_ role: String) -> String {
        fonts.first { $0.role == role }?.name ?? role
    }
}
