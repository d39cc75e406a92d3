internal import StageKit
internal import SummaryModel

/// The findings of ``ElementsStage`` in words.
enum ElementsFinding {
    static let descriptions = [
        FindingDescription(
            "elements.differs",
            .warning,
            LocalizedText(zh: "文中已有这个要素，文字与给出的不同", en: "The draft has the element with another text."),
            source: "GB/T 9704-2012 7"
        ),
        FindingDescription(
            "elements.form",
            .warning,
            LocalizedText(zh: "给出的文字不合要素的格式", en: "A text that has not the form of its element."),
            source: "GB/T 9704-2012 7.2"
        ),
        FindingDescription(
            "elements.signers",
            .warning,
            LocalizedText(zh: "有签发人而没有发文字号", en: "Somebody signs for issue, but there is no document number."),
            source: "GB/T 9704-2012 7.2.6"
        ),
        FindingDescription(
            "elements.attachment-title",
            .warning,
            LocalizedText(
                zh: "附件的标题与附件说明不一致",
                en: "The title of an attachment is not its name in the note of the attachments."
            ),
            source: "GB/T 9704-2012 7.3.7"
        ),
        FindingDescription(
            "elements.attachment-note",
            .warning,
            LocalizedText(zh: "附件说明里没有的附件", en: "An attachment that the note of the attachments does not name."),
            source: "GB/T 9704-2012 7.3.4"
        ),
    ]

    static func attachmentTitle(_ block: Block, _ title: String, noted name: String) -> Diagnostic {
        Diagnostic(
            id: "elements.attachment-title",
            severity: .warning,
            message: LocalizedText(
                zh: "附件的标题是“\(title)”，附件说明写的是“\(name)”；两处应当一致，请改正其中一处",
                en: "the attachment is titled '\(title)', and the note calls it '\(name)'; make them agree"
            ),
            anchor: .init(block.id),
            source: "GB/T 9704-2012 7.3.7"
        )
    }

    static func attachmentNotNoted(_ head: Block) -> Diagnostic {
        let name = head.content.shownText
        return Diagnostic(
            id: "elements.attachment-note",
            severity: .warning,
            message: LocalizedText(
                zh: "附件说明没有列出“\(name)”；请补入附件说明，或核对附件的序号",
                en: "the note of the attachments does not list '\(name)'; add it, or check the number"
            ),
            anchor: .init(head.id),
            source: "GB/T 9704-2012 7.3.4"
        )
    }

    static func differs(_ element: Element, _ block: Block, given: String) -> Diagnostic {
        Diagnostic(
            id: "elements.differs",
            severity: .warning,
            message: LocalizedText(
                zh: "文中的\(element.term)是“\(block.content.shownText)”，给出的是“\(given)”；保留文中的，请核对",
                en:
                    "the draft says '\(block.content.shownText)' for \(element.rawValue), and '\(given)' was given; the draft's stays, so check which is right"
            ),
            anchor: .init(block.id),
            source: "GB/T 9704-2012 7"
        )
    }

    /// - Parameter place: Where the text was given; `nil` for the front matter of the draft.
    static func form(_ element: Element, _ text: String, at place: ConfigurationPlace?) -> Diagnostic {
        let written = place.map { place in
            " (" + place.file + (place.position.map { ":\($0.line):\($0.column)" } ?? "") + ")"
        }
        let given = written ?? ""
        let wanted: LocalizedText =
            switch element {
            case .copyNumber: LocalizedText(zh: "应为阿拉伯数字，一般 6 位", en: "it must be made of digits, usually 6")
            case .classification: LocalizedText(zh: "应写如“机密★1年”", en: "it must be written as in 机密★1年")
            case .urgency: LocalizedText(zh: "应为“特急”或“加急”", en: "it must be 特急 or 加急")
            case .number:
                LocalizedText(
                    zh: "应写如“青政发〔2024〕3号”“第5号”或“第12期”",
                    en: "it must be written as in 青政发〔2024〕3号, 第5号 or 第12期"
                )
            default: LocalizedText(zh: "应写如“2024年12月20日”，且日期存在", en: "it must be a date that exists, as in 2024年12月20日")
            }
        return Diagnostic(
            id: "elements.form",
            severity: .warning,
            message: LocalizedText(
                zh:
                    "\(element.term)“\(text)”\(given.isEmpty ? "" : "（\(given.dropFirst(2).dropLast())）")不合格式：\(wanted.zh)；没有写入，请改正",
                en: "'\(text)'\(given) is no \(element.rawValue): \(wanted.en); it was left out, so correct it"
            ),
            source: "GB/T 9704-2012 7.2"
        )
    }

    static func signers() -> Diagnostic {
        Diagnostic(
            id: "elements.signers",
            severity: .warning,
            message: LocalizedText(
                zh: "给出了签发人，但没有发文字号，没有地方编排；请给出发文字号（number）",
                en: "signers were given, but there is no document number beside which they stand; give a number"
            ),
            source: "GB/T 9704-2012 7.2.6"
        )
    }
}
