public import RowReading
public import SummaryModel

/// The names of the outputs of a merge, made of the fields of each row: `{单位}-{row:000}.docx`.
///
/// `{name}` stands for a field, `{a.b}` for the b of a, `{row}` for the number of the row and `{row:000}` for that number
/// with as many digits at least. `{{` and `}}` stand for braces. What a field says is one part of a name: a sign that
/// separates folders, or that a file system refuses, becomes `_`, so that no value leads out of the folder.
public struct FileNamePattern: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case text(String)
        case field(String)
        /// The number of the row, with this many digits at least.
        case row(digits: Int)
    }

    /// A pattern that cannot be understood.
    public struct Defect: Error, Sendable, Hashable {
        /// What is wrong.
        public var message: LocalizedText
    }

    /// The name that a row gives.
    public struct Name: Sendable, Hashable {
        /// The path.
        public var path: String
        /// The fields whose values had to be changed to stand in a name.
        public var changedFields: [String] = []
    }

    private let pieces: [Piece]

    /// The longest name of a file that file systems take, in bytes.
    private static let longestName = 255
    /// The signs that separate folders or that a file system in use refuses.
    private static let refused = Set("/\\:*?\"<>|".unicodeScalars)

    /// Reads a pattern.
    ///
    /// - Throws: ``Defect`` when a brace has no partner, or nothing stands between two.
    public init(_ text: String) throws(Defect) {
        var pieces: [Piece] = []
        var plain = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                plain.unicodeScalars.append(scalar)
            case "{":
                guard let end = rest.firstIndex(of: "}") else { throw Self.unclosed(text) }
                let name = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                if !plain.isEmpty { pieces.append(.text(plain)) }
                plain = ""
                pieces.append(try Self.piece(name, in: text))
            case "}": throw Self.unopened(text)
            default: plain.unicodeScalars.append(scalar)
            }
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        self.pieces = pieces
    }

    private static func piece(_ inside: String, in pattern: String) throws(Defect) -> Piece {
        let name = inside.trimmed
        if name.isEmpty || name.contains("{") { throw unclosed(pattern) }
        if name == "row" { return .row(digits: 1) }
        if name.hasPrefix("row:") {
            let zeros = name.dropFirst(4)
            guard (1...18).contains(zeros.utf8.count), zeros.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
                throw wrongDigits(name)
            }
            return .row(digits: zeros.utf8.count)
        }
        return .field(name)
    }

    /// The fields that the names are made of, in order.
    public var fieldNames: [String] {
        pieces.compactMap { if case .field(let name) = $0 { name } else { nil } }
    }

    /// Whether different rows can have different names.
    public var varies: Bool { pieces.contains { if case .text = $0 { false } else { true } } }

    /// The folder that all outputs are in or below: the folders of the pattern before its first field; empty for the one
    /// that the user stands in.
    public var folder: String {
        guard case .text(let text)? = pieces.first, let slash = text.lastIndex(of: "/") else { return "" }
        return String(text[...slash])
    }

    /// The name for a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - number: Its number as it is shown to people.
    /// - Throws: ``Defect`` when a field is missing or says nothing, or the name is too long or no name.
    public func name(for row: Row, number: Int) throws(Defect) -> Name {
        var name = Name(path: "")
        // The part of the path after the last slash, and whether a value stands in it.
        var part = ""
        var isMade = false
        for piece in pieces {
            switch piece {
            case .text(let text):
                for scalar in text.unicodeScalars {
                    if scalar == "/" {
                        try Self.check(part, isMade: isMade)
                        name.path += part + "/"
                        (part, isMade) = ("", false)
                    } else {
                        part.unicodeScalars.append(scalar)
                    }
                }
            case .row(let digits):
                let figures = String(number)
                part += String(repeating: "0", count: max(0, digits - figures.utf8.count)) + figures
            case .field(let field):
                guard let text = RowValues.text(of: row, at: field)?.trimmed, !text.isEmpty else {
                    throw Self.missing(field)
                }
                isMade = true
                let safe = Self.safe(text)
                if safe != text { name.changedFields.append(field) }
                part += safe
            }
        }
        try Self.check(part, isMade: isMade)
        name.path += part
        return name
    }

    /// A text with `_` for every sign that cannot stand in a name.
    private static func safe(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            let isRefused =
                refused.contains(scalar)
                || [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            safe.unicodeScalars.append(isRefused ? "_" : scalar)
        }
        return safe
    }

    /// Refuses a part of a path that is too long, or leads to another folder because of a value.
    private static func check(_ part: String, isMade: Bool) throws(Defect) {
        if part.utf8.count > longestName { throw tooLong(part) }
        if isMade, part == "." || part == ".." { throw noName(part) }
    }
}

// MARK: - Wording

extension FileNamePattern {
    private static func unclosed(_ pattern: String) -> Defect {
        Defect(
            message: LocalizedText(
                zh: "文件名“\(pattern)”中的 { 没有对应的 }，或其中没有字段名",
                en: "the name '\(pattern)' has a { without a field and a } after it"
            )
        )
    }

    private static func unopened(_ pattern: String) -> Defect {
        Defect(
            message: LocalizedText(
                zh: "文件名“\(pattern)”中的 } 没有对应的 {；大括号本身请写成 }}",
                en: "the name '\(pattern)' has a } without a {; write }} for the sign itself"
            )
        )
    }

    private static func wrongDigits(_ name: String) -> Defect {
        Defect(
            message: LocalizedText(
                zh: "“\(name)”的位数应写成 0，如 row:0000",
                en: "the digits of '\(name)' are written as zeros, such as row:0000"
            )
        )
    }

    private static func missing(_ field: String) -> Defect {
        Defect(
            message: LocalizedText(
                zh: "没有字段“\(field)”的值，不能组成文件名",
                en: "the field '\(field)' has no value, so there is no name for the file"
            )
        )
    }

    private static func tooLong(_ name: String) -> Defect {
        let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(20)))
        return Defect(
            message: LocalizedText(
                zh: "文件名“\(start)……”有 \(name.utf8.count) 字节，不能超过 \(longestName) 字节",
                en: "the name '\(start)…' has \(name.utf8.count) bytes; \(longestName) is the most"
            )
        )
    }

    private static func noName(_ path: String) -> Defect {
        Defect(
            message: LocalizedText(
                zh: "“\(path)”不能作文件名：字段的值只有点",
                en: "'\(path)' is no name for a file: the value of a field is dots alone"
            )
        )
    }
}
