internal import SummaryModel

/// Variables in the values of a configuration: `${NAME}`, `${NAME:-default}`, and `$${` for `${` itself.
enum VariableText {
    /// Why a text cannot be expanded.
    struct Failure: Error {
        var message: LocalizedText
    }

    /// The text with the values of its variables. What a value holds is not looked at again. A default serves when the
    /// variable is not set or is empty, as in a shell.
    static func expanded(_ text: String, _ variables: [String: String]) throws(Failure) -> String {
        let bytes = Array(text.utf8)
        guard holds(bytes) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: "$${".utf8) {
                result += Array("${".utf8)
                index += 3
            } else if bytes[index...].starts(with: "${".utf8) {
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw Failure(message: unclosed)
                }
                result += Array(try value(of: bytes[(index + 2)..<end], variables).utf8)
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text written so that expanding it gives the text.
    static func escaped(_ text: String) -> String { text.replacing("${", with: "$${") }

    private static func holds(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "$") && $1 == UInt8(ascii: "{") }
    }

    /// What stands for the content of one pair of braces.
    private static func value(
        of content: ArraySlice<UInt8>,
        _ variables: [String: String]
    ) throws(Failure) -> String {
        let name = content.prefix { isLetter($0) || (0x30...0x39).contains($0) }
        let text = String(decoding: content, as: UTF8.self)
        guard let first = name.first, isLetter(first) else { throw Failure(message: noName(text)) }
        let rest = content[name.endIndex...]
        let key = String(decoding: name, as: UTF8.self)
        if rest.isEmpty {
            guard let value = variables[key] else { throw Failure(message: unset(key)) }
            return value
        }
        guard rest.starts(with: ":-".utf8), !rest.contains(UInt8(ascii: "{")) else {
            throw Failure(message: noName(text))
        }
        if let value = variables[key], !value.isEmpty { return value }
        return String(decoding: rest.dropFirst(2), as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    private static let unclosed = LocalizedText(
        zh: "“${”没有闭合，请补上“}”；要写“${”本身，请写“$${”",
        en: "'${' is not closed; add '}', or write '$${' for '${' itself"
    )

    private static func unset(_ name: String) -> LocalizedText {
        LocalizedText(
            zh: "没有设置变量“\(name)”，请设置，或写上缺省值：${\(name):-缺省值}",
            en: "the variable '\(name)' is not set; set it, or give a default: ${\(name):-default}"
        )
    }

    private static func noName(_ content: String) -> LocalizedText {
        LocalizedText(
            zh: "“${\(content)}”应写成 ${名称} 或 ${名称:-缺省值}；要写“${”本身，请写“$${”",
            en: "'${\(content)}' must be ${NAME} or ${NAME:-default}; write '$${' for '${' itself"
        )
    }
}
