internal import RenderKit
internal import SummaryModel

/// The paragraph styles of a sheet by number, and what the kind of a block says: looked up for every block, so prepared once.
struct StyleTable: Sendable {
    /// What a kind of block says about its blocks.
    struct Traits: Sendable {
        /// The style, unless a block says more.
        var style: Int
        /// The level of a heading.
        var headingLevel: Int?
        var isTitle = false
        var isSignature = false
        var isAttachment = false
        /// Whether it stands on every page, outside the text.
        var isPageFurniture = false
    }

    /// The sheet.
    let sheet: StyleSheet
    /// All paragraph styles; the number of a style is its place here.
    let styles: [ParagraphStyle]
    private let groups: [Int?]
    private let kinds: [BlockKind: Traits]
    private let other: Traits

    let body: Int
    let item: Int
    let runIn: Int
    let attachmentItem: Int
    let attachmentHead: Int
    let header: Int
    let tableHead: Int
    let tableCell: Int

    init(_ sheet: StyleSheet) {
        self.sheet = sheet
        let styles = sheet.allParagraphStyles
        // The second is that of body text.
        let body = 1
        let numbers = Dictionary(zip(styles.map(\.key), styles.indices)) { first, _ in first }
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
        header = number(.header)
        tableHead = number(.tableHead)
        tableCell = number(.tableCell)
    }

    /// What the kind says.
    func traits(of kind: BlockKind) -> Traits { kinds[kind] ?? other }

    /// The group of a style; `nil` for none.
    func group(_ style: Int) -> Int? { groups[style] }
}
