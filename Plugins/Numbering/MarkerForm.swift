internal import SummaryModel

/// How a number is written: the canonical form of each level, and the parts of a marker as it stands.
struct MarkerForm: Hashable {
    /// What the number of a marker is written in.
    enum Numeral: Hashable { case han, arabic, enclosed }

    /// What stands before the number.
    var head: String
    var numeral: Numeral
    /// What stands after the number.
    var tail: String

    /// The form of a marker; blanks inside it do not count.
    init?(_ marker: String) {
        let scalars = Array(marker.unicodeScalars.filter { !$0.properties.isWhitespace })
        func isHan(_ scalar: Unicode.Scalar) -> Bool { HanNumeral.characters.contains(scalar) }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool {
            (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
        }
        guard let start = scalars.firstIndex(where: { isHan($0) || isDigit($0) || Self.isEnclosed($0) }) else {
            return nil
        }
        let end: Int
        if Self.isEnclosed(scalars[start]) {
            numeral = .enclosed
            end = start + 1
        } else {
            let isPart = isHan(scalars[start]) ? isHan : isDigit
            numeral = isHan(scalars[start]) ? .han : .arabic
            end = scalars[start...].firstIndex { !isPart($0) } ?? scalars.endIndex
        }
        head = Self.string(scalars[..<start])
        tail = Self.string(scalars[end...])
    }

    /// The marker of this form with the number `ordinal`; `nil` when the form has no sign for it.
    func marker(_ ordinal: Int) -> String? {
        switch numeral {
        case .han: HanNumeral.text(ordinal).map { head + $0 + tail }
        case .arabic: head + String(ordinal) + tail
        case .enclosed: CircledNumeral.text(ordinal).map { head + $0 + tail }
        }
    }

    /// The marker that a label should have with the number `ordinal`: for the levels of a document 一、（一）1.（1）and ①
    /// (GB/T 9704-2012, 7.3.3; ① is practice), for everything else the form that it has.
    ///
    /// - Returns: `nil` when there is no sign for the number.
    static func canonical(_ label: NumberLabel, ordinal: Int) -> String? {
        guard ordinal > 0 else { return nil }
        guard label.scheme == .official else { return MarkerForm(label.marker)?.marker(ordinal) }
        return switch label.level {
        case 1: HanNumeral.text(ordinal).map { "\($0)、" }
        case 2: HanNumeral.text(ordinal).map { "（\($0)）" }
        case 3: "\(ordinal)."
        case 4: "（\(ordinal)）"
        case 5: CircledNumeral.text(ordinal)
        default: nil
        }
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

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
