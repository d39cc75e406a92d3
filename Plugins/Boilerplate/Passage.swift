internal import SummaryModel

/// A text seen as the pairs of neighbouring characters in it, by which a passage is recognised in another wording.
///
/// White space and punctuation do not count. No pair reaches across a figure or the sign of a gap, since these are what
/// differs where the words are the same.
struct Passage {
    /// How many tenths of the pairs make two passages alike.
    private static let alike = 6
    /// Up to this many pairs a passage must be there whole.
    private static let shortest = 3
    /// How much longer than the passage the stretch may be in which its pairs stand.
    private static let stretch = 2

    /// The pairs in order.
    private let pairs: [UInt64]
    /// The characters that count, figures and signs included.
    let letters: [Unicode.Scalar]

    init(_ text: String) {
        var letters: [Unicode.Scalar] = []
        var pairs: [UInt64] = []
        letters.reserveCapacity(text.utf8.count / 3)
        pairs.reserveCapacity(text.utf8.count / 3)
        var previous: Unicode.Scalar?
        var isInSign = false
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "{", last == "{" { (isInSign, previous) = (true, nil) }
            if scalar == "}", last == "}" { isInSign = false }
            last = scalar
            guard !scalar.isBlank, !scalar.isPunctuation else {
                if scalar.isGapSign { previous = nil }
                continue
            }
            letters.append(scalar)
            guard !isInSign, !scalar.isGapSign, scalar.digitValue == nil else {
                previous = nil
                continue
            }
            if let previous { pairs.append(UInt64(previous.value) << 32 | UInt64(scalar.value)) }
            previous = scalar
        }
        self.letters = letters
        self.pairs = pairs
    }

    /// Whether the text has no pair of characters by which it could be recognised.
    var isUnrecognisable: Bool { pairs.isEmpty }

    /// Whether `other` has the same characters.
    func isSame(as other: Passage) -> Bool { !letters.isEmpty && letters == other.letters }

    /// Whether a stretch of `other` says the same: the same characters, or at least six tenths of the pairs of this
    /// passage within twice its length.
    func isFound(in other: Passage) -> Bool {
        if isSame(as: other) { return true }
        guard !pairs.isEmpty else { return false }
        let needed = pairs.count <= Self.shortest ? pairs.count : (pairs.count * Self.alike + 9) / 10
        guard other.pairs.count >= needed else { return false }
        var wanted: [UInt64: Int] = [:]
        for pair in pairs { wanted[pair, default: 0] += 1 }
        var found: [UInt64: Int] = [:]
        var common = 0
        let length = pairs.count * Self.stretch
        for (index, pair) in other.pairs.enumerated() {
            if index >= length {
                let leaving = other.pairs[index - length]
                if let limit = wanted[leaving], let number = found[leaving] {
                    if number <= limit { common -= 1 }
                    found[leaving] = number - 1
                }
            }
            guard let limit = wanted[pair] else { continue }
            let number = found[pair, default: 0] + 1
            found[pair] = number
            if number <= limit {
                common += 1
                if common >= needed { return true }
            }
        }
        return false
    }

    /// Whether the characters of this passage stand in `other` one after another.
    func isContained(in other: Passage) -> Bool {
        guard let first = letters.first, letters.count <= other.letters.count else { return false }
        return (0...other.letters.count - letters.count).contains {
            other.letters[$0] == first && other.letters[$0...].starts(with: letters)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isPunctuation: Bool {
        // Most characters are Han, and the table of properties is slow.
        if isHan { return false }
        return switch properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
            .connectorPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    /// Whether the character is one of those by which drafts leave a gap.
    fileprivate var isGapSign: Bool {
        switch self {
        case "X", "x", "Ｘ", "ｘ", "×", "✕", "╳", "*", "＊", "_", "＿", "○": true
        default: false
        }
    }
}
