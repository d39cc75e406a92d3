internal import ReadKit
internal import SummaryModel

/// A number with which a line begins and that is no marker by itself: 1.2 or 1.2.3, or a number before a blank.
struct DottedNumber {
    /// The numbers between the dots.
    var path: [Int]
    /// The number as written, with the mark and the blanks after it.
    var written: String
    /// Whether the text begins with what can follow a figure: 1.5亿元, 3.2%.
    var isBeforeUnit: Bool

    private static let units = Set("亿万千百元个倍公米吨人次名项度年月日号版级分以多余至到".unicodeScalars)

    /// The number at the beginning of `text`; `nil` when there is none, or when nothing tells it from a figure.
    init?(_ text: Scalars) {
        path = []
        var index = text.startIndex
        while true {
            let digits = text[index...].prefix(4).prefix { $0.digitValue != nil }
            guard (1...2).contains(digits.count) else { return nil }
            path.append(digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) })
            index = digits.endIndex
            guard index + 1 < text.endIndex, ".．".unicodeScalars.contains(text[index]),
                text[index + 1].digitValue != nil
            else { break }
            index += 1
        }
        guard !path.contains(0), path.count <= 5 else { return nil }
        if path.count > 1, index < text.endIndex, ".．、".unicodeScalars.contains(text[index]) { index += 1 }
        let mark = index
        while index < text.endIndex, text[index].isBlank { index += 1 }
        guard index < text.endIndex, index > mark || path.count > 1 else { return nil }
        let next = text[index]
        guard
            next.isHan || next.isLatinLetter || "“《（".unicodeScalars.contains(next)
                || index > mark && next.digitValue != nil
        else { return nil }
        isBeforeUnit = index == mark && Self.units.contains(next)
        written = text[..<index].string
    }
}

extension DottedNumber {
    /// Gives lines such as `1.1 总体情况` a marker where the numbers of a draft make an outline: a number with dots stands
    /// under the one before it and beside one that ends with 1, and a number before a blank has such numbers under it.
    static func mark(_ lines: inout [DraftLine]) {
        let hasOutline = lines.indices.contains {
            guard !lines[$0].hasMarker, let path = lines[$0].dotted?.path else { return false }
            return path.count > 1 && path.last == 1
        }
        guard hasOutline else { return }
        /// The heading with each path that is open, and its level.
        var open: [(path: [Int], level: Int, isDecimal: Bool)] = []
        /// The paths of the decimal numbers so far.
        var seen: Set<[Int]> = []
        /// The number of the last heading of the top that is written without a mark; -1 when they are no outline.
        var top = 0
        var isUsed = false
        var isInFurtherPart = false
        for index in lines.indices {
            let line = lines[index]
            if let marker = line.marker {
                guard let level = marker.kind == .part ? 0 : marker.kind.headingLevel else { continue }
                if level == 0 { isInFurtherPart = isUsed }
                while let last = open.last, last.level >= level { open.removeLast() }
                open.append(([marker.label.ordinal], level, false))
                continue
            }
            guard line.form == nil, let dotted = line.dotted else { continue }
            let path = dotted.path
            let level: Int
            if path.count == 1 {
                // Where a part has no numbers with dots, those of the parts before tell what its numbers are.
                if path[0] == 1 { top = leads(to: 1, from: index, lines) || isInFurtherPart && line.isBrief ? 0 : -1 }
                guard top >= 0, path[0] == top + 1 else { continue }
                top = path[0]
                isUsed = true
                isInFurtherPart = false
                level = 1
            } else {
                let parent = Array(path.dropLast())
                // The numbers of another section are a slip where they stand under a decimal number.
                let above =
                    open.last { $0.path == parent }
                    ?? open.last { $0.isDecimal && $0.path.count == parent.count && seen.contains(parent) }
                guard let above, above.level < 5 else { continue }
                let last = open.last { $0.level == above.level + 1 && $0.path.count == path.count }?.path.last ?? 0
                let number = path[path.count - 1]
                guard number == 1 || last > 0 && (last...last + 2).contains(number), !dotted.isBeforeUnit else {
                    continue
                }
                level = above.level + 1
            }
            while let last = open.last, last.level >= level { open.removeLast() }
            open.append((path, level, true))
            seen.insert(path)
            lines[index].marker = dotted.marker(level: level)
        }
    }

    private func marker(level: Int) -> Marker {
        let kinds: [BlockKind] = [.heading1, .heading2, .heading3, .heading4, .heading5]
        let label = NumberLabel(scheme: .decimal, level: path.count, ordinal: path[path.count - 1], marker: written)
        return Marker(kind: kinds[level - 1], label: label, length: written.unicodeScalars.count)
    }

    /// Whether the next numbers go on to `number` with a number under it: 1, 1.1 or 1, 2, 2.1.
    private static func leads(to number: Int, from index: Int, _ lines: [DraftLine]) -> Bool {
        var number = number
        for line in lines[(index + 1)...].prefix(longestSection) where line.marker == nil {
            guard let path = line.dotted?.path else { continue }
            if path == [number, 1] { return true }
            guard path == [number + 1] else { continue }
            number += 1
        }
        return false
    }

    /// How many lines are searched for the first number with a dot.
    private static let longestSection = 500
}

extension DraftLine {
    /// Whether it may be a heading by its length and its end.
    fileprivate var isBrief: Bool { count <= 40 && sentences == 0 && !endsWithStop }
}
