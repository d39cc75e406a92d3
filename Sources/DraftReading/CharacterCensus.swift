internal import SummaryModel

/// What one pass over the characters of a line tells, so that questions that it settles need not be asked.
struct CharacterCensus {
    /// How many sentence ends there are.
    private(set) var sentences = 0
    /// How many commas.
    private(set) var commas = 0
    /// How many marks that stand between the pages of a path: 首页 > 文秘.
    private(set) var arrows = 0
    private(set) var holdsBlank = false
    private(set) var holdsHan = false
    private(set) var holdsLatinLetter = false
    /// Whether there is a bar or a tab, as rows of tables have them.
    private(set) var holdsCellMark = false
    private var holdsAt = false
    /// The longest run of digits, Latin letters and the marks of names of accounts, without regard to blanks.
    private var longestName = 0

    /// Whether there is a character that every word of a period holds.
    private(set) var mayHoldPeriod = false

    /// One bit for the end of the code point of each of these characters.
    private static let periodBits: UInt64 =
        1 << (0x5E74 & 63) | 1 << (0x5EA6 & 63) | 1 << (0x671F & 63) | 1 << (0x4EFD & 63) | 1 << (0x6BB5 & 63)

    /// Whether a character may be one that every word of a period holds.
    static func mayBeOfPeriod(_ scalar: Unicode.Scalar) -> Bool {
        periodBits &>> UInt64(truncatingIfNeeded: scalar.value) & 1 != 0
    }

    init(_ text: Scalars) { text.withUnsafeBufferPointer { count($0) } }

    private mutating func count(_ text: UnsafeBufferPointer<Unicode.Scalar>) {
        var name = 0
        var (hasHan, hasPeriod) = (false, false)
        defer {
            holdsHan = holdsHan || hasHan
            mayHoldPeriod = hasPeriod
        }
        for scalar in text {
            let value = scalar.value
            // Most characters.
            if 0x4E00...0x9FFF ~= value {
                hasHan = true
                name = 0
                guard Self.periodBits >> UInt64(value & 63) & 1 != 0 else { continue }
                switch scalar {
                case "年", "度", "期", "份", "段": hasPeriod = true
                default: break
                }
                continue
            }
            // Most others.
            switch value {
            case 0x30...0x39:
                name += 1
                longestName = max(longestName, name)
                continue
            case 0x2C, 0xFF0C:
                name = 0
                commas += 1
                continue
            case 0x3002:
                name = 0
                sentences += 1
                continue
            case 0x3001:
                name = 0
                continue
            default: break
            }
            if scalar.isBlank {
                holdsBlank = true
                if scalar == "\t" { holdsCellMark = true }
                continue
            }
            if scalar.digitValue != nil || scalar == "_" || scalar == "-" {
                name += 1
                longestName = max(longestName, name)
                continue
            }
            if scalar.isLatinLetter {
                holdsLatinLetter = true
                name += 1
                longestName = max(longestName, name)
                continue
            }
            name = 0
            switch scalar {
            case "！", "？", "；", ";": sentences += 1
            case ">", "》", "»", "›", "＞", "→": arrows += 1
            case "@": holdsAt = true
            case "|": holdsCellMark = true
            default: if scalar.isHan { holdsHan = true }
            }
        }
    }

    /// Whether there may be a number, an address or the name of an account (``ContactPattern``).
    var mayHoldContact: Bool { holdsLatinLetter || holdsAt || longestName >= 5 }
}
