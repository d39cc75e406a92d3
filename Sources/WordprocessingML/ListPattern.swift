internal import SummaryModel

/// What Word has to know to write a marker by itself: the form of the number, and what stands around it.
struct ListPattern: Hashable {
    /// The form of a number (ISO/IEC 29500-1, 17.18.59).
    enum Format: String, Hashable {
        case han = "chineseCountingThousand"
        case arabic = "decimal"
        case circled = "decimalEnclosedCircle"
        case roman = "upperRoman"
    }

    var format: Format
    var head: String
    var tail: String
    /// How many numbers of levels above stand before it, with dots between them.
    var parents = 0

    /// Whether the numbers do not begin anew under another heading, as those of articles do not.
    var runsOn: Bool { head == "第" && tail.unicodeScalars.first == "条" }

    /// The pattern of a marker with the numbers before its own; `nil` when no list shows it exactly so.
    static func of(_ label: NumberLabel) -> (pattern: ListPattern, path: [Int])? {
        let marker = Array(label.marker.unicodeScalars)
        guard let start = marker.firstIndex(where: { isNumeral($0) }) else { return nil }
        var end = start
        while end < marker.count, isNumeral(marker[end]) || isDot(end, marker) { end += 1 }
        let (head, tail) = (marker[..<start], marker[end...])
        let number = marker[start..<end].string
        guard !head.contains(where: \.isBlank), tail.drop(while: { !$0.isBlank }).allSatisfy(\.isBlank),
            !(head + tail).contains("%")
        else { return nil }
        let ordinal = label.ordinal
        func made(_ format: Format, _ parents: [Int] = []) -> (ListPattern, [Int]) {
            (
                ListPattern(format: format, head: head.string, tail: tail.string, parents: parents.count),
                parents + [ordinal]
            )
        }
        if number == HanNumeral.text(ordinal) { return made(.han) }
        if number == String(ordinal) { return made(.arabic) }
        // Word has signs up to ⑳.
        if ordinal <= 20, number == CircledNumeral.text(ordinal) { return made(.circled) }
        if number == RomanNumeral.text(ordinal) { return made(.roman) }
        let path = number.split(separator: ".").compactMap { Int($0) }
        guard path.count > 1, path.last == ordinal, number == path.map(String.init).joined(separator: ".") else {
            return nil
        }
        return made(.arabic, path.dropLast())
    }

    /// The text of a level, from 0: `%n` stands for the number of the level n.
    func text(level: Int) -> String {
        head + (level - parents...level).map { "%\($0 + 1)" }.joined(separator: ".") + tail
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        if HanNumeral.characters.contains(scalar) || (0x30...0x39).contains(scalar.value) { return true }
        return (0x2460...0x2473).contains(scalar.value) || "IVXLCDM".unicodeScalars.contains(scalar)
    }

    private static func isDot(_ index: Int, _ marker: [Unicode.Scalar]) -> Bool {
        marker[index] == "." && index + 1 < marker.count && (0x30...0x39).contains(marker[index + 1].value)
    }
}
