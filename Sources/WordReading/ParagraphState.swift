/// What is known of a paragraph while its runs are read.
struct ParagraphState {
    /// What the paragraph and its style say.
    var properties = ParagraphProperties()
    var style = WordStyles.Style()
    /// Whether its line has begun.
    var hasBegun = false
    /// The first of its lines.
    var firstLine = 0
    /// The list and level whose label has not been written yet.
    var pendingLabel: (number: String, level: Int)?
    /// Whether text was written.
    var hasText = false
    /// Whether text other than blanks was written, and all of it bold.
    var hasVisibleText = false
    var isAllBold = true
    /// Hidden text that has not been reported yet.
    var hiddenText: [UInt8] = []
    /// What stands in boxes that are anchored in it.
    var boxes: [Passage] = []
    /// The fields that are open.
    private var fields: [WordField] = []
    private var instructions = 0
    /// The links that the elements around the present run are.
    var links: [String] = []
    /// The places that have begun: their identities, their names, and where they begin in the text.
    var bookmarks: [(id: String, name: String, start: Int)] = []
    /// The properties of the section that ends with it.
    var endsSection: SectionProperties?

    /// Whether what comes is the instruction of a field, which is not shown.
    var isInInstruction: Bool { instructions > 0 }

    /// Where the present text leads.
    var link: String? { links.last ?? fields.last { $0.link != nil }?.link }

    /// Takes the name of the footnote reference whose number the present text repeats, and whether the first text of it comes.
    mutating func takeReference() -> (name: String, isFirst: Bool)? {
        guard let last = fields.indices.last, fields[last].showsResult, let name = fields[last].reference else {
            return nil
        }
        defer { fields[last].isWritten = true }
        return (name, !fields[last].isWritten)
    }

    /// Takes the beginning, the middle or the end of a field (`w:fldChar`: ISO/IEC 29500-1, 17.16.18).
    mutating func field(_ type: String?) {
        switch type {
        case "begin":
            fields.append(WordField())
            instructions += 1
        case "separate":
            guard fields.last?.showsResult == false else { return }
            fields[fields.count - 1].separate()
            instructions -= 1
        case "end":
            if fields.popLast()?.showsResult == false { instructions -= 1 }
        default: break
        }
    }

    /// Takes a part of the instruction of the innermost field.
    mutating func addInstruction(_ text: [UInt8]) {
        if !fields.isEmpty { fields[fields.count - 1].add(text) }
    }
}
