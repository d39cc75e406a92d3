/// How a paragraph is set.
public struct ParagraphFormat: Sendable, Hashable {
    /// Where the lines of a paragraph stand.
    public enum Alignment: String, Sendable, Hashable, CaseIterable {
        case left, centred, right, justified
        /// Every line as wide as the paragraph, the last one too.
        case distributed
    }

    /// The height of a line.
    public enum LineHeight: Sendable, Hashable {
        /// What the font and its contents need.
        case automatic
        /// Exactly this, whatever stands in it.
        case exact(Length)
        /// What the font and its contents need, but no less than this.
        case atLeast(Length)
        /// So many times what the font needs.
        case multiple(Double)
    }

    /// The characters.
    public var text: TextFormat
    /// Where the lines stand.
    public var alignment: Alignment = .justified
    /// The indent of the first line against the others; negative hangs it out.
    public var firstLineIndent: Measure = .zero
    /// The indent at the left.
    public var leftIndent: Measure = .zero
    /// The indent at the right.
    public var rightIndent: Measure = .zero
    /// The height of a line.
    public var lineHeight: LineHeight = .automatic
    /// The space above.
    public var spaceBefore: Measure = .zero
    /// The space below.
    public var spaceAfter: Measure = .zero
    /// Whether the paragraph stays on one page with the next one.
    public var keepsWithNext = false
    /// Whether the paragraph is not broken over pages.
    public var keepsLines = false
    /// Whether the paragraph starts a page.
    public var breaksPageBefore = false
    /// Whether the lines stand on the grid of the page.
    public var snapsToGrid = true
    /// The level in the outline of the document, from 1; `nil` is body text.
    public var outlineLevel: Int?

    /// Creates a format with these characters and nothing else set.
    public init(text: TextFormat) { self.text = text }

    /// The height of a line of the paragraph.
    package func lineLength(on page: PageLayout) -> Length {
        switch lineHeight {
        case .exact(let height): height
        case .atLeast(let height): max(height, page.linePitch)
        case .multiple(let factor): Length(twips: Int((factor * Double(page.linePitch.twips)).rounded()))
        case .automatic: page.linePitch
        }
    }

    /// How much of a line is above the characters, and as much below them.
    package func leading(on page: PageLayout) -> Length {
        Length(twips: max(0, (lineLength(on: page).twips - text.size.twips) / 2))
    }
}
