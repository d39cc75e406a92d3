internal import SummaryModel

/// How the numbers of one level are written: a numeral with what stands before and after it.
struct LevelPattern: Hashable {
    /// What the number is written in.
    enum Numeral: String, Hashable, CaseIterable {
        case han = "一"
        case arabic = "1"
        /// The numbers of the parents and the own one, with dots between them.
        case path = "1.1"
        case circled = "①"
        case roman = "I"
    }

    /// What is wrong with a pattern.
    enum Defect: Error, Hashable {
        /// There is no number in braces, or more than one.
        case numberCount(Int)
        /// What stands in braces is no numeral.
        case unknownNumeral(String)
        /// A digit of the text would run into the number, or the number into a digit.
        case openEnd
    }

    var head: String
    var numeral: Numeral
    var tail: String
    /// Whether the numbers run on through the document instead of beginning anew under every parent, as those of articles
    /// do.
    var runsOn: Bool

    /// Reads a pattern such as `第{一}章`, `{1.1}　` or `第{一+}条`, where `+` lets the numbers run on.
    init(_ text: String) throws(Defect) {
        let scalars = Array(text.unicodeScalars)
        guard let open = scalars.firstIndex(of: "{"), let close = scalars[open...].firstIndex(of: "}") else {
            throw .numberCount(0)
        }
        var inside = scalars[(open + 1)..<close]
        runsOn = inside.last == "+"
        if runsOn { inside.removeLast() }
        guard let numeral = Numeral(rawValue: inside.string) else { throw .unknownNumeral(inside.string) }
        let rest = scalars[(close + 1)...]
        let further = (scalars[..<open] + rest).count { $0 == "{" || $0 == "}" }
        guard further == 0 else { throw .numberCount(1 + (further + 1) / 2) }
        self.numeral = numeral
        head = scalars[..<open].string
        tail = rest.string
        let takesDigits = numeral != .circled
        guard !takesDigits || !rest.isEmpty, rest.first.map({ !Self.isDigit($0) }) ?? true,
            scalars[..<open].last.map({ !Self.isDigit($0) }) ?? true
        else { throw .openEnd }
    }

    /// The marker with the number `path.last`, under the numbers before it; `nil` when there is no sign for it.
    func marker(_ path: [Int]) -> String? {
        guard let ordinal = path.last, ordinal > 0 else { return nil }
        let number: String? =
            switch numeral {
            case .han: HanNumeral.text(ordinal)
            case .arabic: String(ordinal)
            case .path: path.map(String.init).joined(separator: ".")
            case .circled: CircledNumeral.text(ordinal)
            case .roman: RomanNumeral.text(ordinal)
            }
        return number.map { head + $0 + tail }
    }

    /// Whether `marker` is written so; blanks do not count. Of a number with parents, `level` is how many numbers it has.
    func fits(_ marker: String, level: Int) -> Bool {
        guard let form = MarkerForm(marker), let own = self.marker(Array(repeating: 1, count: level)),
            let wanted = MarkerForm(own)
        else { return false }
        return form == wanted && form.parents.count == wanted.parents.count
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digitValue != nil || HanNumeral.digit(scalar) != nil
    }
}
