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
        /// Another alignment.
        package var alignment: ParagraphFormat.Alignment?
        /// Another space above.
        package var spaceBefore: Length?
        /// Whether it begins a page, because a further document of the file begins with it.
        package var startsPage = false
        /// Whether it stays on the page of what follows.
        package var keepsNext = false

        /// Creates a placement that sets nothing but the style and the spaces.
        @inlinable package init(style: Int, dropsSpaceBefore: Bool = false, dropsSpaceAfter: Bool = false) {
            self.style = style
            self.dropsSpaceBefore = dropsSpaceBefore
            self.dropsSpaceAfter = dropsSpaceAfter
        }

        /// Whether nothing but the style and the spaces are set.
        @inlinable package var isUsual: Bool {
            rightIndent == nil && alignment == nil && spaceBefore == nil && !startsPage && !keepsNext
        }

        /// What is set of the format of `style` on the paragraph itself.
        package func format(of style: ParagraphStyle) -> ParagraphFormat {
            var format = style.format
            if startsPage { format.breaksPageBefore = true }
            if keepsNext { format.keepsWithNext = true }
            // What a style of somebody else says, no paragraph says otherwise.
            if style.isForeign { return format }
            if dropsSpaceBefore, format.spaceBefore != .zero { format.spaceBefore = .lines(0) }
            if dropsSpaceAfter, format.spaceAfter != .zero { format.spaceAfter = .lines(0) }
            if let alignment { format.alignment = alignment }
            if let spaceBefore { format.spaceBefore = .absolute(spaceBefore) }
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
    /// Blocks that stand on landscape pages.
    package let turned: Set<Int>
    /// Blocks that stay on the page of the next one.
    @usableFromInline var keeping: Set<Int> = []

    /// The ends of texts with their signatures, which stay on one page, by their first blocks.
    package private(set) var endings: [Int: Int] = [:]

    /// Finds what few blocks of `document` have.
    package init(_ document: Document, _ table: StyleTable) {
        blocks = document.blocks
        self.table = table
        furtherStarts = Set(document.furtherStarts)
        turned = Self.turned(document, table)
        placeSignatures()
        keepCaptions()
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
        if blocks[start].startsPage { placement.startsPage = true }
        if !keeping.isEmpty { placement.keepsNext = keeping.contains(start) }
        return placement
    }

    /// The style of a block, as a number of the table.
    @inlinable package func style(at index: Int) -> Int {
        if blocks[index].isItem { return table.item }
        let traits = table.traits(of: blocks[index].kind)
        if traits.headingLevel != nil, blocks[index].body != nil { return table.runIn }
        if traits.isAttachment { return attachmentStyle(at: index) }
        if traits.isHead { return headStyle(at: index) }
        return traits.style
    }

    /// Whether a further document of the file begins with this block.
    package func startsPage(at index: Int) -> Bool { furtherStarts.contains { text(from: $0) == index } }

    // MARK: Head and imprint

    /// The blocks with which a document of the file begins and that are of the head of an official document, for each document
    /// that has some; empty when the sheet does not arrange them.
    package var heads: [Range<Int>] {
        guard table.sheet.head != nil else { return [] }
        return ([0] + furtherStarts.sorted()).compactMap { first in
            let start = text(from: first)
            var end = start
            while end < blocks.count, table.traits(of: blocks[end].kind).isHead { end = text(from: end + 1) }
            return start < end ? start..<end : nil
        }
    }

    /// The first line of the mark of the issuing body in a head, the space above it that brings it to its place on the page, and
    /// its type size; `nil` when there is none.
    ///
    /// The space is zero when the sheet has the mark stand on the paper rather than in the text.
    package func mark(in head: Range<Int>) -> (index: Int, space: Length, size: MarkSize)? {
        guard let style = table.sheet.head else { return nil }
        let page = table.sheet.page
        var above = 0
        for index in head where text(from: index) == index {
            guard blocks[index].kind == .issuerHead else { return nil }
            let format = table.styles[self.style(at: index)].format
            if HeadLine(blocks[index].content.shownText) == .mark {
                let size = markSize(from: index, in: head, format)
                guard style.arrangement == .stacked else { return (index, .zero, size) }
                // A smaller type stands lower in its line.
                var fitted = format
                fitted.text.size = size.size
                let space = style.markTop.twips - above - fitted.leading(on: page).twips
                return (index, Length(twips: max(0, space)), size)
            }
            above += format.lineLength(on: page).twips
        }
        return nil
    }

    /// The lines of the mark that begins at `start`.
    package func markLines(from start: Int, in head: Range<Int>) -> [Int] {
        var lines: [Int] = []
        for index in start..<head.upperBound where text(from: index) == index {
            guard blocks[index].kind == .issuerHead, HeadLine(blocks[index].content.shownText) == .mark else { break }
            lines.append(index)
        }
        return lines
    }

    /// The size of the mark that begins at `start`: of all its lines, or of the names that stand one below the other with the
    /// word beside them.
    private func markSize(from start: Int, in head: Range<Int>, _ format: ParagraphFormat) -> MarkSize {
        let lines = markLines(from: start, in: head).map { blocks[$0].shownText }
        let style = table.sheet.head
        let width = style?.arrangement == .letter ? style?.ruleLength : nil
        return MarkSize(
            lines,
            style: format.text.size,
            least: table.sheet[.title].format.text.size,
            width: width ?? table.sheet.page.textWidth
        )
    }

    /// The blocks with which a document of the file ends and that are of the imprint of an official document, for each document
    /// that has some; empty when the sheet does not arrange them.
    package var imprints: [Range<Int>] {
        guard table.sheet.imprint != nil else { return [] }
        let starts = [0] + furtherStarts.sorted()
        return zip(starts, starts.dropFirst() + [blocks.count]).compactMap { first, end in
            var start: Int?
            var index = text(before: end)
            while let last = index, last >= first, table.traits(of: blocks[last].kind).isImprint {
                start = last
                index = text(before: last)
            }
            return start.map { $0..<end }
        }
    }

    @usableFromInline func headStyle(at index: Int) -> Int {
        guard blocks[index].kind == .issuerHead else { return table.traits(of: blocks[index].kind).style }
        return switch HeadLine(blocks[index].content.shownText) {
        case .copyNumber: table.copyNumber
        case .classification: table.classification
        case .urgency: table.urgency
        case .signers: table.traits(of: .documentNumber).style
        case .mark: table.traits(of: .issuerHead).style
        }
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

    // MARK: Landscape pages

    /// The blocks of a document that stand on landscape pages: because they say so, or tables that are too wide where the
    /// sheet turns these, with their captions.
    package static func turned(_ document: Document, _ table: StyleTable) -> Set<Int> {
        let turnsWide = table.sheet.table.landscape == .wide
        var turned: Set<Int> = []
        for index in document.blocks.indices {
            if document.blocks[index].isLandscape {
                turned.insert(index)
            } else if turnsWide, let cells = document.blocks[index].table, TableColumns(cells, table).isCramped {
                turned.insert(index)
                if index > 0, document.blocks[index - 1].kind == .caption { turned.insert(index - 1) }
            }
        }
        return turned
    }

    /// Whether the pages are turned between the block at `index` and the next one of the text, which stands at `next`.
    package func turnsPage(after index: Int, before next: Int) -> Bool {
        !turned.isEmpty && next < blocks.count && turned.contains(index) != turned.contains(next)
    }

    /// Whether no page was turned up to the block at `index`.
    package func isInFirstSection(_ index: Int) -> Bool {
        guard !turned.isEmpty else { return true }
        let first = turned.contains(text(from: 0))
        return (0...max(0, min(index, blocks.count - 1))).allSatisfy { place in
            turned.contains(place) == first || table.traits(of: blocks[place].kind).isPageFurniture
        }
    }

    // MARK: Captions

    /// A caption stays with the table or the picture that it belongs to: above, or a picture above it.
    private mutating func keepCaptions() {
        for index in blocks.indices where blocks[index].kind == .caption {
            let next = text(from: index + 1)
            if next < blocks.count, blocks[next].table != nil || !blocks[next].pictures.isEmpty {
                keeping.insert(index)
            }
            if let above = text(before: index), !blocks[above].pictures.isEmpty { keeping.insert(above) }
        }
    }

    // MARK: Signature and date

    /// The date starts two characters right of the first character of the signature; where it is the longer one, it ends
    /// two characters from the right, and the signature moves (GB/T 9704-2012, 7.3.5.2). Signatures of several bodies
    /// start below each other.
    private mutating func placeSignatures() {
        var signatures: [Int] = []
        var start = 0
        for index in blocks.indices {
            let traits = table.traits(of: blocks[index].kind)
            if traits.isSignature {
                if signatures.isEmpty { start = keepText(above: index) }
                signatures.append(index)
                endings[start] = index + 1
            } else if !traits.isPageFurniture, !signatures.isEmpty {
                if blocks[index].kind == .date {
                    place(signatures, dateAt: index)
                    endings[start] = index + 1
                }
                signatures = []
            }
        }
    }

    /// A signature does not stand on a page without text (7.3.5.5): the last paragraph of the text stays with it, and what stands
    /// between. A long paragraph is left alone, since LibreOffice would take the whole of it to the next page.
    ///
    /// - Returns: The first block that stays with it, or the signature itself.
    private mutating func keepText(above signature: Int) -> Int {
        var index = signature
        while let above = text(before: index), blocks[above].table == nil {
            let isAttachment = table.traits(of: blocks[above].kind).isAttachment
            let halves = isAttachment ? 0 : TitleLines.halfWidths(of: blocks[above].shownText)
            guard halves <= 2 * table.sheet.page.charactersPerLine * Self.mostKeptLines else { return index }
            keeping.insert(above)
            guard isAttachment else { return above }
            index = above
        }
        return index
    }

    /// How many lines of text stay together with a signature.
    private static let mostKeptLines = 4

    private mutating func place(_ signatures: [Int], dateAt end: Int) {
        let style = table.sheet
        // The stamp stands in the place of the name, below the text like the date.
        if style.hasNameStamp { return }
        let signature = style[.signature]
        let inset = twips(signature.format.rightIndent, signature)
        let offset = twips(style.dateOffset, signature)
        let widths = signatures.map { width(of: blocks[$0]) }
        let widest = widths.max() ?? 0
        let date = width(of: blocks[end])
        if style.hasSeal {
            placeUnderSeal(signatures, widths, dateAt: end, date)
            return
        }
        // How far the widest signature ends from the right edge.
        let edge = date > widest ? inset + offset + date - widest : inset
        for (index, width) in zip(signatures, widths) {
            rightIndents[index] = Length(twips: edge + widest - width)
        }
        rightIndents[end] = Length(twips: max(0, edge + widest - offset - date))
    }

    /// A seal covers the date, which ends four characters from the right as its style says, and the signature, which stands in
    /// the middle above it (7.3.5.1). A signature that is too long for that ends at the edge.
    private mutating func placeUnderSeal(_ signatures: [Int], _ widths: [Int], dateAt end: Int, _ date: Int) {
        let style = table.sheet[.date]
        let inset = twips(style.format.rightIndent, style)
        for (index, width) in zip(signatures, widths) {
            rightIndents[index] = Length(twips: max(0, inset + (date - width) / 2))
        }
        rightIndents[end] = Length(twips: inset)
    }

    private func width(of block: Block) -> Int {
        width(of: block.content.shownText, size: table.sheet[block.kind].format.text.size).twips
    }

    /// The width of a text: Latin letters and digits are half as wide as others.
    package func width(of text: String, size: Length) -> Length {
        Length(twips: TitleLines.halfWidths(of: text) * size.twips / 2)
    }

    private func twips(_ measure: Measure, _ paragraph: ParagraphStyle) -> Int {
        measure.length(characterSize: paragraph.format.text.size, linePitch: table.sheet.page.linePitch).twips
    }
}
