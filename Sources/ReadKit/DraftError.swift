public import SummaryModel

/// Why an input cannot be read as a draft.
public struct DraftError: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText

    /// Creates an error.
    public init(_ message: LocalizedText) { self.message = message }
}

extension DraftError {
    /// What is said of bytes that no reader takes for a draft.
    static let notText = LocalizedText(
        zh: "这不是文本文件：其中的控制字符或无法识别的字节太多",
        en: "this is not a text file: it holds too many control characters or bytes that are no characters"
    )
}
