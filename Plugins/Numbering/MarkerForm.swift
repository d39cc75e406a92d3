internal import SummaryModel

/// The form of a marker as it stands: what it is written in, and what stands before and after its number.
///
/// Two markers have the same form when these are the same; the numbers do not matter, and blanks do not count.
struct MarkerForm: Equatable {
    /// What the number of a marker is written in.
    enum Numeral: Hashable {
        case han, arabic, enclosed
        /// Numbers with dots between them: 1.2.3
        case path
    }

    /// What stands before the number.
    var head: String
    var numeral: Numeral
    /// What stands after the number.
    var tail: String
    /// The numbers before the last one, of a number with parents.
    var parents: [Int] = []
    /// The blanks that end a marker without a mark.
    private var blanks = ""

    /// The form of a marker; blanks inside it do not count.
    init?(_ marker: String) {
        let scalars = Array(marker.unicodeScalars.filter { !$0.isBlank })
        func isHan(_ scalar: Unicode.Scalar) -> Bool { HanNumeral.characters.contains(scalar) }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.digitValue != nil }
        guard let start = scalars.firstIndex(where: { isHan($0) || isDigit($0) || Self.isEnclosed($0) }) else {
            return nil
        }
        var end: Int
        if Self.isEnclosed(scalars[start]) {
            numeral = .enclosed
            end = start + 1
        } else {
            let isPart = isHan(scalars[start]) ? isHan : isDigit
            numeral = isHan(scalars[start]) ? .han : .arabic
            end = scalars[start...].firstIndex { !isPart($0) } ?? scalars.endIndex
            var first = start
            while numeral != .han, end + 1 < scalars.endIndex, ".．".unicodeScalars.contains(scalars[end]),
                isDigit(scalars[end + 1])
            {
                numeral = .path
                parents.append(Self.value(scalars[first..<end]))
                first = end + 1
                end = scalars[first...].firstIndex { !isDigit($0) } ?? scalars.endIndex
            }
        }
        head = scalars[..<start].string
        tail = scalars[end...].string
        let written = Array(marker.unicodeScalars)
        let isOpen = tail.unicodeScalars.last.map(\.isHan) ?? (numeral == .path || numeral == .arabic)
        if isOpen { blanks = written[(written.lastIndex { !$0.isBlank } ?? -1) + 1..<written.count].string }
    }

    /// The marker of this form with the number `ordinal`; `nil` when the form has no sign for it.
    ///
    /// - Parameter numbers: The numbers of the parents, the nearest last; `nil` for those that the marker has.
    func marker(_ ordinal: Int, under numbers: [Int]? = nil) -> String? {
        let number: String?
        switch numeral {
        case .han: number = HanNumeral.text(ordinal)
        case .arabic: number = String(ordinal)
        case .enclosed: number = CircledNumeral.text(ordinal)
        case .path:
            let above = numbers.flatMap { $0.count < parents.count ? nil : Array($0.suffix(parents.count)) } ?? parents
            number = (above + [ordinal]).map(String.init).joined(separator: ".")
        }
        return number.map { head + $0 + tail + blanks }
    }

    static func == (first: MarkerForm, second: MarkerForm) -> Bool {
        first.head == second.head && first.numeral == second.numeral && first.tail == second.tail
    }

    private static func value(_ digits: Scalars) -> Int {
        digits.prefix(9).reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    }

    /// Whether the sign holds a number together with its brackets or its stop: ① ⑴ ⒈ ㈠ ❶.
    private static func isEnclosed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2460...0x249B, 0x24EA...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3251...0x325F, 0x3280...0x3289,
            0x32B1...0x32BF:
            true
        default: false
        }
    }
}
