internal import ReadKit
internal import SummaryModel

/// What is wrong with a JSON text that is no document, in words and with its place.
enum JSONFailure {
    /// The error at a place of the text.
    static func error(_ message: LocalizedText, at offset: Int, in utf8: [UInt8]) -> DraftError {
        let place = SourceText(utf8: utf8).position(at: offset)
        return DraftError(
            LocalizedText(
                zh: "第 \(place.line) 行第 \(place.column) 列：\(message.zh)",
                en: "line \(place.line), column \(place.column): \(message.en)"
            )
        )
    }

    /// The error for what a decoder threw.
    static func error(_ error: any Error, in syntax: JSONSyntax) -> DraftError {
        guard let error = error as? DecodingError else {
            return self.error(noDocument("\(error)"), at: 0, in: syntax.bytes)
        }
        let (path, message) = problem(error)
        return self.error(message, at: syntax.offset(of: path), in: syntax.bytes)
    }

    private static func problem(_ error: DecodingError) -> ([JSONSyntax.Step], LocalizedText) {
        switch error {
        case .keyNotFound(let key, let context):
            return (steps(context.codingPath), missing(key.stringValue, in: context.codingPath))
        case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
            return (steps(context.codingPath), wrongType(of: context.codingPath.written, wanted: type))
        case .dataCorrupted(let context):
            let isSchema = context.codingPath.map(\.stringValue) == ["schema"]
            return (
                steps(context.codingPath),
                isSchema ? wrongSchema : noDocument("\(context.codingPath.written): \(context.debugDescription)")
            )
        @unknown default:
            return ([], noDocument("\(error)"))
        }
    }

    /// A number that no document of this program has and that could not be worked with.
    static func valueOutOfBounds(in document: Document) -> ([JSONSyntax.Step], LocalizedText)? {
        guard let number = document.numberOutOfBounds else { return nil }
        let path = [JSONSyntax.Step.key("blocks"), .index(number.block)] + number.field.map { .key($0) }
        let name = (["blocks[\(number.block)]"] + number.field).joined(separator: ".")
        return (path, outOfBounds(name, number.largest))
    }

    private static func steps(_ path: [any CodingKey]) -> [JSONSyntax.Step] {
        path.map { key in key.intValue.map { .index($0) } ?? .key(key.stringValue) }
    }

    // MARK: - Wording

    private static func missing(_ key: String, in path: [any CodingKey]) -> LocalizedText {
        let place = path.written
        return place.isEmpty
            ? LocalizedText(
                zh: "缺少“\(key)”，这不是 \(Document.schema) 文档",
                en: "'\(key)' is missing: no \(Document.schema)"
            )
            : LocalizedText(zh: "“\(place)”缺少“\(key)”", en: "'\(place)' lacks '\(key)'")
    }

    private static func wrongType(of name: String, wanted type: any Any.Type) -> LocalizedText {
        let wanted =
            switch type {
            case is String.Type: LocalizedText(zh: "字符串", en: "a string")
            case is Int.Type: LocalizedText(zh: "整数", en: "an integer")
            case is Bool.Type: LocalizedText(zh: "true 或 false", en: "true or false")
            case is [Any].Type: LocalizedText(zh: "数组", en: "an array")
            default: LocalizedText(zh: "对象", en: "an object")
            }
        return name.isEmpty
            ? LocalizedText(zh: "文档应为\(wanted.zh)", en: "a document must be \(wanted.en)")
            : LocalizedText(zh: "“\(name)”应为\(wanted.zh)", en: "'\(name)' must be \(wanted.en)")
    }

    private static let wrongSchema = LocalizedText(
        zh: "本版本只读 \(Document.schema)，请用写出该文件的版本，或重新导出",
        en: "this version reads \(Document.schema) only; use the version that wrote the file, or write it anew"
    )

    private static func outOfBounds(_ name: String, _ largest: Int) -> LocalizedText {
        LocalizedText(
            zh: "“\(name)”应在 0 到 \(largest) 之间",
            en: "'\(name)' must be from 0 to \(largest)"
        )
    }

    private static func noDocument(_ reason: String) -> LocalizedText {
        LocalizedText(zh: "不是 \(Document.schema) 文档（\(reason)）", en: "no \(Document.schema) (\(reason))")
    }
}
