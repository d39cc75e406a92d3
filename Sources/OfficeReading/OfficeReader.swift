public import ReadKit
public import SummaryModel

/// Reads what word processors write besides .docx: .doc and .wps, OpenDocument, RTF and the flat XML forms of both.
///
/// LibreOffice converts the file to .docx, which `Next` reads; what this program makes of a .docx it makes of them too.
public struct OfficeReader<Next: Reader>: Reader {
    /// The name of the format.
    public static var format: String { "office" }
    /// What is read.
    public static var summary: LocalizedText {
        LocalizedText(
            zh: "其他文字处理格式（.doc、.wps、.odt、.rtf），由 LibreOffice 转换",
            en: "Other word-processor files (.doc, .wps, .odt, .rtf), by way of LibreOffice."
        )
    }
    /// The usual extensions.
    public static var extensions: [String] { ["doc", "wps", "odt", "ott", "rtf", "fodt"] }
    /// Those of the reader of .docx.
    public static var findings: [FindingDescription] { Next.findings }

    /// The content says it; each of these formats has its signature.
    public static func recognition(of file: DraftFile) -> Recognition {
        OfficeFormat(file) == nil ? .none : .certain
    }

    /// Creates the reader.
    public init() {}

    /// Converts the file and has the result read.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        guard let format = OfficeFormat(file) else { throw DraftError(OfficeFormat.unknown) }
        if format == .compoundFile, let refusal = CompoundFile(file.bytes).refusal { throw DraftError(refusal) }
        let converted: [UInt8]
        do throws(LibreOffice.Failure) {
            converted = try LibreOffice.docx(from: file.bytes, extension: format.pathExtension, in: context)
        } catch {
            throw DraftError(error.message(.reading))
        }
        let name = file.name.map { name in
            (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".docx"
        }
        var draft = try Next().read(DraftFile(converted, name: name), in: context)
        draft.format = Self.format
        return draft
    }
}
