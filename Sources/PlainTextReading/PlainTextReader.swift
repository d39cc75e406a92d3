public import ReadKit
public import SummaryModel

/// Reads plain text in any Chinese encoding.
public struct PlainTextReader: Reader {
    /// The name of the format.
    public static let format = "text"
    /// What is read.
    public static let summary = LocalizedText(
        zh: "纯文本（UTF-8、UTF-16、GB18030）",
        en: "Plain text (UTF-8, UTF-16, GB18030)."
    )
    /// The usual extensions.
    public static let extensions = ["txt", "text"]

    /// Anything may be plain text.
    public static func recognition(of file: DraftFile) -> Recognition { .possible }

    /// Creates the reader.
    public init() {}

    /// Decodes the text.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        var draft = try Draft(text: file.bytes, format: Self.format)
        draft.hasNoteReferences = false
        return draft
    }
}
