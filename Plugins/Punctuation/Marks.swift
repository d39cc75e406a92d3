internal import SummaryModel

extension Unicode.Scalar {
    /// Whether the character is one of ，、；：。？！, the marks of a pause (点号, GB/T 15834-2011, 3.1).
    var isPoint: Bool {
        switch self {
        case "，", "、", "；", "：", "。", "？", "！": true
        default: false
        }
    }

    /// Whether the character ends a sentence (句末点号).
    var isStop: Bool {
        switch self {
        case "。", "？", "！": true
        default: false
        }
    }

    /// Whether the character opens a pair of Chinese marks.
    var isOpening: Bool {
        switch self {
        case "“", "‘", "（", "《", "〈", "〔", "【", "「", "『": true
        default: false
        }
    }

    /// Whether the character closes a pair of Chinese marks.
    var isClosing: Bool {
        switch self {
        case "”", "’", "）", "》", "〉", "〕", "】", "」", "』": true
        default: false
        }
    }

    /// Whether the character shows that the text beside it is Chinese.
    var isChinese: Bool { isHan || isPoint || isOpening || isClosing || self == "…" || self == "—" || self == "～" }

    /// Whether the character is a Latin letter or a digit of half width.
    var isNarrowWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// Whether the character is a digit of half width.
    var isNarrowDigit: Bool { (0x30...0x39).contains(value) }

    /// The value of the Han digits 一 to 九, with which approximate numbers are written; `nil` for any other character.
    var hanDigit: Int? {
        guard value >= 0x4E00, value <= 0x56DB else { return nil }
        return switch self {
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// The character of half width for a digit or Latin letter of full width.
    var narrowed: Unicode.Scalar? {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(value - 0xFEE0)
        default: nil
        }
    }
}
