internal import OpenPackaging
public import SummaryModel
internal import XMLReading

/// Why no style can be learned from a file.
public struct SampleError: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public let message: LocalizedText
}

extension SampleError {
    static var notWord: SampleError {
        SampleError(
            message: LocalizedText(
                zh: "这不是 Word 文档（.docx），无法取样式；其他格式请先用文字处理软件另存为 .docx",
                en:
                    "this is no Word document (.docx) to learn a style from; save it as .docx with a word processor first"
            )
        )
    }

    /// A file without text.
    package static var empty: SampleError {
        SampleError(
            message: LocalizedText(
                zh: "文件中没有文字，无法取样式；请换一份有标题和正文的样本",
                en: "the file holds no text to learn a style from; take a sample with a title and body text"
            )
        )
    }

    static func package(_ error: PackageReadingError) -> SampleError {
        SampleError(
            message: LocalizedText(
                zh: "文件已损坏或不安全，无法读取（\(error)）",
                en: "the file is damaged or unsafe and cannot be read (\(error))"
            )
        )
    }

    static func part(_ name: String, _ error: XMLReadingError) -> SampleError {
        SampleError(
            message: LocalizedText(zh: "文件中的 \(name) 已损坏（\(error)）", en: "\(name) in the file is damaged (\(error))")
        )
    }
}
