internal import StageKit
internal import SummaryModel

/// The words that a configuration adds to the lists of the program.
struct ExtraWords {
    private(set) var entries: [WordList.Entry] = []
    private(set) var correct: [String] = []
    private(set) var problems: [ConfigurationProblem] = []

    private static let mapping = LocalizedText(zh: "映射", en: "a mapping")
    private static let text = LocalizedText(zh: "文字", en: "a string")
    private static let texts = LocalizedText(zh: "文字列表", en: "a list of strings")

    /// Reads `confusable: [{ wrong, right, unless, safe }]` and `correct: […]`, and collects what is wrong with them.
    init(_ value: ConfigurationValue) {
        guard let fields = value.entries else {
            problems.append(.wrongType(of: "words", wanted: Self.mapping, found: value))
            return
        }
        for field in fields {
            switch field.key {
            case "confusable":
                guard let elements = field.value.elements else {
                    problems.append(
                        .wrongType(of: field.key, wanted: LocalizedText(zh: "列表", en: "a list"), found: field.value)
                    )
                    continue
                }
                for element in elements { add(element) }
            case "correct": correct = texts(field)
            default: unknown(field, ["confusable", "correct"])
            }
        }
    }

    private mutating func add(_ value: ConfigurationValue) {
        guard let fields = value.entries else {
            problems.append(.wrongType(of: "confusable", wanted: Self.mapping, found: value))
            return
        }
        let count = problems.count
        var entry = WordList.Entry(wrong: "", right: [])
        for field in fields {
            switch field.key {
            case "wrong":
                if let text = field.value.text, !text.isEmpty {
                    entry.wrong = text
                } else {
                    wrongType(field, Self.text)
                }
            case "right":
                if let text = field.value.text { entry.right = [text] } else { entry.right = texts(field) }
            case "unless": entry.notNext = texts(field)
            case "safe":
                if case .bool(let isSafe) = field.value.content {
                    entry.isSafe = isSafe
                } else {
                    wrongType(field, LocalizedText(zh: "true 或 false", en: "true or false"))
                }
            default: unknown(field, ["wrong", "right", "unless", "safe"])
            }
        }
        for key in ["wrong", "right"] where value[key] == nil {
            problems.append(
                ConfigurationProblem(
                    place: value.place,
                    message: LocalizedText(zh: "这一项缺少“\(key)”，请加上", en: "the entry lacks '\(key)'; add it")
                )
            )
        }
        if problems.count == count { entries.append(entry) }
    }

    private mutating func texts(_ field: ConfigurationValue.Entry) -> [String] {
        let texts = field.value.elements?.compactMap(\.text)
        guard let texts, texts.count == field.value.elements?.count else {
            wrongType(field, Self.texts)
            return []
        }
        return texts
    }

    private mutating func wrongType(_ field: ConfigurationValue.Entry, _ wanted: LocalizedText) {
        problems.append(.wrongType(of: field.key, wanted: wanted, found: field.value))
    }

    private mutating func unknown(_ field: ConfigurationValue.Entry, _ known: [String]) {
        problems.append(
            .unknownName(
                LocalizedText(zh: "词表键", en: "key of a word list"),
                field.key,
                known: known,
                at: field.keyPlace
            )
        )
    }
}
