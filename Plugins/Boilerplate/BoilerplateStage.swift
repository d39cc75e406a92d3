public import StageKit
public import SummaryModel

/// Puts set passages from a library into a document where they are absent.
///
/// **Requirement.** An office keeps the passages that recur in its documents, such as opening and closing phrases, in one
/// file, and every document has each of them once.
///
/// **What it changes.** For every name under `insert`, in order, the paragraphs of the snippet are inserted at its place,
/// unless the document has it. A passage is recognised by its wording, not by equality: when a paragraph near the place
/// holds six tenths of its pairs of neighbouring characters (placeholders, blanks and punctuation do not count), it is
/// there. A salutation, a signature and a date are there when the document has any. `{{key}}` in a snippet stays a
/// placeholder sign, for a later stage to fill.
///
/// **What it reports.** `boilerplate.present` (info): the document has the passage. `boilerplate.no-place` (warning): the
/// document lacks the place, for instance because it has no title.
///
/// **Options.** `library`: a YAML or JSON file with `snippets`, a mapping from names to `place`, `text` (one or several
/// paragraphs), `section` (the words or the number of a heading, for `section-start` and `section-end`) and `unless`
/// (phrases that make the snippet unnecessary). Places are `before-title`, `under-title`, `salutation`, `lead-start`,
/// `lead-end`, `section-start`, `section-end`, `closing`, `attachment`, `signature`, `date`, `note` and `copies`.
/// `insert`: the names.
///
/// **Example.**
///
/// ```yaml
/// snippets:
///   opening:
///     place: lead-end
///     text: 现将有关情况报告如下：
/// ```
public struct BoilerplateStage: Stage {
    /// The name in configuration files.
    public static let name = "boilerplate"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "把文库中的固定段落插入文中缺少它们的地方",
        en: "Inserts set passages from a library where the document lacks them."
    )

    private let snippets: [Snippet]

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when the library is broken, or lacks a snippet that is to be inserted.
    public init(options: BoilerplateOptions) throws(ConfigurationError) {
        var problems: [ConfigurationProblem] = []
        let library = options.library.map(SnippetLibrary.init)
        problems += library?.problems ?? []
        var snippets: [Snippet] = []
        for value in options.insert {
            guard let name = value.text else { continue }
            if let snippet = library?.snippets[name] {
                snippets.append(snippet)
            } else if let library {
                // A snippet that is there but broken has its own problem.
                guard !library.names.contains(name), !library.names.isEmpty || library.problems.isEmpty else {
                    continue
                }
                problems.append(
                    .unknownName(LocalizedText(zh: "段落", en: "snippet"), name, known: library.names, at: value.place)
                )
            } else {
                problems.append(
                    ConfigurationProblem(
                        place: value.place,
                        message: LocalizedText(
                            zh: "要插入“\(name)”，但没有指定文库，请加上“library”",
                            en: "'\(name)' is to be inserted, but no library is given; add 'library'"
                        )
                    )
                )
            }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        self.snippets = snippets
    }

    /// Inserts what is absent.
    public func run(_ document: inout Document, in context: inout StageContext) {
        /// The blocks inserted so far; passages for one place stand in the order in which they are named.
        var inserted: [BlockID: Place] = [:]
        for snippet in snippets {
            let layout = Layout(document.blocks)
            if let block = Self.match(for: snippet, in: layout, document) {
                context.report(Self.present(snippet, block))
                continue
            }
            guard var index = layout.position(for: snippet) else {
                context.report(Self.noPlace(snippet))
                continue
            }
            while index < document.blocks.count, inserted[document.blocks[index].id] == snippet.place { index += 1 }
            let blocks = snippet.paragraphs.map { text in
                Block(
                    id: context.makeBlockID(),
                    kind: snippet.place.kind,
                    content: [.text(text)],
                    origin: .stage(Self.name)
                )
            }
            for block in blocks {
                context.explain("boilerplate", on: block.id)
                inserted[block.id] = snippet.place
            }
            document.blocks.insert(contentsOf: blocks, at: index)
        }
    }

    /// The block by which the document has the snippet.
    private static func match(for snippet: Snippet, in layout: Layout, _ document: Document) -> Block? {
        let phrases = snippet.unless.map(Passage.init)
        if !phrases.isEmpty {
            let found = document.blocks.first { block in
                let passage = Passage(block.shownText)
                return phrases.contains { $0.isContained(in: passage) }
            }
            if let found { return found }
        }
        let wanted = snippet.paragraphs.map(Passage.init)
        return layout.neighbourhood(of: snippet).first { block in
            if snippet.place.isSingular, block.kind == snippet.place.kind { return true }
            let text = block.shownText
            if snippet.place == .date, block.kind == .author, text.contains("年"), text.contains("月") { return true }
            let passage = Passage(text)
            return wanted.contains { $0.isFound(in: passage) }
        }
    }

    private static func present(_ snippet: Snippet, _ block: Block) -> Diagnostic {
        Diagnostic(
            id: "boilerplate.present",
            severity: .info,
            message: LocalizedText(
                zh: "文中已有段落“\(snippet.name)”，没有再插入",
                en: "the draft has the snippet '\(snippet.name)' already; it was not inserted again"
            ),
            anchor: .init(block.id)
        )
    }

    private static func noPlace(_ snippet: Snippet) -> Diagnostic {
        let place = snippet.place.rawValue
        return Diagnostic(
            id: "boilerplate.no-place",
            severity: .warning,
            message: LocalizedText(
                zh: "文中没有位置“\(place)”，段落“\(snippet.name)”没有插入，请手工加入或改用其他位置",
                en:
                    "the draft has no place '\(place)', so '\(snippet.name)' was not inserted; add it by hand or use another place"
            )
        )
    }
}
