internal import SummaryModel

/// What a file holds beside its text: deleted text, comments, hidden text, pictures, headers and footers.
struct ReadingFinding {
    /// The stable name.
    var id: String
    /// How much it matters.
    var severity: Severity
    /// What was found and what to do.
    var message: LocalizedText
    /// The place in the text; `nil` when it has none.
    var offset: Int?
    /// The picture that it is about, when that may be taken up.
    var picture: EmbeddedPicture?

    /// The same finding, when the text before it has grown.
    func moved(by shift: Int) -> ReadingFinding {
        var finding = self
        finding.offset = offset.map { $0 + shift }
        return finding
    }

    /// The finding as it is reported.
    func diagnostic(in source: SourceText) -> Diagnostic {
        Diagnostic(id: id, severity: severity, message: message, start: offset.map { source.position(at: $0) })
    }

    // MARK: Wording

    static func deletedText(_ text: String) -> ReadingFinding {
        ReadingFinding(
            id: "reading.deleted-text",
            severity: .warning,
            message: LocalizedText(
                zh: "修订中已删除的文字未读入：“\(excerpt(text))”；请确认接受或拒绝修订",
                en: "text that a tracked change deletes was left out: “\(excerpt(text))”; accept or reject the change"
            )
        )
    }

    static func comment(_ text: String, by author: String) -> ReadingFinding {
        ReadingFinding(
            id: "reading.comment",
            severity: .warning,
            message: LocalizedText(
                zh: "批注未读入\(author.isEmpty ? "" : "（\(author)）")：“\(excerpt(text))”；请处理后再定稿",
                en:
                    "a comment\(author.isEmpty ? "" : " by \(author)") was left out: “\(excerpt(text))”; deal with it before the text is final"
            )
        )
    }

    static func hiddenText(_ text: String) -> ReadingFinding {
        ReadingFinding(
            id: "reading.hidden-text",
            severity: .info,
            message: LocalizedText(
                zh: "隐藏的文字未读入：“\(excerpt(text))”",
                en: "hidden text was left out: “\(excerpt(text))”"
            )
        )
    }

    static func picture(_ description: String, _ picture: EmbeddedPicture? = nil) -> ReadingFinding {
        let isNamed = !description.isEmpty
        var finding = ReadingFinding(
            id: "reading.picture",
            severity: .info,
            message: LocalizedText(
                zh: "图片、图表或对象未读入\(isNamed ? "：“\(excerpt(description))”" : "")；需要时请在成稿中重新插入",
                en:
                    "a picture, chart or object was left out\(isNamed ? ": “\(excerpt(description))”" : ""); insert it again where it is needed"
            )
        )
        finding.picture = picture
        return finding
    }

    static func headerOrFooter(_ text: String, isHeader: Bool) -> ReadingFinding {
        ReadingFinding(
            id: "reading.header-footer",
            severity: .info,
            message: LocalizedText(
                zh: "\(isHeader ? "页眉" : "页脚")中的文字未读入：“\(excerpt(text))”",
                en: "the text of a \(isHeader ? "header" : "footer") was left out: “\(excerpt(text))”"
            )
        )
    }

    /// How many characters of a text a message shows.
    private static let longestExcerpt = 400

    /// The text on one line, not too long for a message.
    private static func excerpt(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            guard count <= longestExcerpt else {
                line.append("…")
                break
            }
            line.append(scalar.value < 0x20 || scalar.value == 0x2028 ? " " : scalar)
        }
        return String(line)
    }
}
