internal import StageKit
internal import SummaryModel

/// What a configuration wants to have inserted, looked up in the library.
struct SnippetSelection {
    /// A snippet with the values that the configuration gives.
    struct Insertion {
        var snippet: Snippet
        /// The paragraphs with the values in them.
        var paragraphs: [String]
    }

    private(set) var insertions: [Insertion] = []
    private(set) var problems: [ConfigurationProblem] = []

    /// The key of an entry that stands for all snippets of a tag.
    private static let tagKey = "tag"

    /// - Parameter library: The library; `nil` when none is named.
    init(_ entries: [ConfigurationValue], from library: SnippetLibrary?) {
        let named = Set(entries.compactMap { Self.request($0)?.name })
        for entry in entries {
            guard let library else {
                problems.append(Self.noLibrary(entry))
                continue
            }
            guard let request = Self.request(entry) else {
                addTag(entry.entries?.first, named: named, from: library)
                continue
            }
            if let snippet = library.snippet(request.name) {
                add(snippet, request.parameters)
            } else if library.names[request.name] == nil, !library.names.isEmpty || library.problems.isEmpty {
                // A snippet that is there but broken has its own problem.
                let known = library.names.keys
                problems.append(
                    .unknownName(LocalizedText(zh: "段落", en: "snippet"), request.name, known: known, at: request.place)
                )
            }
        }
    }

    /// The name of a snippet with its parameters; `nil` for a tag.
    private static func request(
        _ entry: ConfigurationValue
    ) -> (name: String, parameters: ConfigurationValue?, place: ConfigurationPlace)? {
        if let name = entry.text { return (name, nil, entry.place) }
        guard let first = entry.entries?.first else { return nil }
        // The parameters of a snippet are a mapping, and a tag is a text.
        if first.key == tagKey, first.value.text != nil { return nil }
        return (first.key, first.value, first.keyPlace)
    }

    private mutating func addTag(
        _ entry: ConfigurationValue.Entry?,
        named: Set<String>,
        from library: SnippetLibrary
    ) {
        guard let entry, let tag = entry.value.text else { return }
        guard library.tags.contains(tag) else {
            problems.append(
                .unknownName(LocalizedText(zh: "标签", en: "tag"), tag, known: library.tags, at: entry.value.place)
            )
            return
        }
        for snippet in library.snippets where snippet.tags.contains(tag) && !named.contains(snippet.name) {
            guard !insertions.contains(where: { $0.snippet.name == snippet.name }) else { continue }
            add(snippet, nil)
        }
    }

    private mutating func add(_ snippet: Snippet, _ given: ConfigurationValue?) {
        var values: [String: String] = [:]
        for parameter in snippet.parameters { values[parameter.name] = parameter.defaultValue }
        if let given, given.content != .null {
            guard let entries = given.entries else {
                problems.append(
                    .wrongType(
                        of: snippet.name,
                        wanted: LocalizedText(zh: "参数的映射", en: "a mapping of parameters"),
                        found: given
                    )
                )
                return
            }
            var fields = FieldReader(given)
            for entry in entries {
                guard snippet.parameters.contains(where: { $0.name == entry.key }) else {
                    problems.append(Self.unknownParameter(entry, of: snippet))
                    continue
                }
                if let value = SnippetDecoder.value(entry, &fields) { values[entry.key] = value }
            }
            problems += fields.problems
        }
        insertions.append(
            Insertion(snippet: snippet, paragraphs: snippet.templates.map { TemplateText($0).filled(values) })
        )
    }

    private static func unknownParameter(
        _ entry: ConfigurationValue.Entry,
        of snippet: Snippet
    ) -> ConfigurationProblem {
        if snippet.parameters.isEmpty {
            return ConfigurationProblem(
                place: entry.keyPlace,
                message: LocalizedText(
                    zh: "段落“\(snippet.name)”没有参数，请去掉“\(entry.key)”，或在文库中声明",
                    en:
                        "the snippet '\(snippet.name)' has no parameters; remove '\(entry.key)', or declare it in the library"
                )
            )
        }
        return .unknownName(
            LocalizedText(zh: "“\(snippet.name)”的参数", en: "parameter of '\(snippet.name)'"),
            entry.key,
            known: snippet.parameters.map(\.name),
            at: entry.keyPlace
        )
    }

    private static func noLibrary(_ entry: ConfigurationValue) -> ConfigurationProblem {
        let name = entry.text ?? entry.entries?.first?.key ?? ""
        return ConfigurationProblem(
            place: entry.place,
            message: LocalizedText(
                zh: "要插入“\(name)”，但没有指定文库，请加上“library”",
                en: "'\(name)' is to be inserted, but no library is given; add 'library'"
            )
        )
    }
}
