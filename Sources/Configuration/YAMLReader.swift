internal import CYAML
public import StageKit
internal import SummaryModel

/// Reads YAML 1.1 syntax with the scalar types of YAML 1.2's core schema, of which JSON is a part, keeping the place of
/// every key and value. Anchors, aliases and tags are refused: a configuration says what it means.
public struct YAMLReader: Sendable {
    /// The values of variables; with `nil`, `${…}` in a value is text like any other.
    private let variables: [String: String]?

    /// Creates a reader.
    public init() { variables = nil }

    /// Creates a reader that puts the values of variables where `${NAME}` and `${NAME:-default}` stand in values. A plain
    /// scalar gets its type afterwards. `$${` is `${`. Keys stay as they are.
    init(variables: [String: String]) { self.variables = variables }

    /// Reads the one document in `bytes`.
    ///
    /// - Parameter file: The name of the file, for the places.
    /// - Returns: The value; null when the document is empty.
    /// - Throws: ``ConfigurationError`` when the bytes are not YAML, or hold a duplicate key, an anchor, a second document or
    ///   a number that is not finite.
    public func read(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> ConfigurationValue {
        var problems: [ConfigurationProblem] = []
        let value = read(bytes, file: file, problems: &problems)
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return value
    }

    /// Reads the one document in `bytes` as far as it goes, so that its other problems can be found as well.
    func read(_ bytes: [UInt8], file: String, problems: inout [ConfigurationProblem]) -> ConfigurationValue {
        var events: ArraySlice<YAMLEvent>
        do {
            events = try YAMLEvents.parse(bytes, file: file)[...]
        } catch {
            problems += variables == nil ? error.problems : error.problems.map { Self.hinting($0, at: bytes) }
            return ConfigurationValue(.null, place: ConfigurationPlace(file: file))
        }
        guard let first = events.first else {
            return ConfigurationValue(.null, place: ConfigurationPlace(file: file))
        }
        let value = value(from: &events, depth: 0, first: first, problems: &problems)
        if let extra = events.first {
            problems.append(
                ConfigurationProblem(
                    place: extra.place,
                    message: LocalizedText(zh: "一个文件只能有一份 YAML 文档", en: "a file may hold one YAML document only")
                )
            )
        }
        return value
    }

    private func value(
        from events: inout ArraySlice<YAMLEvent>,
        depth: Int,
        first event: YAMLEvent,
        isKey: Bool = false,
        problems: inout [ConfigurationProblem]
    ) -> ConfigurationValue {
        events.removeFirst()
        switch event.content {
        case .scalar(var text, let isPlain):
            if let variables, !isKey {
                do throws(VariableText.Failure) {
                    text = try VariableText.expanded(text, variables)
                } catch {
                    problems.append(ConfigurationProblem(place: event.place, message: error.message))
                }
            }
            let content = isPlain ? Self.scalar(text) : .string(text)
            if !isKey, case .number(let number) = content, !number.isFinite {
                problems.append(ConfigurationProblem(place: event.place, message: Self.notFinite(text)))
            }
            return ConfigurationValue(content, written: text, place: event.place)
        case .listStart:
            var elements: [ConfigurationValue] = []
            while let next = events.first, next.content != .end {
                elements.append(value(from: &events, depth: depth + 1, first: next, problems: &problems))
            }
            events = events.dropFirst()
            return ConfigurationValue(.list(elements), place: event.place)
        case .mappingStart:
            var entries: [ConfigurationValue.Entry] = []
            var seen: Set<String> = []
            while let key = events.first, key.content != .end {
                let keyValue = value(from: &events, depth: depth + 1, first: key, isKey: true, problems: &problems)
                guard let next = events.first else { break }
                let value = value(from: &events, depth: depth + 1, first: next, problems: &problems)
                let name = keyValue.text ?? keyValue.written
                guard let name else {
                    problems.append(
                        ConfigurationProblem(
                            place: key.place,
                            message: LocalizedText(zh: "键应为文字", en: "a key must be a string")
                        )
                    )
                    continue
                }
                guard seen.insert(name).inserted else {
                    problems.append(
                        ConfigurationProblem(
                            place: key.place,
                            message: LocalizedText(zh: "键“\(name)”重复", en: "duplicate key '\(name)'")
                        )
                    )
                    continue
                }
                entries.append(.init(key: name, keyPlace: key.place, value: value))
            }
            events = events.dropFirst()
            return ConfigurationValue(.mapping(entries), place: event.place)
        case .end:
            return ConfigurationValue(.null, place: event.place)
        }
    }

    /// The problem, with a hint where braces of a variable were taken for those of a mapping.
    private static func hinting(_ problem: ConfigurationProblem, at bytes: [UInt8]) -> ConfigurationProblem {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let position = problem.place.position, lines.indices.contains(position.line - 1),
            String(decoding: lines[position.line - 1], as: UTF8.self).contains("${")
        else { return problem }
        var hinted = problem
        hinted.message.zh += "；在 { } 和 [ ] 中，变量须加引号，或换成缩进的写法"
        hinted.message.en += "; inside { } and [ ] a variable needs quotation marks, or lines of its own"
        return hinted
    }

    private static func notFinite(_ text: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(text)”不是有限的数，请改为有限的数；要写文字，请加引号",
            en: "'\(text)' is not a finite number; write a finite one, or put a text in quotation marks"
        )
    }

    /// The value of a plain scalar by the core schema of YAML 1.2, 10.3.2.
    package static func scalar(_ text: String) -> ConfigurationValue.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
        case ".nan", ".NaN", ".NAN": return .number(.nan)
        default: break
        }
        guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .string(text) }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        if text.utf8.count - digits.count <= 1, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text)
        {
            return .integer(number)
        }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }), let number = Double(text)
        {
            return .number(number)
        }
        return .string(text)
    }
}
