internal import StageKit
internal import SummaryModel

/// Reads the snippets of a library file and collects everything that is wrong with it.
struct SnippetLibrary {
    private(set) var snippets: [String: Snippet] = [:]
    private(set) var problems: [ConfigurationProblem] = []
    /// The names in the file, those of broken snippets included.
    private(set) var names: [String] = []

    private static let mapping = LocalizedText(zh: "映射", en: "a mapping")
    private static let text = LocalizedText(zh: "文字", en: "a string")
    private static let texts = LocalizedText(zh: "文字列表", en: "a list of strings")

    init(_ value: ConfigurationValue) {
        guard let entries = value.entries else {
            problems.append(.wrongType(of: "library", wanted: Self.mapping, found: value))
            return
        }
        let known = ["snippets"]
        for entry in entries where !known.contains(entry.key) {
            problems.append(
                .unknownName(
                    LocalizedText(zh: "文库键", en: "key of a library"),
                    entry.key,
                    known: known,
                    at: entry.keyPlace
                )
            )
        }
        guard let list = value["snippets"] else {
            refuse(value.place, zh: "文库缺少“snippets”，请加上", en: "the library lacks 'snippets'; add it")
            return
        }
        guard let snippets = list.entries else {
            problems.append(.wrongType(of: "snippets", wanted: Self.mapping, found: list))
            return
        }
        names = snippets.map(\.key)
        for entry in snippets {
            if let snippet = snippet(entry) { self.snippets[entry.key] = snippet }
        }
    }

    private mutating func refuse(_ place: ConfigurationPlace, zh: String, en: String) {
        problems.append(ConfigurationProblem(place: place, message: LocalizedText(zh: zh, en: en)))
    }

    private mutating func snippet(_ entry: ConfigurationValue.Entry) -> Snippet? {
        guard let fields = entry.value.entries else {
            problems.append(.wrongType(of: entry.key, wanted: Self.mapping, found: entry.value))
            return nil
        }
        let known = ["place", "text", "section", "unless"]
        for field in fields where !known.contains(field.key) {
            problems.append(
                .unknownName(
                    LocalizedText(zh: "段落键", en: "key of a snippet"),
                    field.key,
                    known: known,
                    at: field.keyPlace
                )
            )
        }
        let place = place(entry)
        let paragraphs = paragraphs(entry, place)
        let unless = phrases(entry)
        let section = section(entry, place)
        guard let place, let paragraphs, let unless, !place.isInSection || section != nil else { return nil }
        return Snippet(name: entry.key, place: place, paragraphs: paragraphs, section: section, unless: unless)
    }

    private mutating func place(_ entry: ConfigurationValue.Entry) -> Place? {
        guard let value = entry.value["place"] else {
            refuse(entry.keyPlace, zh: "“\(entry.key)”缺少“place”，请加上", en: "'\(entry.key)' lacks 'place'; add it")
            return nil
        }
        guard let name = value.text else {
            problems.append(.wrongType(of: "place", wanted: Self.text, found: value))
            return nil
        }
        if let place = Place(rawValue: name) { return place }
        problems.append(
            .unknownName(
                LocalizedText(zh: "位置", en: "place"),
                name,
                known: Place.allCases.map(\.rawValue),
                at: value.place
            )
        )
        return nil
    }

    private mutating func paragraphs(_ entry: ConfigurationValue.Entry, _ place: Place?) -> [String]? {
        guard let value = entry.value["text"] else {
            refuse(entry.keyPlace, zh: "“\(entry.key)”缺少“text”，请加上", en: "'\(entry.key)' lacks 'text'; add it")
            return nil
        }
        guard let text = value.text else {
            problems.append(.wrongType(of: "text", wanted: Self.text, found: value))
            return nil
        }
        let paragraphs = text.split(whereSeparator: \.isNewline).map { line in
            String(String(line.drop(while: \.isWhitespace).reversed()).drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else {
            refuse(value.place, zh: "“\(entry.key)”没有文字，请写上", en: "'\(entry.key)' has no text; write some")
            return nil
        }
        if place?.isSingular == false, paragraphs.allSatisfy({ Passage($0).isUnrecognisable }) {
            refuse(
                value.place,
                zh: "“\(entry.key)”除占位符外没有可识别的文字，无法判断是否已有，请补充文字",
                en: "'\(entry.key)' has no words besides placeholders by which it could be recognised; add some"
            )
            return nil
        }
        return paragraphs
    }

    private mutating func phrases(_ entry: ConfigurationValue.Entry) -> [String]? {
        guard let value = entry.value["unless"] else { return [] }
        let phrases = value.elements?.compactMap(\.text)
        guard let phrases, phrases.count == value.elements?.count else {
            problems.append(.wrongType(of: "unless", wanted: Self.texts, found: value))
            return nil
        }
        return phrases
    }

    private mutating func section(_ entry: ConfigurationValue.Entry, _ place: Place?) -> Snippet.Section? {
        guard let value = entry.value["section"] else {
            if place?.isInSection == true {
                refuse(
                    entry.keyPlace,
                    zh: "“\(entry.key)”缺少“section”，请写明标题文字或序号",
                    en: "'\(entry.key)' lacks 'section'; give the words or the number of a heading"
                )
            }
            return nil
        }
        if let place, !place.isInSection {
            refuse(
                value.place,
                zh: "位置“\(place.rawValue)”不在章节内，请去掉“section”",
                en: "the place '\(place.rawValue)' is in no section; remove 'section'"
            )
            return nil
        }
        if case .integer(let ordinal) = value.content, ordinal > 0 { return .ordinal(ordinal) }
        if case .string(let heading) = value.content, !heading.isEmpty { return .heading(heading) }
        problems.append(
            .wrongType(
                of: "section",
                wanted: LocalizedText(zh: "标题文字或正整数", en: "the words of a heading or a positive integer"),
                found: value
            )
        )
        return nil
    }
}
