package import ReadKit
internal import SummaryModel

extension DraftError {
    /// A file that is no Word file.
    static var notWordSample: DraftError {
        DraftError(
            LocalizedText(
                zh: "这不是 Word 文档（.docx），无法取样式；其他格式请先用文字处理软件另存为 .docx",
                en:
                    "this is no Word document (.docx) to learn a style from; save it as .docx with a word processor first"
            )
        )
    }

    /// A file without text.
    package static var emptySample: DraftError {
        DraftError(
            LocalizedText(
                zh: "文件中没有文字，无法取样式；请换一份有标题和正文的样本",
                en: "the file holds no text to learn a style from; take a sample with a title and body text"
            )
        )
    }
}
