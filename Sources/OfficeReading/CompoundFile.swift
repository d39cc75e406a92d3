internal import SummaryModel

/// An OLE2 compound file ([MS-CFB]): .doc and .wps are such files, and so are .xls, .ppt and .msi.
struct CompoundFile {
    /// The first bytes of every such file.
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Why the file is no text document; `nil` when it is one.
    ///
    /// The directory is found by its entries: they are 128 bytes long, sectors are multiples of that, and in every entry
    /// the length of the name and the type of the object stand behind the name. .wps files of Kingsoft have the streams
    /// of .doc.
    var refusal: LocalizedText? {
        if has("EncryptedPackage") { return Self.encrypted }
        if has("WordDocument") { return nil }
        if has("Workbook") || has("Book") { return Self.workbook }
        if has("PowerPoint Document") { return Self.slides }
        return Self.other
    }

    private static let entrySize = 128

    /// Whether the directory has a stream of this name.
    private func has(_ name: String) -> Bool {
        let wanted = (name + "\0").utf16.flatMap { unit -> [UInt8] in
            [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        var entry = Self.entrySize
        while entry + Self.entrySize <= bytes.count {
            if bytes[entry] == wanted[0], bytes[entry + 64] == UInt8(wanted.count), bytes[entry + 65] == 0,
                bytes[entry + 66] == 2, bytes[entry..<entry + wanted.count].elementsEqual(wanted)
            {
                return true
            }
            entry += Self.entrySize
        }
        return false
    }

    // MARK: - Wording

    private static let encrypted = LocalizedText(
        zh: "文件有打开密码；请去掉密码后再试",
        en: "the file is protected by a password; remove it first"
    )
    private static let workbook = LocalizedText(
        zh: "这是 Excel 工作簿，不是文稿；请把文字复制到 .docx 或文本文件",
        en: "this is an Excel workbook, not a draft; copy its text into a .docx or a text file"
    )
    private static let slides = LocalizedText(
        zh: "这是 PowerPoint 演示文稿，不是文稿；请把文字复制到 .docx 或文本文件",
        en: "this is a PowerPoint presentation, not a draft; copy its text into a .docx or a text file"
    )
    private static let other = LocalizedText(
        zh: "文件不含 Word 文档（没有 WordDocument 流），可能是安装包或其他程序的文件",
        en:
            "the file holds no Word document (no stream WordDocument); it may be an installer or a file of another program"
    )
}
