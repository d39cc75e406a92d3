/// `numbering.xml`: the lists of a document (ISO/IEC 29500-1, 17.9).
struct NumberingDefinitions {
    /// One level of a list.
    struct Level {
        var start = 1
        var format = NumberFormat.decimal
        /// The label, in which `%1` stands for the number of the first level.
        var text = ""
        /// Whether a tab or a blank stands after the label.
        var hasSpace = true
        /// Whether the numbers of other levels in the label are written in digits.
        var isLegal = false
        /// The level, from 1, after which numbers begin anew; 0 for never, `nil` for any level above.
        var restart: Int?
        /// The paragraph style that the level belongs to.
        var style: String?
        /// The font of the label, which says what the characters of a bullet are.
        var font: String?
    }

    /// A list as paragraphs name it.
    struct Number {
        var list: String
        var overrides: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    private struct List {
        var levels: [Int: Level] = [:]
        /// The style that defines the levels in its place.
        var linkedStyle: String?
        /// The style that is defined by it.
        var definedStyle: String?
    }

    private(set) var numbers: [String: Number] = [:]
    private var lists: [String: List] = [:]
    private var listOfStyle: [String: String] = [:]

    /// Knows no list.
    init() {}

    /// Reads the part.
    init(_ xml: WordXML) throws(WordFileError) {
        let root = try xml.root().place
        while let child = try xml.child(of: root) {
            switch child.element {
            case .abstractNum:
                guard let id = xml.attribute("abstractNumId") else { continue }
                let list = try Self.list(xml, child)
                lists[id] = list
                if let style = list.definedStyle { listOfStyle[style] = id }
            case .num:
                guard let id = xml.attribute("numId") else { continue }
                numbers[id] = try Self.number(xml, child)
            default: break
            }
        }
    }

    /// The level of a list that a paragraph is on.
    func level(_ index: Int, of number: Number) -> Level? {
        number.overrides[index] ?? resolvedList(number.list)?.levels[index]
    }

    /// The level that belongs to a paragraph style.
    func level(forStyle style: String, of number: Number) -> Int? {
        resolvedList(number.list)?.levels.filter { $0.value.style == style }.keys.min()
    }

    /// A list, or the one that the style defines which it refers to (`w:numStyleLink`: 17.9.21).
    private func resolvedList(_ id: String) -> List? {
        guard let list = lists[id] else { return nil }
        guard let style = list.linkedStyle, let other = listOfStyle[style] else { return list }
        return lists[other]
    }

    // MARK: -

    private static func list(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) -> List {
        var list = List()
        while let child = try xml.child(of: place) {
            switch child.element {
            case .lvl:
                guard let index = xml.attribute("ilvl").flatMap({ Int($0) }) else { continue }
                list.levels[index] = try level(xml, child)
            case .numStyleLink: list.linkedStyle = xml.value
            case .styleLink: list.definedStyle = xml.value
            default: break
            }
        }
        return list
    }

    private static func number(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) -> Number {
        var number = Number(list: "")
        while let child = try xml.child(of: place) {
            switch child.element {
            case .abstractNumId: number.list = xml.value ?? ""
            case .lvlOverride:
                guard let index = xml.attribute("ilvl").flatMap({ Int($0) }) else { continue }
                while let inner = try xml.child(of: child) {
                    switch inner.element {
                    case .startOverride: number.starts[index] = xml.number
                    case .lvl: number.overrides[index] = try level(xml, inner)
                    default: break
                    }
                }
            default: break
            }
        }
        return number
    }

    private static func level(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) -> Level {
        var level = Level()
        while let child = try xml.child(of: place) {
            switch child.element {
            case .start: level.start = xml.number ?? 1
            case .numFmt: level.format = NumberFormat(xml.value ?? "decimal")
            case .lvlText: level.text = xml.value ?? ""
            case .suff: level.hasSpace = xml.value != "nothing"
            case .isLgl: level.isLegal = xml.isOn
            case .lvlRestart: level.restart = xml.number
            case .pStyle: level.style = xml.value
            case .rPr:
                while let property = try xml.child(of: child) {
                    guard property.element == .rFonts else { continue }
                    level.font = xml.attribute("ascii") ?? xml.attribute("hAnsi")
                }
            case .alternateContent:
                // Word writes formats of its own in here, with one that the standard knows beside them.
                while let branch = try xml.child(of: child) {
                    while let inner = try xml.child(of: branch) {
                        if branch.element == .fallback, inner.element == .numFmt, let name = xml.value {
                            level.format = NumberFormat(name)
                        }
                    }
                }
            default: break
            }
        }
        return level
    }
}
