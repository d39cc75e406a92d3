/// A text seen as the pairs of neighbouring characters in it, by which a passage is recognised in another wording.
struct Passage {
    /// How often each pair occurs.
    private var pairs: [UInt64: Int] = [:]
    private var count = 0
    /// The characters that count, placeholders included.
    private let letters: [Unicode.Scalar]

    /// White space and punctuation do not count, and no pair reaches across a `{{key}}`.
    init(_ text: String) {
        var letters: [Unicode.Scalar] = []
        var previous: Unicode.Scalar?
        var isInPlaceholder = false
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "{", last == "{" { (isInPlaceholder, previous) = (true, nil) }
            let closes = scalar == "}" && last == "}"
            last = scalar
            guard !closes else {
                isInPlaceholder = false
                continue
            }
            guard !scalar.properties.isWhitespace, !scalar.isPunctuation else { continue }
            letters.append(scalar)
            guard !isInPlaceholder else { continue }
            if let previous {
                pairs[UInt64(previous.value) << 32 | UInt64(scalar.value), default: 0] += 1
                count += 1
            }
            previous = scalar
        }
        self.letters = letters
    }

    /// Whether the text has no pair of characters by which it could be recognised.
    var isUnrecognisable: Bool { count == 0 }

    /// Whether `other` says the same: the same characters, or at least six tenths of the pairs of this passage.
    func isFound(in other: Passage) -> Bool {
        if !letters.isEmpty, letters == other.letters { return true }
        guard count > 0 else { return false }
        var common = 0
        for (pair, number) in pairs { common += min(number, other.pairs[pair] ?? 0) }
        return common * 10 >= count * 6
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
        switch properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
            .connectorPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
