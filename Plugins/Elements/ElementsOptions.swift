public import StageKit
internal import SummaryModel

/// The options of ``ElementsStage``.
public struct ElementsOptions: StageOptions {
    /// The number of the copy (份号).
    public var copyNumber: ConfigurationValue?
    /// The security classification and its period (密级和保密期限).
    public var classification: ConfigurationValue?
    /// The urgency (紧急程度).
    public var urgency: ConfigurationValue?
    /// The mark of the issuing body (发文机关标志), or the bodies that issue jointly, the host first.
    public var issuer: [ConfigurationValue] = []
    /// The document number (发文字号).
    public var number: ConfigurationValue?
    /// Who signs it for issue (签发人).
    public var signers: [ConfigurationValue] = []
    /// The title (标题).
    public var title: ConfigurationValue?
    /// The subtitle (副标题).
    public var subtitle: ConfigurationValue?
    /// The line under the title.
    public var author: ConfigurationValue?
    /// To whom it goes (主送机关).
    public var recipient: ConfigurationValue?
    /// The names of the attachments (附件).
    public var attachments: [ConfigurationValue] = []
    /// Who signs (署名).
    public var signature: [ConfigurationValue] = []
    /// The date of the document (成文日期).
    public var date: ConfigurationValue?
    /// The note in brackets (附注).
    public var note: ConfigurationValue?
    /// Who gets a copy (抄送机关).
    public var copies: ConfigurationValue?
    /// Who prints and issues it (印发机关).
    public var printer: ConfigurationValue?
    /// The day on which it goes to be printed (印发日期).
    public var printDate: ConfigurationValue?
    /// Values by name.
    public var data: ConfigurationValue?

    /// Creates the defaults: no element is given.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<ElementsOptions>] = [
        .text(
            "copy-number",
            \.copyNumber,
            LocalizedText(zh: "份号，一般为 6 位数字", en: "The number of the copy, usually 6 digits.")
        ),
        .text(
            "classification",
            \.classification,
            LocalizedText(zh: "密级和保密期限，如“机密★1年”", en: "The classification and its period, such as 机密★1年.")
        ),
        .text("urgency", \.urgency, LocalizedText(zh: "紧急程度：特急、加急", en: "The urgency: 特急 or 加急.")),
        .texts(
            "issuer",
            \.issuer,
            LocalizedText(
                zh: "发文机关标志；联合行文时主办机关在前，最后一个后面带“文件”",
                en: "The mark of the issuing body; of a joint issue all, the host first, the last with 文件."
            )
        ),
        .text("number", \.number, LocalizedText(zh: "发文字号", en: "The document number.")),
        .texts(
            "signers",
            \.signers,
            LocalizedText(zh: "签发人，上行文才有", en: "Who signs it for issue; of documents to a higher body only.")
        ),
        .text("title", \.title, LocalizedText(zh: "标题", en: "The title.")),
        .text("subtitle", \.subtitle, LocalizedText(zh: "副标题", en: "The subtitle.")),
        .text("author", \.author, LocalizedText(zh: "标题下的作者或日期", en: "The author or the date under the title.")),
        .text("recipient", \.recipient, LocalizedText(zh: "主送机关", en: "To whom it goes.")),
        .texts("attachments", \.attachments, LocalizedText(zh: "附件的名称", en: "The names of the attachments.")),
        .texts("signature", \.signature, LocalizedText(zh: "署名，可以有几个机关", en: "Who signs; several bodies may.")),
        .text(
            "date",
            \.date,
            LocalizedText(zh: "成文日期，可写 2024-12-20", en: "The date of the document; 2024-12-20 will do.")
        ),
        .text("note", \.note, LocalizedText(zh: "附注，括号会自动加上", en: "The note; its brackets are added.")),
        .text("copies", \.copies, LocalizedText(zh: "抄送机关", en: "Who gets a copy.")),
        .text("printer", \.printer, LocalizedText(zh: "印发机关", en: "Who prints and issues it.")),
        .text("print-date", \.printDate, LocalizedText(zh: "印发日期", en: "The day on which it goes to be printed.")),
        .dataFile(
            "data",
            \.data,
            LocalizedText(
                zh: "要素的值：YAML、JSON 或 CSV，键为要素的名称；--data 和 --set 放在这里",
                en: "The elements by name: a YAML, JSON or CSV file; --data and --set stand here."
            )
        ),
    ]

    /// The texts of an element, with their places.
    func texts(of element: Element) -> [ConfigurationValue] {
        func one(_ text: ConfigurationValue?) -> [ConfigurationValue] { text.map { [$0] } ?? [] }
        return switch element {
        case .copyNumber: one(copyNumber)
        case .classification: one(classification)
        case .urgency: one(urgency)
        case .issuer: issuer
        case .number: one(number)
        case .signers: signers
        case .title: one(title)
        case .subtitle: one(subtitle)
        case .author: one(author)
        case .recipient: one(recipient)
        case .attachments: attachments
        case .signature: signature
        case .date: one(date)
        case .note: one(note)
        case .copies: one(copies)
        case .printer: one(printer)
        case .printDate: one(printDate)
        }
    }
}
