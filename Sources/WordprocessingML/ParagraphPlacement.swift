internal import RenderKit

/// A style with what is set on the paragraph itself, and what only a word processor knows.
struct ParagraphPlacement {
    /// The style, and what its neighbours change about it.
    var layout: BlockLayout.Placement
    /// The list that numbers it.
    var list: ListPlan.Position?
    /// The level of the phrase with which it begins, whose type its number takes.
    var phraseLevel: Int?
    /// The rules, the tab stops and the frame that it has besides its style.
    var decoration: ParagraphDecoration?
    /// Whether its style numbers paragraphs, but its number is text.
    var isUnnumbered = false
    /// The section that ends with it.
    var section: SectionProperties?

    /// A style, as a number of the table, with nothing else set but the section.
    init(style: Int, section: SectionProperties? = nil) {
        layout = BlockLayout.Placement(style: style)
        self.section = section
    }

    init(_ layout: BlockLayout.Placement) { self.layout = layout }

    /// Whether nothing but the style and the spaces are set.
    var isUsual: Bool { layout.isUsual && list == nil && !isUnnumbered && decoration == nil && section == nil }
}
