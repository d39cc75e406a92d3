internal import SummaryModel

/// What the name of a style says about paragraphs in it. Names of built-in styles are English in the file and, from some
/// programs, Chinese; offices add names of their own.
struct StyleMeaning {
    /// What the paragraph is.
    var kind: BlockKind?
    /// The level of a heading, from 1.
    var headingLevel: Int?

    /// Says nothing.
    init() {}

    init(name: String) {
        // Word writes several names of one style with commas, and ignores case.
        let names = name.lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "_" } }
        for name in names {
            headingLevel = headingLevel ?? Self.headingLevel(name)
            kind = kind ?? Self.kind(name)
        }
    }

    /// Takes from `base` what this name does not say.
    func over(_ base: StyleMeaning) -> StyleMeaning {
        guard kind == nil, headingLevel == nil else { return self }
        return base
    }

    private static func kind(_ name: String) -> BlockKind? {
        switch name {
        case "title", "标题", "公文标题", "大标题", "主标题", "总标题", "文件标题", "正标题": .title
        case "subtitle", "副标题": .subtitle
        case "tocheading", "toc标题", "目录", "目录标题", "tableoffigures": .tableOfContents
        case "footnotetext", "脚注文本", "endnotetext", "尾注文本": .footnote
        case "caption", "题注", "表题", "图题", "表格标题", "图表标题": .caption
        case "salutation", "称呼", "主送机关": .salutation
        case "closing", "结束语": .closing
        case "signature", "签名", "署名": .signature
        case "date", "日期", "成文日期": .date
        case "发文字号": .documentNumber
        case "发文机关标志", "发文机关标识": .issuerHead
        case "抄送", "抄送机关": .copies
        case "附件说明": .attachment
        case "附注": .note
        // The furniture of pages, which somebody copied into the text.
        case "header", "footer", "页眉", "页脚": .pageNumber
        default: (name.hasPrefix("toc") || name.hasPrefix("目录")) && level(name.last) != nil ? .tableOfContents : nil
        }
    }

    /// heading 1, 标题 1, 标题1, 一级标题, 1级标题
    private static func headingLevel(_ name: String) -> Int? {
        for opening in ["heading", "标题"] where name.hasPrefix(opening) {
            let rest = name.dropFirst(opening.count)
            return rest.count == 1 ? level(rest.first) : nil
        }
        guard name.hasSuffix("级标题"), name.count == 4 else { return nil }
        return level(name.first)
    }

    private static func level(_ sign: Character?) -> Int? {
        guard let sign else { return nil }
        if let digit = sign.wholeNumberValue, sign.isASCII, (1...9).contains(digit) { return digit }
        return "一二三四五".firstIndex(of: sign).map { "一二三四五".distance(from: "一二三四五".startIndex, to: $0) + 1 }
    }
}
