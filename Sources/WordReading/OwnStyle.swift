internal import SummaryModel

/// The styles that this program gives the kinds of a document (`Styles/gbt9704.yaml`), by identity and by name: a word
/// processor that saves the file again may change one of them.
///
/// Only kinds that nobody gives a line by accident. Body text, headings and points are not among them: their text says what
/// they are, and somebody may have pasted something else into such a paragraph.
enum OwnStyle {

    /// The kind of a style of a file that this program wrote.
    static func kind(id: String, name: String) -> BlockKind? { kinds[id] ?? names[name] }

    private static let kinds: [String: BlockKind] = [
        "Title": .title, "Subtitle": .subtitle, "Author": .author, "Salutation": .salutation, "ListItem": .listItem,
        "Formula": .formula, "Closing": .closing, "Attachment": .attachment, "AttachmentItem": .attachment,
        "AttachmentHead": .attachment, "Signature": .signature, "Date": .date, "Note": .note,
        "FootnoteText": .footnote, "Caption": .caption, "IssuerHead": .issuerHead, "DocumentNumber": .documentNumber,
        "Copies": .copies,
        "Imprint": .imprint, "ContentsLine": .tableOfContents, "CopyNumber": .issuerHead,
        "Classification": .issuerHead, "Urgency": .issuerHead,
    ]

    private static let names: [String: BlockKind] = [
        "Title": .title, "Subtitle": .subtitle, "标题下署名": .author, "Salutation": .salutation, "公式": .formula,
        "Closing": .closing, "附件说明": .attachment, "附件说明续": .attachment, "附件标识": .attachment,
        "Signature": .signature, "Date": .date, "附注": .note, "footnote text": .footnote, "caption": .caption,
        "发文机关标志": .issuerHead,
        "发文字号": .documentNumber, "抄送": .copies, "印发": .imprint, "目录行": .tableOfContents, "份号": .issuerHead,
        "密级": .issuerHead, "紧急程度": .issuerHead,
    ]
}
