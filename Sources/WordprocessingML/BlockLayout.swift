internal import RenderKit
internal import SummaryModel
internal import TitleBreaking

/// Which style each block takes, and what its neighbours change about it.
struct BlockLayout {
    /// A style with what is set on the paragraph itself.
    struct Placement: Hashable {
        /// The style.
        var key: ParagraphStyle.Key
        /// Whether the space above falls away, because the block above belongs to the same group.
        var dropsSpaceBefore = false
        /// Whether the space below falls away, because the block below belongs to the same group.
        var dropsSpaceAfter = false
        /// Another right indent.
        var rightIndent: Length?
        /// Whether it begins a page, because a further document of the file begins with it.
        var startsPage = false
        /// The list that numbers it.
        var list: ListPlan.Position?
        /// The level of the phrase with which it begins, whose type its number takes.
        var phraseLevel: Int?
    }

    private let blocks: [Block]
    private let style: StyleSheet
    private let styles: [ParagraphStyle.Key: ParagraphStyle]
    private var rightIndents: [Int: Length] = [:]
    private let furtherStarts: Set<Int>

    init(_ blocks: [Block], style: StyleSheet) {
        self.blocks = blocks
        self.style = style
        var styles: [ParagraphStyle.Key: ParagraphStyle] = [:]
        for paragraph in style.allParagraphStyles { styles[paragraph.key] = paragraph }
        self.styles = styles
        furtherStarts = Set(Document(blocks: blocks).furtherStarts)
        placeSignatures()
    }

    /// The placement of the paragraph that shows the blocks of `range`.
    func placement(of range: Range<Int>) -> Placement {
        let paragraph = paragraphStyle(at: range.lowerBound)
        var placement = Placement(key: paragraph.key)
        if let group = paragraph.group {
            placement.dropsSpaceBefore = range.lowerBound > 0 && paragraphStyle(at: range.lowerBound - 1).group == group
            placement.dropsSpaceAfter =
                range.upperBound < blocks.count && paragraphStyle(at: range.upperBound).group == group
        }
        placement.rightIndent = rightIndents[range.lowerBound]
        placement.startsPage = furtherStarts.contains(range.lowerBound)
        return placement
    }

    private func paragraphStyle(at index: Int) -> ParagraphStyle {
        styles[key(at: index)] ?? style.body
    }

    private func key(at index: Int) -> ParagraphStyle.Key {
        let block = blocks[index]
        if block.isItem { return .item }
        if block.kind.headingLevel != nil, block.body != nil { return .runIn }
        if block.kind == .attachment { return attachmentKey(at: index) }
        return ParagraphStyle.Key(rawValue: block.kind.rawValue)
    }

    // MARK: Attachments

    /// A note opens with 附件 and a colon (GB/T 9704-2012, 7.3.4); 附件 with at most a number stands above an attachment
    /// (7.3.7); what is neither continues the note.
    private func attachmentKey(at index: Int) -> ParagraphStyle.Key {
        let text = blocks[index].content.shownText
        guard text.hasPrefix("附件") else { return .attachmentItem }
        let rest = text.dropFirst(2)
        if rest.allSatisfy({ $0.isNumber || $0.isWhitespace }) { return .attachmentHead }
        return ParagraphStyle.Key(rawValue: BlockKind.attachment.rawValue)
    }

    // MARK: Signature and date

    /// The date starts two characters right of the first character of the signature; where it is the longer one, it ends
    /// two characters from the right, and the signature moves (GB/T 9704-2012, 7.3.5.2). Signatures of several bodies
    /// start below each other.
    private mutating func placeSignatures() {
        let signature = style[.signature]
        let inset = twips(signature.format.rightIndent, signature)
        let offset = twips(style.dateOffset, signature)
        var start = 0
        for (end, block) in blocks.enumerated() where block.kind != .signature {
            defer { start = end + 1 }
            guard block.kind == .date, start < end else { continue }
            let widths = blocks[start..<end].map(width)
            let widest = widths.max() ?? 0
            let date = width(of: block)
            // How far the widest signature ends from the right edge.
            let edge = date > widest ? inset + offset + date - widest : inset
            for (index, width) in zip(start..<end, widths) {
                rightIndents[index] = Length(twips: edge + widest - width)
            }
            rightIndents[end] = Length(twips: max(0, edge + widest - offset - date))
        }
    }

    private func width(of block: Block) -> Int {
        TitleLines.halfWidths(of: block.content.shownText) * style[block.kind].format.text.size.twips / 2
    }

    private func twips(_ measure: Measure, _ paragraph: ParagraphStyle) -> Int {
        measure.length(characterSize: paragraph.format.text.size, linePitch: style.page.linePitch).twips
    }
}
