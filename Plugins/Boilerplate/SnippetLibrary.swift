internal import StageKit
internal import SummaryModel

/// Reads the files of a library and collects everything that is wrong with them.
struct SnippetLibrary {
    /// The sound snippets, in the order of the files.
    private(set) var snippets: [Snippet] = []
    private(set) var superseded: [SupersededPhrase] = []
    private(set) var problems: [ConfigurationProblem] = []
    /// The names in the files, those of broken snippets included, with their places.
    private(set) var names: [String: ConfigurationPlace] = [:]
    /// The tags in the files, those of broken snippets included.
    private(set) var tags: Set<String> = []

    private static let mapping = LocalizedText(zh: "映射", en: "a mapping")
    private static let list = LocalizedText(zh: "列表", en: "a list")
    private static let keys = ["snippets", "superseded"]

    init(_ files: [ConfigurationValue]) {
        for file in files { read(file) }
        problems += SupersededSearch.problems(in: superseded)
    }

    /// The snippet of this name, when it is sound.
    func snippet(_ name: String) -> Snippet? { snippets.first { $0.name == name } }

    private mutating func read(_ file: ConfigurationValue) {
        guard let entries = file.entries else {
            problems.append(.wrongType(of: "library", wanted: Self.mapping, found: file))
            return
        }
        for entry in entries where !Self.keys.contains(entry.key) {
            problems.append(
                .unknownName(
                    LocalizedText(zh: "文库键", en: "key of a library"),
                    entry.key,
                    known: Self.keys,
                    at: entry.keyPlace
                )
            )
        }
        if file["snippets"] == nil, file["superseded"] == nil {
            problems.append(
                ConfigurationProblem(
                    place: file.place,
                    message: LocalizedText(
                        zh: "文库既没有“snippets”也没有“superseded”，请加上",
                        en: "the library has neither 'snippets' nor 'superseded'; add one"
                    )
                )
            )
        }
        if let snippets = file["snippets"] { readSnippets(snippets) }
        if let superseded = file["superseded"] { readSuperseded(superseded) }
    }

    private mutating func readSnippets(_ value: ConfigurationValue) {
        guard let entries = value.entries else {
            problems.append(.wrongType(of: "snippets", wanted: Self.mapping, found: value))
            return
        }
        for entry in entries {
            for tag in entry.value["tags"]?.elements ?? [] {
                if let tag = tag.text { tags.insert(tag) }
            }
            if let first = names[entry.key] {
                problems.append(Self.repeated(entry, first: first))
                continue
            }
            names[entry.key] = entry.keyPlace
            var decoder = SnippetDecoder(entry)
            if let snippet = decoder.snippet() { snippets.append(snippet) }
            problems += decoder.problems
        }
    }

    private mutating func readSuperseded(_ value: ConfigurationValue) {
        guard let elements = value.elements else {
            problems.append(.wrongType(of: "superseded", wanted: Self.list, found: value))
            return
        }
        for element in elements {
            var decoder = SupersededDecoder(element)
            guard let phrase = decoder.phrase() else {
                problems += decoder.problems
                continue
            }
            problems += decoder.problems
            if let first = superseded.first(where: { $0.text == phrase.text }) {
                problems.append(Self.repeated(phrase, first: first))
            } else {
                superseded.append(phrase)
            }
        }
    }
}

extension SnippetLibrary {
    private static func position(_ place: ConfigurationPlace) -> String {
        place.file + (place.position.map { ":\($0.line):\($0.column)" } ?? "")
    }

    private static func repeated(
        _ entry: ConfigurationValue.Entry,
        first: ConfigurationPlace
    ) -> ConfigurationProblem {
        ConfigurationProblem(
            place: entry.keyPlace,
            message: LocalizedText(
                zh: "段落“\(entry.key)”在 \(position(first)) 已有，请改名或删去一个",
                en: "the snippet '\(entry.key)' stands at \(position(first)) already; rename or remove one"
            )
        )
    }

    private static func repeated(_ phrase: SupersededPhrase, first: SupersededPhrase) -> ConfigurationProblem {
        ConfigurationProblem(
            place: phrase.place,
            message: LocalizedText(
                zh: "过时用语“\(phrase.text)”在 \(position(first.place)) 已有，请删去一个",
                en: "the superseded phrase '\(phrase.text)' stands at \(position(first.place)) already; remove one"
            )
        )
    }
}
