internal import RenderKit

/// The names under which word processors and offices know the styles of what a document consists of. Names are compared
/// without regard to case and blanks.
enum ReferenceNames {
    /// The names of a style, the best first, besides that which a style sheet has for it. Word and WPS write the English name
    /// of a built-in style whatever language they show; Chinese names are of styles that somebody made.
    static func names(of key: ParagraphStyle.Key) -> [String] { names[key.rawValue] ?? [] }

    /// The keys for which there are names.
    static let keys = names.keys.sorted().map { ParagraphStyle.Key(rawValue: $0) }

    /// The names of body text; where none of them is used, that is text without a style of its own.
    static let body = [
        "body text", "正文文本", "公文正文", "正文内容", "body text first indent", "正文首行缩进", "正文文本首行缩进", "normal indent", "正文缩进",
    ]

    static let noteReference = ["footnote reference", "脚注引用"]
    static let link = ["hyperlink", "超链接"]
    static let table = ["table grid", "网格型", "table"]

    /// A name as it is compared.
    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    private static let names: [String: [String]] = [
        "title": ["title", "标题", "公文标题", "文档标题", "大标题"],
        "subtitle": ["subtitle", "副标题"],
        "author": ["author", "作者"],
        "salutation": ["salutation", "称呼", "主送机关"],
        "heading1": ["heading 1", "标题 1", "标题一", "一级标题", "1级标题"],
        "heading2": ["heading 2", "标题 2", "标题二", "二级标题", "2级标题"],
        "heading3": ["heading 3", "标题 3", "标题三", "三级标题", "3级标题"],
        "heading4": ["heading 4", "标题 4", "标题四", "四级标题", "4级标题"],
        "heading5": ["heading 5", "标题 5", "标题五", "五级标题", "5级标题"],
        "list_item": ["list paragraph", "列出段落", "列表段落"],
        "caption": ["caption", "题注"],
        "attachment": ["附件说明"],
        "signature": ["signature", "签名", "落款", "署名", "发文机关署名"],
        "date": ["date", "日期", "成文日期"],
        "closing": ["closing", "结束语"],
        "note": ["附注"],
        "footnote": ["footnote text", "脚注文本"],
        "table-cell": ["表格文字", "表格正文", "表格内容", "table contents"],
        "table-head": ["表头文字", "表头", "表格标题", "table heading"],
        "issuer_head": ["发文机关标志"],
        "doc_number": ["发文字号"],
        "header": ["header", "页眉"],
        "footer": ["footer", "页脚"],
    ]
}
