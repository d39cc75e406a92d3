package import SummaryModel

/// Tells whether a text carries its own number, for readers of formats that number by themselves.
package enum WrittenMarker {
    /// The most digits of a number.
    private static let longest = 5

    /// Whether `text` begins with a number of an outline or a list: 一、 （一） 1. （1） ① 第一章 一是
    package static func begins(_ text: Scalars) -> Bool {
        let text = text.drop(while: \.isBlank)
        guard let first = text.first else { return false }
        switch first {
        case "（", "(":
            let inside = text.dropFirst().prefix { isNumeral($0) || $0.isBlank }
            guard (1...longest).contains(inside.count), let close = text.dropFirst(1 + inside.count).first else {
                return false
            }
            return close == "）" || close == ")"
        case "第":
            let number = text.dropFirst().prefix(while: isNumeral)
            guard (1...longest).contains(number.count) else { return false }
            let rest = text.dropFirst(1 + number.count)
            return ["部分", "章", "编", "篇", "节", "，", "、", "是"].contains { rest.starts(with: $0) }
        default:
            break
        }
        switch first.value {
        case 0x2460...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3251...0x325F, 0x32B1...0x32BF: return true
        default: break
        }
        let number = text.prefix(while: isNumeral)
        guard (1...longest).contains(number.count), let mark = text.dropFirst(number.count).first else { return false }
        let next = text.dropFirst(number.count + 1).first
        if first.digitValue != nil {
            switch mark {
            case "、", "）", ")": return true
            case ".", "．": return next?.digitValue == nil
            default: return false
            }
        }
        return "、.．是要".unicodeScalars.contains(mark)
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digitValue != nil || "一二三四五六七八九十百〇零".unicodeScalars.contains(scalar)
    }
}
