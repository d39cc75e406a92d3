internal import SummaryModel

/// File formats that are no drafts, told by their first bytes, so that they are refused by name.
enum UnreadableFormat: CaseIterable {
    case pdf, picture, archive, executable

    /// The format of `bytes`; `nil` when they may be text.
    static func of(_ bytes: [UInt8]) -> UnreadableFormat? {
        allCases.first { format in format.signatures.contains { bytes.starts(with: $0) } }
    }

    private var signatures: [[UInt8]] {
        switch self {
        case .pdf: [Array("%PDF-".utf8)]
        case .picture: [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
        case .archive: [[0x1F, 0x8B], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], Array("BZh".utf8)]
        case .executable: [[0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A, 0x90]]
        }
    }

    /// Why the file is refused, and what to do.
    var refusal: LocalizedText {
        switch self {
        case .pdf:
            LocalizedText(
                zh: "这是 PDF 文件；请复制其中的文字，另存为文本文件",
                en: "this is a PDF file; copy its text into a text file"
            )
        case .picture:
            LocalizedText(
                zh: "这是图片；请先用文字识别取出文字",
                en: "this is a picture; get its text by character recognition first"
            )
        case .archive:
            LocalizedText(zh: "这是压缩文件；请先解压", en: "this is an archive; unpack it first")
        case .executable:
            LocalizedText(zh: "这是程序文件，不是文稿", en: "this is a program, not a draft")
        }
    }
}
