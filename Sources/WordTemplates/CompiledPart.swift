/// A part of a template as a list of prepared pieces.
struct CompiledPart: Sendable {
    /// What is written next.
    enum Piece: Sendable {
        /// Bytes of ``CompiledPart/bytes`` as they are.
        case bytes(Range<Int>)
        /// The value of a mark: the number of its use.
        case value(Int)
        /// A section, by its number.
        case section(Int)
        /// The mark of a section in the text of what it repeats: written only when there is no value for the section.
        case mark(section: Int, Range<Int>)
        /// What stands in the place of a section that does not appear at all.
        case ifAbsent(section: Int, Range<Int>)
        /// A number that no other drawing has.
        case drawingNumber
        /// The number of a bookmark of this copy.
        case bookmarkNumber(Int)
        /// What tells the name of a bookmark of this copy from that of the others.
        case copySuffix
        /// The end of the section of this copy, when another follows: inside `w:pPr`, or with one around it.
        case sectionBreak(isWrapped: Bool)
    }

    /// What a section of the template repeats.
    struct Section: Sendable {
        var name: Int
        var isInverted: Bool
        /// The marks, written when there is no value for the name.
        var open: Range<Int> = 0..<0
        var close: Range<Int> = 0..<0
        var pieces: [Piece] = []
    }

    /// A place where a value goes.
    struct Use: Sendable {
        var name: Int
        /// The mark as it stands, for a gap that stays open.
        var written: Range<Int>
        /// The number of the paragraph in the part, from 1.
        var paragraph: Int
    }

    /// The name of the part.
    var part: String
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    var sections: [Section] = []
    var uses: [Use] = []
    /// What a line end and a tab in a value become: the text ends and begins again.
    var lineBreak: [UInt8] = []
    var tab: [UInt8] = []
    /// How many bookmarks there are.
    var bookmarks = 0

    /// Whether anything in it depends on a row.
    var isFixed: Bool { uses.isEmpty && sections.isEmpty }
}

/// The names of a template, in the order in which they stand first.
struct NameTable: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a name.
    mutating func number(_ name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
