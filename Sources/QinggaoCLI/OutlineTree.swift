internal import DraftReading
internal import Qinggao
internal import SummaryModel

/// The structure of a draft as a tree for people.
struct OutlineTree {
    private let reading: Reading
    private let language: Language
    private let isColoured: Bool

    /// How many characters of a text are shown.
    private static let shown = 36

    init(_ reading: Reading, language: Language, isColoured: Bool) {
        self.reading = reading
        self.language = language
        self.isColoured = isColoured
    }

    /// The tree, with line numbers at the left, and the residue with its reasons below.
    var text: String {
        var lines: [String] = []
        var dropped: [String] = []
        var depth = 0
        for block in reading.document.blocks {
            let number = block.source.map { reading.source.position(at: $0.lowerBound).line } ?? 0
            if block.kind == .residue {
                let reason = Self.reasons[block.reason ?? ""].map { $0(language) } ?? block.reason ?? ""
                dropped.append(row(number, 0, Self.excerpt(of: block.shownText), note: reason + confidence(of: block)))
                dropped += evidence(for: block)
                continue
            }
            if let level = Self.level(of: block.kind) { depth = level }
            let isBody = Self.level(of: block.kind) == nil
            let name = (Self.names[block.kind] ?? LocalizedText(zh: block.kind.rawValue, en: block.kind.rawValue))(
                language
            )
            let indent = block.kind == .title ? 0 : isBody ? depth : depth - 1
            lines.append(row(number, indent, label(of: block), note: name + confidence(of: block)))
            lines += evidence(for: block)
        }
        if !dropped.isEmpty {
            lines.append("")
            lines.append(language == .chinese ? "判为残留（\(dropped.count) 行起）：" : "Dropped:")
            lines += dropped
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ number: Int, _ indent: Int, _ text: String, note: String) -> String {
        let digits = String(number)
        let margin = String(repeating: " ", count: max(0, 5 - digits.count)) + digits
        let note = isColoured ? "\u{1B}[2m\(note)\u{1B}[0m" : note
        return margin + "  " + String(repeating: "  ", count: max(0, indent)) + text + "  [" + note + "]"
    }

    private func label(of block: Block) -> String {
        var text = (block.label?.marker ?? "") + block.content.shownText + block.terminator
        if let table = block.table { text = table.rows.first?.map(\.content.shownText).joined(separator: " | ") ?? "" }
        var label = Self.excerpt(of: text)
        if let body = block.body { label += " ⟶ " + Self.excerpt(of: body.shownText) }
        return label
    }

    /// How sure it is, in per cent.
    private func confidence(of block: Block) -> String {
        reading.explanations[block.id].map { " \(Int(($0.confidence * 100).rounded()))%" } ?? ""
    }

    private func evidence(for block: Block) -> [String] {
        (reading.explanations[block.id]?.evidence ?? []).map { evidence in
            let tenths = Int((evidence.weight * 10).rounded())
            let weight = "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
            return String(repeating: " ", count: 9) + weight + " " + evidence.observation(language)
        }
    }

    private static func excerpt(of text: String) -> String {
        let characters = Array(text.unicodeScalars)[...].trimmed
        return characters.count <= shown ? characters.string : characters.prefix(shown).string + "…"
    }

    private static func level(of kind: BlockKind) -> Int? {
        switch kind {
        case .title: 0
        case .part: 1
        default: kind.headingLevel
        }
    }

    private static let names: [BlockKind: LocalizedText] = [
        .title: LocalizedText(zh: "标题", en: "title"),
        .subtitle: LocalizedText(zh: "副标题", en: "subtitle"),
        .author: LocalizedText(zh: "署名或日期", en: "author"),
        .salutation: LocalizedText(zh: "称呼或主送机关", en: "salutation"),
        .lead: LocalizedText(zh: "导语", en: "lead"),
        .part: LocalizedText(zh: "部分", en: "part"),
        .heading1: LocalizedText(zh: "一级标题", en: "heading 1"),
        .heading2: LocalizedText(zh: "二级标题", en: "heading 2"),
        .heading3: LocalizedText(zh: "三级标题", en: "heading 3"),
        .heading4: LocalizedText(zh: "四级标题", en: "heading 4"),
        .heading5: LocalizedText(zh: "五级标题", en: "heading 5"),
        .point: LocalizedText(zh: "要点", en: "point"),
        .paragraph: LocalizedText(zh: "正文", en: "paragraph"),
        .listItem: LocalizedText(zh: "列表项", en: "list item"),
        .table: LocalizedText(zh: "表格", en: "table"),
        .closing: LocalizedText(zh: "结束语", en: "closing"),
        .attachment: LocalizedText(zh: "附件", en: "attachment"),
        .signature: LocalizedText(zh: "落款", en: "signature"),
        .date: LocalizedText(zh: "成文日期", en: "date"),
        .note: LocalizedText(zh: "附注", en: "note"),
        .formula: LocalizedText(zh: "公式", en: "formula"),
        .footnote: LocalizedText(zh: "脚注", en: "footnote"),
        .issuerHead: LocalizedText(zh: "发文机关标志", en: "issuer head"),
        .documentNumber: LocalizedText(zh: "发文字号", en: "document number"),
        .copies: LocalizedText(zh: "抄送", en: "copies"),
        .imprint: LocalizedText(zh: "印发", en: "imprint"),
        .tableOfContents: LocalizedText(zh: "目录", en: "contents"),
        .pageNumber: LocalizedText(zh: "页码", en: "page number"),
        .header: LocalizedText(zh: "页眉", en: "header"),
        .footer: LocalizedText(zh: "页脚", en: "footer"),
    ]

    private static let reasons: [String: LocalizedText] = [
        "leaked-markup": LocalizedText(zh: "网页标记", en: "leaked mark-up"),
        "advert-contact": LocalizedText(zh: "含联系方式的广告", en: "advert with a contact"),
        "advert": LocalizedText(zh: "广告、水印或网站用语", en: "advert, watermark or site furniture"),
        "watermark": LocalizedText(zh: "重复出现的水印", en: "repeated watermark"),
        "advert-block": LocalizedText(zh: "在广告段落中", en: "stands in a block of adverts"),
    ]
}
