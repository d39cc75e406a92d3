internal import ReadKit
internal import SummaryModel

extension DraftError {
    /// A file that is no Word file.
    static var notWordReference: DraftError {
        DraftError(
            LocalizedText(
                zh: "这不是 Word 文档（.docx），无法取样式；其他格式请先用文字处理软件另存为 .docx",
                en: "this is no Word document (.docx) to take styles from; save it as .docx with a word processor first"
            )
        )
    }

    /// A file without styles.
    static var noReferenceStyles: DraftError {
        DraftError(
            LocalizedText(
                zh: "这个 .docx 中没有样式；请在 Word 或 WPS 中打开并另存后再试",
                en: "this .docx holds no styles; open it in Word or WPS and save it again"
            )
        )
    }

    /// A file in the strict variant.
    static var strictReference: DraftError {
        DraftError(
            LocalizedText(
                zh: "这个 .docx 存成了“Strict Open XML”，样式不能照搬；请另存为普通的 Word 文档（.docx）",
                en:
                    "this .docx is saved as 'Strict Open XML', whose styles cannot be taken over; save it as a Word document (.docx)"
            )
        )
    }

    /// A part that is not in UTF-8.
    static func referenceEncoding(_ part: String) -> DraftError {
        DraftError(
            LocalizedText(
                zh: "文件中的 \(part) 不是 UTF-8；请在 Word 或 WPS 中打开并另存后再试",
                en: "\(part) in the file is not UTF-8; open it in Word or WPS and save it again"
            )
        )
    }

    /// A header or a theme that needs something outside the file.
    static func referenceLeadsOut(_ part: String) -> DraftError {
        DraftError(
            LocalizedText(
                zh: "文件中的 \(part) 引用了文件以外的内容；请在 Word 中把链接的图片改为嵌入后再试",
                en: "\(part) in the file refers to something outside it; embed linked pictures in Word first"
            )
        )
    }

    /// A header that shows something else than pictures.
    static func referenceHolds(_ type: String, in part: String) -> DraftError {
        DraftError(
            LocalizedText(
                zh: "文件中的 \(part) 有不能照搬的内容（\(type)）；请从页眉、页脚中去掉后再试",
                en:
                    "\(part) in the file holds what cannot be taken over (\(type)); take it out of the header or footer first"
            )
        )
    }
}
