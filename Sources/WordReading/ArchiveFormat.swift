internal import SummaryModel

/// What an archive holds that is no document of WordprocessingML, so that it is refused by its name.
enum ArchiveFormat: Sendable {
    case workbook, presentation, fixedLayout, book, other

    /// The format of an archive, told by the names in it.
    static func of(_ names: [String]) -> ArchiveFormat {
        for name in names {
            if name.hasPrefix("xl/") { return .workbook }
            if name.hasPrefix("ppt/") { return .presentation }
            if name == "OFD.xml" { return .fixedLayout }
            if name == "META-INF/container.xml" { return .book }
        }
        return .other
    }

    /// Why the file is refused, and what to do.
    var refusal: LocalizedText {
        switch self {
        case .workbook:
            LocalizedText(
                zh: "这是电子表格（.xlsx）；请把需要的文字复制到 Word 文档或文本文件中",
                en: "this is a workbook (.xlsx); copy the text that you need into a Word document or a text file"
            )
        case .presentation:
            LocalizedText(
                zh: "这是演示文稿（.pptx）；请把需要的文字复制到 Word 文档或文本文件中",
                en: "this is a presentation (.pptx); copy the text that you need into a Word document or a text file"
            )
        case .fixedLayout:
            LocalizedText(
                zh: "这是 OFD 版式文件；请复制其中的文字，另存为文本文件",
                en: "this is an OFD file of fixed pages; copy its text into a text file"
            )
        case .book:
            LocalizedText(
                zh: "这是电子书（.epub）；请复制其中的文字，另存为文本文件",
                en: "this is an electronic book (.epub); copy its text into a text file"
            )
        case .other:
            LocalizedText(
                zh: "这是压缩文件，其中没有 Word 文档；请先解压，再选择其中的文稿",
                en: "this is an archive without a Word document in it; unpack it first and name the draft"
            )
        }
    }
}
