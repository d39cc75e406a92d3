internal import StageKit
internal import SummaryModel

/// The findings of ``BoilerplateStage`` in words.
enum BoilerplateFinding {
    static let descriptions = [
        FindingDescription(
            "boilerplate.present",
            .info,
            LocalizedText(zh: "文中已有这个段落，没有再插入", en: "The draft has the snippet already, so it was not inserted again.")
        ),
        FindingDescription(
            "boilerplate.no-place",
            .warning,
            LocalizedText(zh: "文中没有段落要插入的位置", en: "The draft lacks the place at which a snippet belongs.")
        ),
        FindingDescription(
            "boilerplate.expired",
            .warning,
            LocalizedText(zh: "段落的有效期已过", en: "The validity of a snippet ended before the date that was given.")
        ),
        FindingDescription(
            "boilerplate.not-yet-valid",
            .warning,
            LocalizedText(zh: "段落的有效期还没有开始", en: "The validity of a snippet begins after the date that was given.")
        ),
        FindingDescription(
            "boilerplate.validity-unknown",
            .info,
            LocalizedText(zh: "没有给出日期，有效期无法核对", en: "A snippet has a validity, but no date was given to judge it by.")
        ),
        FindingDescription(
            "boilerplate.unknown-fact",
            .info,
            LocalizedText(zh: "段落的条件所问的信息文中没有", en: "A condition of a snippet asks for a fact that the document lacks.")
        ),
        FindingDescription(
            "boilerplate.superseded",
            .warning,
            LocalizedText(zh: "过时的机构名称或用语", en: "A standing phrase or a name that is used no longer.")
        ),
    ]

    static func present(_ snippet: Snippet, _ block: Block) -> Diagnostic {
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

    static func noPlace(_ snippet: Snippet, _ missing: Layout.MissingPlace) -> Diagnostic {
        let place = snippet.place.rawValue
        let reason = reason(missing)
        return Diagnostic(
            id: "boilerplate.no-place",
            severity: .warning,
            message: LocalizedText(
                zh: "文中没有位置“\(place)”（\(reason.zh)），段落“\(snippet.name)”没有插入，请手工加入或改用其他位置",
                en:
                    "the draft has no place '\(place)' (\(reason.en)), so '\(snippet.name)' was not inserted; add it by hand or use another place"
            )
        )
    }

    private static func reason(_ missing: Layout.MissingPlace) -> LocalizedText {
        switch missing {
        case .noTitle: return LocalizedText(zh: "没有标题", en: "it has no title")
        case .noText: return LocalizedText(zh: "没有文字", en: "it has no text")
        case .noLead: return LocalizedText(zh: "没有引言和标题", en: "it has neither a lead nor headings")
        case .noHeading(let step, let nearest, let known):
            let wanted =
                switch step {
                case .heading(let words): words
                case .ordinal(let ordinal): String(ordinal)
                }
            if let nearest {
                return LocalizedText(
                    zh: "没有标题“\(wanted)”，是不是“\(nearest)”？",
                    en: "no heading '\(wanted)'; did you mean '\(nearest)'?"
                )
            }
            guard !known.isEmpty else { return LocalizedText(zh: "没有层次标题", en: "there are no headings") }
            let shown = known.prefix(shownHeadings)
            return LocalizedText(
                zh: "没有标题“\(wanted)”，有：\(shown.joined(separator: "、"))\(known.count > shown.count ? "等" : "")",
                en:
                    "no heading '\(wanted)'; there are: \(shown.joined(separator: ", "))\(known.count > shown.count ? ", …" : "")"
            )
        }
    }

    /// How many headings a message names.
    private static let shownHeadings = 5

    static func expired(_ snippet: Snippet, until: String, date: String) -> Diagnostic {
        Diagnostic(
            id: "boilerplate.expired",
            severity: .warning,
            message: LocalizedText(
                zh: "段落“\(snippet.name)”的有效期到 \(until) 为止（日期 \(date)），没有插入，请换用现行的段落",
                en:
                    "the snippet '\(snippet.name)' was valid until \(until) (the date is \(date)) and was not inserted; use the present one"
            )
        )
    }

    static func notYetValid(_ snippet: Snippet, from: String, date: String) -> Diagnostic {
        Diagnostic(
            id: "boilerplate.not-yet-valid",
            severity: .warning,
            message: LocalizedText(
                zh: "段落“\(snippet.name)”的有效期从 \(from) 开始（日期 \(date)），没有插入，请换用现行的段落",
                en:
                    "the snippet '\(snippet.name)' is valid from \(from) (the date is \(date)) and was not inserted; use the present one"
            )
        )
    }

    static func validityUnknown(_ names: [String]) -> Diagnostic {
        Diagnostic(
            id: "boilerplate.validity-unknown",
            severity: .info,
            message: LocalizedText(
                zh: "没有给出日期，段落\(names.map { "“\($0)”" }.joined(separator: "、"))的有效期没有核对，请用 --date 给出日期",
                en:
                    "no date was given, so the validity of \(names.map { "'\($0)'" }.joined(separator: ", ")) was not judged; give one with --date"
            )
        )
    }

    static func unknownFact(_ condition: FactCondition, of snippet: Snippet, known: [String]) -> Diagnostic {
        let nearest = NearestName.of(condition.fact, in: known)
        return Diagnostic(
            id: "boilerplate.unknown-fact",
            severity: .info,
            message: LocalizedText(
                zh: "文中没有信息“\(condition.fact)”，段落“\(snippet.name)”没有插入"
                    + (nearest.map { "，是不是“\($0)”？" } ?? "；已知的有：\(known.joined(separator: "、"))"),
                en: "the document has no fact '\(condition.fact)', so '\(snippet.name)' was not inserted; "
                    + (nearest.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))")
            )
        )
    }

    static func superseded(_ phrase: SupersededPhrase, _ anchor: Diagnostic.Anchor) -> Diagnostic {
        let since = phrase.since.map { LocalizedText(zh: "（\($0) 起）", en: " (since \($0))") }
        let note = phrase.note.map { LocalizedText(zh: "；\($0)", en: "; \($0)") }
        let advice =
            phrase.replacement.map { LocalizedText(zh: "请改为“\($0)”", en: "write '\($0)'") }
            ?? LocalizedText(zh: "请核对后改写", en: "look at it and reword it")
        return Diagnostic(
            id: "boilerplate.superseded",
            severity: .warning,
            message: LocalizedText(
                zh: "“\(phrase.text)”已不再使用\(since?.zh ?? "")，\(advice.zh)\(note?.zh ?? "")",
                en: "'\(phrase.text)' is used no longer\(since?.en ?? ""); \(advice.en)\(note?.en ?? "")"
            ),
            anchor: anchor,
            fixes: phrase.replacement.map {
                [FixIt(before: phrase.text, after: $0, applicability: phrase.isSafe ? .safe : .suggested)]
            } ?? []
        )
    }
}
