/// The classes that are not named after styles.
enum OwnClass {
    /// The main element. A reader knows by it that the classes inside are those of this program.
    static let page = "qinggao"
    /// Blanks that are shown as they are.
    static let blank = "blank"
    /// Characters that are Chinese and Latin alike, in the Chinese font.
    static let han = "han"
    /// A line break of the layout.
    static let wrap = "wrap"
    /// A paragraph without the space above or below that its style has.
    static let joinedAbove = "joined-above"
    static let joinedBelow = "joined-below"
    /// What stands at the right edge of a line.
    static let beside = "beside"
    /// The end of a text with its signature, on one page.
    static let ending = "ending"
    /// The names of bodies that issue jointly, with the word beside all of them, and that word.
    static let joint = "joint"
    static let jointWord = "joint-word"
    /// The head of a letter.
    static let letter = "letter"
    /// What stands on landscape pages.
    static let landscape = "landscape"
    /// A table.
    static let grid = "grid"
    /// A cell of a column of figures.
    static let figure = "figure"

    /// The table of contents, and what the names of the headings begin with that it names.
    static let contents = "contents"
    static let contentsEntry = "contents-"

    /// What the names of footnotes and of the references to them begin with.
    static let note = "fn-"
    static let noteReference = "fnref-"

    /// A name as a class: what is no lower-case letter, digit, hyphen or low line becomes a hyphen.
    static func name(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        if isPlain { return key }
        var name = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-", "_": name.unicodeScalars.append(scalar)
            default: name += "-"
            }
        }
        return name
    }
}
