package import SummaryModel

/// Reads JSON values (RFC 8259) from bytes that may be only the beginning of a text, without a tree of its own in between.
///
/// ``JSONSyntax`` says where in a whole text something stands; this reads values at the speed of the bytes. Both say the
/// same about what is wrong.
package struct JSONParser {
    /// Why a value could not be read.
    package enum Failure: Error {
        /// The bytes end before the value does, and more may come.
        case incomplete
        /// The value breaks the syntax, at this offset.
        case malformed(Int, LocalizedText)
        /// The value keeps the syntax, but what it says cannot be taken: a key that stands twice in an object.
        case repeatedKey(Int, String)
        /// A text that is not UTF-8, at this offset.
        case invalidBytes(Int)
    }

    /// A string as it stands in the text.
    package struct Token {
        /// The bytes between the quotation marks.
        package var range: Range<Int>
        /// Whether something is escaped in it.
        package var hasEscapes: Bool
    }

    /// The bytes.
    package let bytes: UnsafeBufferPointer<UInt8>
    /// The offset of what is read next.
    package var place: Int

    private let isComplete: Bool
    private let nesting: Int

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - bytes: The text, as far as it is there.
    ///   - isComplete: Whether the text ends with the bytes.
    ///   - nesting: The deepest nesting of lists and objects.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int = 0, isComplete: Bool, nesting: Int) {
        self.bytes = bytes
        self.place = place
        self.isComplete = isComplete
        self.nesting = nesting
    }

    /// The next byte.
    ///
    /// - Returns: `nil` at the end of the text.
    /// - Throws: ``Failure/incomplete``.
    package func peek() throws(Failure) -> UInt8? {
        if place < bytes.count { return bytes[place] }
        if isComplete { return nil }
        throw .incomplete
    }

    /// Passes over blanks.
    package mutating func skipBlanks() {
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            place += 1
        }
    }

    /// Reads a byte that must stand here.
    package mutating func expect(_ byte: UInt8) throws(Failure) {
        guard try peek() == byte else { throw unexpected() }
        place += 1
    }

    /// Reads an object, on whose brace the parser stands.
    ///
    /// - Parameter member: Takes each key and reads its value.
    package mutating func object(
        _ member: (_ key: Token, _ parser: inout JSONParser) throws(Failure) -> Void
    ) throws(Failure) {
        try expect(UInt8(ascii: "{"))
        skipBlanks()
        if try peek() == UInt8(ascii: "}") {
            place += 1
            return
        }
        while true {
            let key = try string()
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            skipBlanks()
            try member(key, &self)
            skipBlanks()
            let next = try peek()
            if next == UInt8(ascii: "}") {
                place += 1
                return
            }
            try expect(UInt8(ascii: ","))
            skipBlanks()
        }
    }

    /// Reads any value.
    ///
    /// A number that a `Double` would write in another way, such as 1.50, is given as the text that it is.
    ///
    /// - Parameter depth: How many lists and objects are around it.
    package mutating func value(depth: Int = 0) throws(Failure) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "\""):
            return .string(try text(of: try string()))
        case UInt8(ascii: "{"):
            try check(depth)
            var entries: [String: JSONValue] = [:]
            try object { (key, parser) throws(Failure) in
                let name = try parser.text(of: key)
                let value = try parser.value(depth: depth + 1)
                guard entries.updateValue(value, forKey: name) == nil else {
                    throw .repeatedKey(key.range.lowerBound - 1, name)
                }
            }
            return .object(entries)
        case UInt8(ascii: "["):
            try check(depth)
            place += 1
            skipBlanks()
            var elements: [JSONValue] = []
            if try peek() == UInt8(ascii: "]") {
                place += 1
                return .array([])
            }
            while true {
                elements.append(try value(depth: depth + 1))
                skipBlanks()
                if try peek() == UInt8(ascii: "]") {
                    place += 1
                    return .array(elements)
                }
                try expect(UInt8(ascii: ","))
                skipBlanks()
            }
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return try number()
        }
    }

    /// Reads a string, on whose quotation mark the parser stands.
    package mutating func string() throws(Failure) -> Token {
        try expect(UInt8(ascii: "\""))
        let start = place
        var hasEscapes = false
        let count = bytes.count
        var index = place
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                place = index + 1
                return Token(range: start..<index, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 2
            } else if byte < 0x20 {
                throw .malformed(index, JSONSyntax.controlCharacter)
            } else {
                index += 1
            }
        }
        if isComplete { throw .malformed(start - 1, JSONSyntax.openString) }
        throw .incomplete
    }

    /// The text of a string.
    package func text(of token: Token) throws(Failure) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[token.range])
        guard token.hasEscapes else {
            guard let text = String(validating: raw, as: UTF8.self) else { throw .invalidBytes(token.range.lowerBound) }
            return text
        }
        var result: [UInt8] = []
        result.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            if byte != UInt8(ascii: "\\") {
                result.append(byte)
                index += 1
                continue
            }
            guard index + 1 < raw.count else { throw wrongEscape(token, index) }
            switch raw[index + 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(raw[index + 1])
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            default:
                guard var code = Self.unit(raw, index) else { throw wrongEscape(token, index) }
                if (0xD800...0xDBFF).contains(code) {
                    guard let low = Self.unit(raw, index + 6), (0xDC00...0xDFFF).contains(low) else {
                        throw wrongEscape(token, index)
                    }
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                    index += 6
                }
                guard let scalar = Unicode.Scalar(code) else { throw wrongEscape(token, index) }
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += 4
            }
            index += 2
        }
        guard let text = String(validating: result, as: UTF8.self) else { throw .invalidBytes(token.range.lowerBound) }
        return text
    }

    /// The failure of something that must not stand here.
    package func unexpected() -> Failure {
        guard place < bytes.count else { return isComplete ? .malformed(place, JSONSyntax.endsEarly) : .incomplete }
        let sign = String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first
        return .malformed(place, JSONSyntax.unexpected(sign.map(String.init) ?? ""))
    }

    // MARK: -

    private func check(_ depth: Int) throws(Failure) {
        guard depth < nesting else { throw .malformed(place, JSONSyntax.tooDeep(nesting)) }
    }

    private func wrongEscape(_ token: Token, _ index: Int) -> Failure {
        .malformed(token.range.lowerBound + index, JSONSyntax.wrongEscape)
    }

    private mutating func word(_ word: StaticString) throws(Failure) {
        for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = place
        var isInteger = true
        if try peek() == UInt8(ascii: "-") { place += 1 }
        if try peek() == UInt8(ascii: "0") { place += 1 } else { try digits() }
        if try peek() == UInt8(ascii: ".") {
            isInteger = false
            place += 1
            try digits()
        }
        if let byte = try peek(), byte | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            place += 1
            if let sign = try peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { place += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        return Self.number(text, isInteger: isInteger)
    }

    /// The value of a number that is written in this way.
    package static func number(_ text: String, isInteger: Bool) -> JSONValue {
        if isInteger, let integer = Int(text), text != "-0" { return .integer(integer) }
        if let number = Double(text), number.isFinite, number.description == text { return .number(number) }
        return .string(text)
    }

    private mutating func digits() throws(Failure) {
        let start = place
        while let byte = try peek(), (0x30...0x39).contains(byte) { place += 1 }
        if place == start { throw unexpected() }
    }

    /// The value of `\u` and four digits.
    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for offset in 2..<6 {
            let byte = bytes[place + offset]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
