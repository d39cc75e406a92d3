public import StageKit
public import SummaryModel

/// Puts set passages from a library into a document where they are absent, and lists phrases that are out of date.
///
/// **Requirement.** An office keeps the passages that recur in its documents, such as opening and closing phrases, in one
/// place. Every document has each of them once, as they are worded today.
///
/// **The library** is a YAML or JSON file, or a folder of them, read in the order of their names. Every file may have two
/// keys. `snippets` is a mapping from names to snippets; a name stands once in the whole library. A snippet has
///
/// - `place`: `header`, `before-title`, `under-title`, `salutation`, `lead-start`, `lead-end`, `section-start`,
///   `section-end`, `closing`, `attachment`, `signature`, `date`, `note`, `copies` (抄送) or `footer`;
/// - `text`: one paragraph or several, each on a line. `{{name}}` is a parameter or a gap;
/// - `section`: for `section-start` and `section-end`, the words of a heading, or the number of a heading of the highest
///   level; a list leads into nested sections: `[主要工作, 2]` is the second section of 主要工作;
/// - `parameters`: names with defaults, `{ organ: 本单位, year: }`. A parameter that gets no value stays a gap in the text,
///   for the stage `placeholders`;
/// - `valid`: `from` and `until` or one of them, as `YYYY-MM-DD`, both days included;
/// - `tags`: names by which several snippets are inserted together;
/// - `when`: facts of the document with one value or several, `{ genre: [工作总结, 述职报告] }`. Facts are the metadata of the
///   draft, `title`, and `genre`: the words for a genre with which the title ends (党建工作总结 is a 工作总结 and a 总结 as
///   well). Every fact must have one of its values;
/// - `unless`: phrases, any of which anywhere in the text makes the snippet unnecessary.
///
/// `superseded` is a list of phrases that are used no longer: `phrase`, `replacement`, `since` (the day from which it is out
/// of date), `note`, `except` (words that hold the phrase and are right) and `safe`. A `replacement` or a `note` is needed.
///
/// **What it changes.** For everything under `insert`, in order, the paragraphs of the snippet are inserted at its place,
/// unless the document has it. A passage is recognised by its wording, not by equality: when six tenths of its pairs of
/// neighbouring characters stand in one stretch of a paragraph near the place, it is there. Figures, gaps, blanks and
/// punctuation do not count, nor do the values of parameters. At the end of a lead, any sentence that announces the account
/// (现将有关情况汇报如下) is as good as another; so is one short closing phrase. A salutation, a signature, a date and 抄送 are
/// there when the document has any. Of headers and footers only the whole line counts.
///
/// A header and a footer are no part of the text. A .docx shows them on every page, the footer above the page number; plain
/// text and Markdown leave them out and say so. In the change report they come with this stage and leave the text with
/// the output format, with the reason `page-furniture`. Since only a .docx holds them, and no reader takes them from
/// there, they are inserted again when an output is read again.
///
/// With `replace`, superseded phrases that are marked as safe are replaced.
///
/// **What it reports.** `boilerplate.present` (info): the document has the passage. `boilerplate.no-place` (warning): the
/// document lacks the place, for instance because no heading fits; the nearest is named. `boilerplate.expired` and
/// `boilerplate.not-yet-valid` (warning): the date given by `--date` is outside of the validity, and the snippet is not
/// inserted. `boilerplate.validity-unknown` (info): no date was given, so the validity of what was inserted was not judged.
/// `boilerplate.unknown-fact` (info): a condition asks for a fact that the document lacks. `boilerplate.superseded`
/// (warning): a superseded phrase, unless the date is before its `since`; not inside 《》, and not after 原.
///
/// **Options.** `library`: the file or folder. `insert`: names, names with parameters, and tags. A snippet that is named is
/// not inserted by its tag as well. `replace`: whether safe replacements are made.
///
/// **Example.**
///
/// ```yaml
/// - boilerplate:
///     library: library/
///     insert: [opening, { signature: { organ: 某某镇档案室 } }, { tag: 党建 }]
/// ```
public struct BoilerplateStage: Stage {
    /// The name in configuration files.
    public static let name = "boilerplate"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "把文库中的固定段落插入文中缺少它们的地方，列出过时用语",
        en: "Inserts set passages from a library where the document lacks them, and lists superseded phrases."
    )
    /// What the stage may report.
    public static let findings = BoilerplateFinding.descriptions
    /// Examples of what the stage does.
    public static let examples = BoilerplateExamples.all

    /// How often a block is searched again after a replacement, which may make a phrase with what stands beside it.
    private static let rounds = 4

    private let insertions: [SnippetSelection.Insertion]
    private let superseded: [SupersededPhrase]
    private let replacesSuperseded: Bool

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when the library is broken, or lacks what is to be inserted.
    public init(options: BoilerplateOptions) throws(ConfigurationError) {
        let library = options.library.isEmpty ? nil : SnippetLibrary(options.library)
        let selection = SnippetSelection(options.insert, from: library)
        let problems = (library?.problems ?? []) + selection.problems
        if !problems.isEmpty { throw ConfigurationError(problems) }
        insertions = selection.insertions
        superseded = library?.superseded ?? []
        replacesSuperseded = options.replacesSuperseded
    }

    /// Inserts what is absent, and looks for what is out of date.
    public func run(_ document: inout Document, in context: inout StageContext) {
        insert(into: &document, in: &context)
        lookForSuperseded(in: &document, &context)
    }

    private func insert(into document: inout Document, in context: inout StageContext) {
        guard !insertions.isEmpty else { return }
        let facts = DocumentFacts(document)
        /// The blocks inserted so far; passages for one place stand in the order in which they are named.
        var inserted: [BlockID: Place] = [:]
        var unjudged: [String] = []
        for insertion in insertions {
            let snippet = insertion.snippet
            guard holds(snippet, facts, &context), isValid(snippet, &context) else { continue }
            let layout = Layout(document.blocks)
            if let present = Recognition(insertion).block(in: document, layout) {
                // What the library has is no residue, whatever it looked like to the reader.
                if present.kind == .residue,
                    let index = document.blocks.firstIndex(where: { $0.id == present.id })
                {
                    document.blocks[index].kind = snippet.place.kind
                    document.blocks[index].reason = nil
                }
                context.report(BoilerplateFinding.present(snippet, present))
                continue
            }
            var index: Int
            do {
                index = try layout.position(for: snippet)
            } catch {
                context.report(BoilerplateFinding.noPlace(snippet, error))
                continue
            }
            while index < document.blocks.count, inserted[document.blocks[index].id] == snippet.place { index += 1 }
            let blocks = insertion.paragraphs.map { text in
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
            if snippet.validity != nil, context.date == nil { unjudged.append(snippet.name) }
        }
        if !unjudged.isEmpty { context.report(BoilerplateFinding.validityUnknown(unjudged)) }
    }

    /// Whether the document is one for which the snippet is meant.
    private func holds(_ snippet: Snippet, _ facts: DocumentFacts, _ context: inout StageContext) -> Bool {
        for condition in snippet.conditions {
            guard let holds = condition.holds(for: facts) else {
                let known = facts.names
                context.report(BoilerplateFinding.unknownFact(condition, of: snippet, known: known))
                return false
            }
            if !holds { return false }
        }
        return true
    }

    /// Whether the snippet may be used on the date that was given; without a date it may.
    private func isValid(_ snippet: Snippet, _ context: inout StageContext) -> Bool {
        guard let validity = snippet.validity, let date = context.date else { return true }
        switch validity.verdict(on: date) {
        case .valid: return true
        case .expired:
            let until = validity.until ?? ""
            context.report(BoilerplateFinding.expired(snippet, until: until, date: date))
        case .notYet:
            context.report(BoilerplateFinding.notYetValid(snippet, from: validity.from ?? "", date: date))
        }
        return false
    }

    private func lookForSuperseded(in document: inout Document, _ context: inout StageContext) {
        let search = SupersededSearch(superseded, date: context.date)
        guard !search.isEmpty else { return }
        for index in document.blocks.indices {
            let kind = document.blocks[index].kind
            guard kind != .residue, kind != .pageNumber else { continue }
            var text = BlockText(document.blocks[index])
            var matches = search.matches(in: text)
            for _ in 0..<Self.rounds where replacesSuperseded {
                let changes = matches.compactMap { match -> TextChange? in
                    let phrase = superseded[match.phrase]
                    guard phrase.isSafe, let replacement = phrase.replacement else { return nil }
                    return TextChange(match.range, replacement, reason: "superseded")
                }
                guard !changes.isEmpty else { break }
                context.apply(changes, to: &document.blocks[index], text)
                text = BlockText(document.blocks[index])
                matches = search.matches(in: text)
            }
            for match in matches {
                let anchor = text.anchor(match.range, in: document.blocks[index])
                context.report(BoilerplateFinding.superseded(superseded[match.phrase], anchor))
            }
        }
    }
}
