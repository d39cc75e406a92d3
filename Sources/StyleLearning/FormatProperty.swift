internal import RenderKit

/// What a style sheet says about a paragraph or its characters, as its files name it.
enum FormatProperty: String, CaseIterable {
    case font, latin, size, colour, bold
    case spacing = "character-spacing"
    case alignment = "align"
    case firstLine = "first-line"
    case left, right, line, before, after
    case keepNext = "keep-with-next"
    case keepLines = "keep-lines"
    case pageBreak = "page-break-before"
    case snapToGrid = "snap-to-grid"
    case outline = "outline-level"
    case background

    /// What runs have.
    static let ofText: [FormatProperty] = [.font, .latin, .size, .colour, .bold, .spacing]

    /// What paragraphs have.
    static let ofParagraph = allCases.filter { !ofText.contains($0) && $0 != .background }
}

/// A value of a property.
enum FormatValue: Hashable {
    /// The name of a font, a colour or an alignment.
    case name(String)
    case twips(Int)
    case flag(Bool)
    case line(ParagraphFormat.LineHeight)
    /// A level of the outline; 0 for body text.
    case level(Int)
}

/// The format of a paragraph or a run, with everything resolved.
typealias SampleFormat = [FormatProperty: FormatValue]
