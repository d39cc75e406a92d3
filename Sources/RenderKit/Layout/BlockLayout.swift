package import SummaryModel
internal import TitleBreaking

/// Which style each block takes, and what its neighbours change about it.
///
/// Lines at the top and at the foot of every page stand among the blocks, but are not of the text. Besides the blocks, only
/// what few blocks have is kept: the layout of a large document is small.
package struct BlockLayout: Sendable {
    /// A style with what is set on the paragraph itself.
    package struct Placement: Sendable, Hashable {
        /// The style, as a number of the table.
        package var style: Int
        /// Whether the space above falls away, because the block above belongs to the same group.
        package var dropsSpaceBefore: Bool
        /// Whether the space below falls away, because the block below belongs to the same group.
        package var dropsSpaceAfter: Bool
        /// Another right indent.
        package var rightIndent: Length?
        /// Whether it begins a page, because a further document of the file begins with it.
        package var startsPage = false

        /// Creates a placement that sets nothing but the style and the spaces.
        @inlinable package init(style: Int, dropsSpaceBefore: Bool = false, dropsSpaceAfter: Bool = false) {
            self.style = style
            self.dropsSpaceBefore = dropsSpaceBefore
            self.dropsSpaceAfter = dropsSpaceAfter
        }

        /// Whether nothing but the style and the spaces are set.
        @inlinable package var isUsual: Bool { rightIndent == nil && !startsPage }

        /// What is set of the format of `style` on the paragraph itself.
        package func format(of style: ParagraphStyle) -> ParagraphFormat {
            var format = style.format
            if dropsSpaceBefore, format.spaceBefore != .zero { format.spaceBefore = .lines(0) }
            if dropsSpaceAfter, format.spaceAfter != .zero { format.spaceAfter = .lines(0) }
            if startsPage { format.breaksPageBefore = true }
            if let rightIndent { format.rightIndent = .absolute(rightIndent) }
            return format
        }
    }

    /// The blocks of the document.
    package let blocks: [Block]
    /// The styles.
    package let table: StyleTable
    @usableFromInline var rightIndents: [Int: Length] = [:]
    @usableFromInline let furtherStarts: Set<Int>

    /// Finds what few blocks of `document` have.
    package init(_ document: Document, _ table: StyleTable) {
        blocks = document.blocks
        self.table = table
        furtherStarts = Set(document.furtherStarts)
        placeSignatures()
    }

    /// The first block of the text at `index` or after it; the end when there is none.
    @inlinable package func text(from index: Int) -> Int {
        var index = index
        while index < blocks.count, table.traits(of: blocks[index].kind).isPageFurniture { index += 1 }
        return index
    }

    /// The last block of the text before `index`.
    @inlinable package func text(before index: Int) -> Int? {
        var index = index - 1
        while index >= 0, table.traits(of: blocks[index].kind).isPageFurniture { index -= 1 }
        return index < 0 ? nil : index
    }

    /// The placement of the paragraph that shows the block of the text at `start`, or that block and the further lines of its
    /// title.
    ///
    /// - Parameters:
    ///   - previous: The style of the block above, as a number of the table.
    ///   - style: The style of the first block.
    ///   - next: The style of the block below.
    @inlinable package func placement(of start: Int, after previous: Int?, style: Int, before next: Int?) -> Placement {
        var placement = Placement(style: style)
        if let group = table.group(style) {
            placement.dropsSpaceBefore = previous.map { table.group($0) == group } ?? false
            placement.dropsSpaceAfter = next.map { table.group($0) == group } ?? false
        }
        if !rightIndents.isEmpty { placement.rightIndent = rightIndents[start] }
        if !furtherStarts.isEmpty { placement.startsPage = furtherStarts.contains(start) }
        return placement
    }

    /// The style of a block, as a number of the table.
    @inlinable package func style(at index: Int) -> Int {
        if blocks[index].isItem { return table.item }
        let traits = table.traits(of: blocks[index].kind)
        if traits.headingLevel != nil, blocks[index].body != nil { return table.runIn }
        if traits.isAttachment { return attachmentStyle(at: index) }
        return traits.style
    }

    // MARK: Attachments

    /// A note opens with 附件 and a colon (GB/T 9704-2012, 7.3.4); 附件 with at most a number stands above an attachment
    /// (7.3.7); what is neither continues the note.
    @usableFromInline func attachmentStyle(at index: Int) -> Int {
        let text = blocks[index].content.shownText
        guard text.hasPrefix("附件") else { return table.attachmentItem }
        let rest = text.dropFirst(2)
        if rest.allSatisfy({ $0.isNumber || $0.isWhitespace }) { return table.attachmentHead }
        return table.traits(of: .attachment).style
    }

    // MARK: Signature and date

    /// The date starts two characters right of the first character of the signature; where it is the longer one, it ends
    /// two characters from the right, and the signature moves (GB/T 9704-2012, 7.3.5.2). Signatures of several bodies
    /// start below each other.
    private mutating func placeSignatures() {
        var signatures: [Int] = []
        for index in blocks.indices {
            let traits = table.traits(of: blocks[index].kind)
            if traits.isSignature {
                signatures.append(index)
            } else if !traits.isPageFurniture, !signatures.isEmpty {
                if blocks[index].kind == .date { place(signatures, dateAt: index) }
                signatures = []
            }
        }
    }

    private mutating func place(_ signatures: [Int], dateAt end: Int) {
        let style = table.sheet
        let signature = style[.signature]
        let inset = twips(signature.format.rightIndent, signature)
        let offset = twips(style.dateOffset, signature)
        let widths = signatures.map { width(of: blocks[$0]) }
        let widest = widths.max() ?? 0
        let date = width(of: blocks[end])
        // How far the widest signature ends from the right edge.
        let edge = date > widest ? inset + offset + date - widest : inset
        for (index, width) in zip(signatures, widths) {
            rightIndents[index] = Length(twips: edge + widest - width)
        }
        rightIndents[end] = Length(twips: max(0, edge + widest - offset - date))
    }

    private func width(of block: Block) -> Int {
        TitleLines.halfWidths(of: block.content.shownText) * table.sheet[block.kind].format.text.size.twips / 2
    }

    private func twips(_ measure: Measure, _ paragraph: ParagraphStyle) -> Int {
        measure.length(characterSize: paragraph.format.text.size, linePitch: table.sheet.page.linePitch).twips
    }
}
