/// The table of contents that a style sheet puts into a document. Its type is that of the styles `contents-title` and
/// `contents1` to `contents5`.
public struct ContentsStyle: Sendable, Hashable {
    /// Where it stands.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        /// Below the title and the lines that belong to it; the text goes on below it.
        case belowTitle = "below-title"
        /// On pages of its own before everything else.
        case ownPage = "own-page"
    }

    /// What stands above it; nothing when it is empty.
    public var title: String
    /// How many levels of headings it lists, 1 to 5.
    public var levels: Int
    /// Where it stands.
    public var place: Place
    /// Whether Word is told to update fields when it opens the file, which it does after a question.
    public var updatesOnOpening: Bool

    /// Creates a style.
    public init(
        title: String = "目录",
        levels: Int = 2,
        place: Place = .belowTitle,
        updatesOnOpening: Bool = false
    ) {
        self.title = title
        self.levels = levels
        self.place = place
        self.updatesOnOpening = updatesOnOpening
    }
}

extension StyleSheet {
    /// The styles of the table of contents that the sheet lacks, by which its lines are set like body text with a larger
    /// indent for each level. The names are those by which word processors update one.
    package var missingContentsStyles: [ParagraphStyle] {
        guard let contents else { return [] }
        var format = ParagraphFormat(text: normal.format.text)
        format.lineHeight = normal.format.lineHeight
        format.snapsToGrid = normal.format.snapsToGrid
        format.alignment = .left
        var title = format
        title.alignment = .centred
        title.text.font = self[.heading1].format.text.font
        title.keepsWithNext = true
        var styles = [
            ParagraphStyle(
                key: .contentsTitle,
                id: "TOCHeading",
                name: "TOC Heading",
                base: .normal,
                next: .body,
                format: title
            )
        ]
        for level in 1...contents.levels {
            format.leftIndent = .characters(Double(level - 1) * Self.indentOfLevel)
            styles.append(
                ParagraphStyle(
                    key: .contents(level: level),
                    id: "TOC\(level)",
                    name: "toc \(level)",
                    base: .normal,
                    next: .normal,
                    format: format
                )
            )
        }
        return styles.filter { style in !paragraphStyles.contains { $0.key == style.key } }
    }

    /// In characters.
    private static let indentOfLevel = 2.0
}
