package import SummaryModel

/// The paragraph styles of a sheet by number, and what the kind of a block says: looked up for every block, so prepared once.
package struct StyleTable: Sendable {
    /// What a kind of block says about its blocks.
    package struct Traits: Sendable {
        /// The style, unless a block says more.
        package var style: Int
        /// The level of a heading.
        package var headingLevel: Int?
        package var isTitle = false
        package var isSignature = false
        package var isAttachment = false
        /// Whether it is of the head of an official document.
        package var isHead = false
        /// Whether it is of the imprint of an official document.
        package var isImprint = false
        /// Whether it stands on every page, outside the text.
        package var isPageFurniture = false
    }

    /// The sheet.
    package let sheet: StyleSheet
    /// All paragraph styles; the number of a style is its place here.
    package let styles: [ParagraphStyle]
    private let numbers: [ParagraphStyle.Key: Int]
    @usableFromInline let groups: [Int?]
    @usableFromInline let kinds: [BlockKind: Traits]
    @usableFromInline let other: Traits

    package let body: Int
    package let item: Int
    package let runIn: Int
    package let attachmentItem: Int
    package let attachmentHead: Int
    package let copyNumber: Int
    package let classification: Int
    package let urgency: Int
    package let header: Int
    package let tableHead: Int
    package let tableCell: Int

    /// Prepares the table of a sheet.
    package init(_ sheet: StyleSheet) {
        self.sheet = sheet
        let styles = sheet.allParagraphStyles
        // The second is that of body text.
        let body = 1
        let numbers = Dictionary(zip(styles.map(\.key), styles.indices)) { first, _ in first }
        self.numbers = numbers
        func number(_ key: ParagraphStyle.Key) -> Int { numbers[key] ?? body }
        var groups: [String: Int] = [:]
        self.groups = styles.map { style in
            style.group.map { group in
                if let known = groups[group] { return known }
                groups[group] = groups.count
                return groups.count - 1
            }
        }
        var kinds: [BlockKind: Traits] = [:]
        for kind in BlockKind.all {
            kinds[kind] = Traits(
                style: number(ParagraphStyle.Key(rawValue: kind.rawValue)),
                headingLevel: kind.headingLevel,
                isTitle: kind == .title,
                isSignature: kind == .signature,
                isAttachment: kind == .attachment,
                isHead: kind == .issuerHead || kind == .documentNumber,
                isImprint: kind == .copies || kind == .imprint,
                isPageFurniture: kind.isPageFurniture
            )
        }
        // A sheet may have styles for kinds that this version does not know.
        for (key, style) in numbers where kinds[BlockKind(rawValue: key.rawValue)] == nil {
            kinds[BlockKind(rawValue: key.rawValue)] = Traits(style: style)
        }
        self.styles = styles
        self.kinds = kinds
        self.body = body
        other = Traits(style: body)
        item = number(.item)
        runIn = number(.runIn)
        attachmentItem = number(.attachmentItem)
        attachmentHead = number(.attachmentHead)
        // Sheets without styles for them set these like the mark.
        let mark = ParagraphStyle.Key(rawValue: BlockKind.issuerHead.rawValue)
        copyNumber = numbers[.copyNumber] ?? number(mark)
        classification = numbers[.classification] ?? number(mark)
        urgency = numbers[.urgency] ?? number(mark)
        header = number(.header)
        tableHead = number(.tableHead)
        tableCell = number(.tableCell)
    }

    /// The number of a style; that of body text when the sheet has none.
    package func number(of key: ParagraphStyle.Key) -> Int { numbers[key] ?? body }

    /// What the kind says.
    @inlinable package func traits(of kind: BlockKind) -> Traits { kinds[kind] ?? other }

    /// The group of a style; `nil` for none.
    @inlinable package func group(_ style: Int) -> Int? { groups[style] }
}
