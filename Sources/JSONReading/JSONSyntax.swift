package import SummaryModel

/// The syntax of JSON (RFC 8259): whether a text keeps it, and where in the text a value stands.
package struct JSONSyntax {
    /// What breaks the syntax, and where.
    struct Problem: Error {
        /// The place, as an offset of bytes.
        var offset: Int
        var message: LocalizedText
    }

    /// A step from a value to one inside it.
    enum Step {
        case key(String)
        case index(Int)
    }

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Checks the whole text.
    ///
    /// - Parameter nesting: The deepest nesting of lists and objects.
    func check(nesting: Int) throws(Problem) {
        var place = 0
        skipBlanks(&place)
        try value(&place, depth: nesting, limit: nesting)
        skipBlanks(&place)
        if place < bytes.count { throw Problem(offset: place, message: Self.textAfterEnd) }
    }

    /// The place of the value at the end of `path`, in a text that keeps the syntax; that of the last value on the way
    /// when it is missing.
    func offset(of path: [Step]) -> Int {
        var place = 0
        skipBlanks(&place)
        for step in path {
            guard let next = try? inner(step, of: place) else { return place }
            place = next
        }
        return place
    }

    // MARK: - Values

    private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

    private func skipBlanks(_ place: inout Int) {
        while let byte = byte(place), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private func value(_ place: inout Int, depth: Int, limit: Int) throws(Problem) {
        switch byte(place) {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth > 0 else { throw Problem(offset: place, message: Self.tooDeep(limit)) }
            var failure: Problem?
            try members(&place) { _, start in
                var end = start
                do throws(Problem) { try value(&end, depth: depth - 1, limit: limit) } catch { failure = error }
                return failure == nil ? end : nil
            }
            if let failure { throw failure }
        case UInt8(ascii: "\""): try string(&place)
        case let sign? where sign == UInt8(ascii: "-") || (0x30...0x39).contains(sign): try number(&place)
        default:
            for word in ["true", "false", "null"] where bytes[min(place, bytes.count)...].starts(with: word.utf8) {
                place += word.utf8.count
                return
            }
            throw unexpected(place)
        }
    }

    /// Goes through the members of the list or object at `place`.
    ///
    /// - Parameter visit: Takes where the key of a member stands, if it has one, and where its value begins; gives where
    ///   that ends, or `nil` to stop.
    private func members(
        _ place: inout Int,
        _ visit: (_ key: Range<Int>?, _ start: Int) -> Int?
    ) throws(Problem) {
        let isObject = bytes[place] == UInt8(ascii: "{")
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        place += 1
        skipBlanks(&place)
        if byte(place) == close {
            place += 1
            return
        }
        while true {
            var key: Range<Int>?
            if isObject {
                let start = place
                guard byte(place) == UInt8(ascii: "\"") else { throw unexpected(place) }
                try string(&place)
                key = start + 1..<place - 1
                skipBlanks(&place)
                guard byte(place) == UInt8(ascii: ":") else { throw unexpected(place) }
                place += 1
                skipBlanks(&place)
            }
            guard let end = visit(key, place) else { return }
            place = end
            skipBlanks(&place)
            switch byte(place) {
            case UInt8(ascii: ","): place += 1
            case close:
                place += 1
                return
            default: throw unexpected(place)
            }
            skipBlanks(&place)
        }
    }

    private func inner(_ step: Step, of value: Int) throws(Problem) -> Int? {
        guard let open = byte(value), open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { return nil }
        var found: Int?
        var number = 0
        var place = value
        try members(&place) { key, start in
            let isWanted =
                switch step {
                case .key(let name): key.map { bytes[$0].elementsEqual(name.utf8) } ?? false
                case .index(let index): key == nil && number == index
                }
            if isWanted {
                found = start
                return nil
            }
            number += 1
            var end = start
            // The whole text has been checked, and with it the nesting.
            do throws(Problem) { try self.value(&end, depth: .max, limit: .max) } catch { return nil }
            return end
        }
        return found
    }

    // MARK: - Scalars

    private func string(_ place: inout Int) throws(Problem) {
        let start = place
        place += 1
        while let byte = byte(place) {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return
            case UInt8(ascii: "\\"): try escape(&place)
            case ..<0x20: throw Problem(offset: place, message: Self.controlCharacter)
            default: place += 1
            }
        }
        throw Problem(offset: start, message: Self.openString)
    }

    private func escape(_ place: inout Int) throws(Problem) {
        let start = place
        guard let sign = byte(place + 1) else { throw Problem(offset: start, message: Self.wrongEscape) }
        if #""\/bfnrt"#.utf8.contains(sign) {
            place += 2
            return
        }
        guard let unit = unit(at: place) else { throw Problem(offset: start, message: Self.wrongEscape) }
        place += 6
        switch unit {
        case 0xD800...0xDBFF:
            guard let low = self.unit(at: place), (0xDC00...0xDFFF).contains(low) else {
                throw Problem(offset: start, message: Self.wrongEscape)
            }
            place += 6
        case 0xDC00...0xDFFF: throw Problem(offset: start, message: Self.wrongEscape)
        default: break
        }
    }

    /// The value of `\u` and four digits.
    private func unit(at place: Int) -> Int? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value = 0
        for byte in bytes[place + 2..<place + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private func number(_ place: inout Int) throws(Problem) {
        if byte(place) == UInt8(ascii: "-") { place += 1 }
        if byte(place) == UInt8(ascii: "0") { place += 1 } else { try digits(&place) }
        if byte(place) == UInt8(ascii: ".") {
            place += 1
            try digits(&place)
        }
        if byte(place) == UInt8(ascii: "e") || byte(place) == UInt8(ascii: "E") {
            place += 1
            if byte(place) == UInt8(ascii: "-") || byte(place) == UInt8(ascii: "+") { place += 1 }
            try digits(&place)
        }
    }

    private func digits(_ place: inout Int) throws(Problem) {
        let start = place
        while let byte = byte(place), (0x30...0x39).contains(byte) { place += 1 }
        if place == start { throw unexpected(place) }
    }

    // MARK: - Wording

    private func unexpected(_ place: Int) -> Problem {
        guard place < bytes.count else { return Problem(offset: place, message: Self.endsEarly) }
        let sign =
            String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
        return Problem(offset: place, message: Self.unexpected(sign))
    }

    package static func unexpected(_ sign: String) -> LocalizedText {
        LocalizedText(zh: "不是有效的 JSON：这里不应是“\(sign)”", en: "not valid JSON: unexpected '\(sign)'")
    }

    static func tooDeep(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "嵌套超过上限（nesting：\(limit) 层）",
            en: "nested deeper than the limit (nesting: \(limit) levels)"
        )
    }

    package static let endsEarly = LocalizedText(
        zh: "不是有效的 JSON：文件在这里中断",
        en: "not valid JSON: the file ends here, too early"
    )
    package static let textAfterEnd = LocalizedText(
        zh: "不是有效的 JSON：文档结束后还有内容",
        en: "not valid JSON: text follows after the end of the document"
    )
    static let openString = LocalizedText(
        zh: "不是有效的 JSON：字符串没有结束",
        en: "not valid JSON: a string does not end"
    )
    static let controlCharacter = LocalizedText(
        zh: "不是有效的 JSON：字符串中的控制字符应写成转义，如 \\n",
        en: "not valid JSON: a control character in a string must be written as an escape such as \\n"
    )
    static let wrongEscape = LocalizedText(
        zh: "不是有效的 JSON：转义写错了",
        en: "not valid JSON: a wrong escape"
    )
}
