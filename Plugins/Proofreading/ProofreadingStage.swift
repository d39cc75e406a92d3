public import StageKit
public import SummaryModel

/// Proofreads the text: words, figures, dates, repetitions, style.
///
/// **Requirement.** GB/T 15835-2011 for figures, 《现代汉语词典》 and 《第一批异形词整理表》 (GF 1001-2001) for words, and the
/// practice of official prose. A missed finding is cheaper than a false alarm: a rule reports what is wrong whatever the
/// facts are, and leaves the rest to people. A gap that is still open is never part of a figure.
///
/// **Reports** one identity for each rule, `proofreading.` and the name of the rule; the table below lists them. Each
/// finding has the place, the reason, and where one is known a correction: *safe* when the text is wrong in any context,
/// else a suggestion.
///
/// **What it changes.** With `mode: report` nothing. With `mode: fix` the safe corrections are made; the reason is the
/// name of the rule.
///
/// **Options.** `mode`; `rules`: the level of each rule, `off` included; `words`: a file with words of one's own;
/// `sentence-limit`.
public struct ProofreadingStage: Stage {
    /// The name in configuration files.
    public static let name = "proofreading"
    /// What it changes are defects.
    public static let correctsDraft = true
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "校对：错别字、叠字漏字、数字、日期、重复和文风",
        en: "Proofreads words, figures, dates, repetitions and style."
    )

    /// The rules, in the order in which they look at a text.
    static let rules: [any ProofRule.Type] = [
        ConfusableWord.self, Particle.self, FixedPhrase.self, NearPhrase.self, DuplicatedCharacter.self,
        DuplicatedWord.self,
        RepeatedSentence.self, RepeatedParagraph.self, LongSentence.self, TitlePunctuation.self, MixedHeadingShape.self,
        Period.self, InconsistentQuotes.self, OrganizationName.self, SumOfParts.self, PercentSum.self,
        PercentOver100.self, ImpossibleDate.self, Weekday.self, DateStyle.self, NumberStyle.self, DecreaseByTimes.self,
        UnitOfMeasurement.self, MissingPercent.self,
    ]

    /// What the stage may report.
    public static var findings: [FindingDescription] { rules.map { $0.description(in: name) } }

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "错字、叠字和重复的句子", en: "Wrong words, a doubled character, a repeated sentence"),
            draft: """
                柳河镇文化站2023年工作总结
                一年来，全站上下再接再励，各项工作平稳有序，全年共举办讲座十二场。
                一、主要工作
                四是是加强队伍建设。一年来，全站上下再接再励，各项工作平稳有序，全年共举办讲座十二场。
                """,
            findings: [
                "proofreading.confusable-word", "proofreading.duplicated-character", "proofreading.repeated-sentence",
                "proofreading.confusable-word",
            ]
        ),
        StageExample(
            LocalizedText(zh: "作安全的订正", en: "The safe corrections are made"),
            options: "{ mode: fix }",
            draft: """
                柳河镇文化站2023年工作总结
                一年来，全站上下再接再励，各项工作平稳有序。
                """,
            result: """
                柳河镇文化站2023年工作总结
                一年来，全站上下再接再厉，各项工作平稳有序。
                """
        ),
        StageExample(
            LocalizedText(zh: "补充自己的词表", en: "Words of one's own"),
            options: "{ words: words.yaml, rules: { confusable-word: error } }",
            files: [
                "words.yaml": """
                confusable:
                  - { wrong: 柳合镇, right: 柳河镇, safe: true }
                  - { wrong: 站长, right: 主任, unless: [岗位] }
                """
            ],
            draft: """
                柳河镇文化站2023年工作总结
                一年来，柳合镇文化站站长岗位由专人担任，各项工作平稳有序。
                """,
            findings: ["proofreading.confusable-word"]
        ),
    ]

    private let mode: RuleMode
    private let wanted: PairScan.Wanted
    private let checks: [(rule: any ProofRule, severity: Severity)]

    /// Creates the stage.
    ///
    /// - Throws: ``StageKit/ConfigurationError`` when something is wrong with the words of the configuration.
    public init(options: ProofreadingOptions) throws(ConfigurationError) {
        mode = options.mode
        var extra: ExtraWords?
        if let value = options.words, value.content != .null {
            let words = ExtraWords(value)
            if !words.problems.isEmpty { throw ConfigurationError(words.problems) }
            extra = words
        }
        let words = WordLists(.standard, adding: extra, sentenceLimit: options.sentenceLimit)
        checks = Self.rules.compactMap { type in
            options.rules[type].severity.map { (type.init(words: words), $0) }
        }
        wanted = PairScan.Wanted(
            phrases: checks.flatMap(\.rule.phrases),
            setPhrases: checks.flatMap(\.rule.setPhrases)
        )
    }

    /// Proofreads the document.
    public func run(_ document: inout Document, in context: inout StageContext) {
        var proof = Proof(document, in: context)
        var open = found(in: proof, context)
        if mode == .fix, fix(open, of: proof, in: &document, &context) {
            // The places in the text have moved, and a correction that overlapped another stays open.
            proof = Proof(document, in: context)
            open = found(in: proof, context)
        }
        // The order of the text; what begins at one place stays in the order of the rules.
        let ordered = open.enumerated().sorted {
            let (first, second) = ($0.element.finding, $1.element.finding)
            return (first.block, first.range.lowerBound, $0.offset) < (second.block, second.range.lowerBound, $1.offset)
        }
        for (_, item) in ordered {
            let entry = proof.blocks[item.finding.block]
            context.report(
                item.finding.diagnostic(item.rule, of: Self.name, item.severity, in: entry.block, entry.text)
            )
        }
    }

    private typealias Found = (rule: any ProofRule.Type, severity: Severity, finding: Finding)

    private func found(in proof: Proof, _ context: StageContext) -> [Found] {
        let inDocument = context.map(checks.count) { checks[$0].rule.findings(in: proof) }
        let inSheets = context.map(proof.sheets) { sheet in
            let passages = proof.passages(ofSheet: sheet, for: wanted)
            return checks.map { $0.rule.findings(in: passages) }
        }
        return checks.indices.flatMap { index in
            let check = checks[index]
            return (inSheets.flatMap { $0[index] } + inDocument[index]).map {
                (type(of: check.rule), check.severity, $0)
            }
        }
    }

    /// Makes the safe corrections, and says whether there were any.
    private func fix(
        _ found: [Found],
        of proof: Proof,
        in document: inout Document,
        _ context: inout StageContext
    ) -> Bool {
        var changes: [Int: [TextChange]] = [:]
        for item in found {
            guard let change = item.finding.safeChange(by: item.rule) else { continue }
            changes[item.finding.block, default: []].append(change)
        }
        for (block, changes) in changes {
            let entry = proof.blocks[block]
            context.apply(changes, to: &document.blocks[entry.index], entry.text)
        }
        return !changes.isEmpty
    }
}
