internal import SummaryModel

/// One rule: it names what is wrong in a text and what should stand there. A rule looks at one text at a time, takes time
/// linear in its length, and finds nothing in what it produced.
protocol PunctuationRule: Sendable {
    /// The stable name, which is also the reason of its changes.
    static var name: String { get }
    /// What is wrong, in one sentence; the Chinese wording has no stop at its end.
    static var summary: LocalizedText { get }
    /// The standard and clause; `nil` for practice.
    static var source: String? { get }
    /// What is done about it unless the configuration says otherwise. Only rules of the level `fix` may be set to it.
    static var level: RuleLevel { get }

    /// What is wrong in a text.
    static func defects(in passage: Passage) -> [Defect]
}

extension PunctuationRule {
    /// Whether the changes of the rule are safe to make.
    static var mayFix: Bool { level == .fix }
}

/// The rules, in the order in which they are described.
enum PunctuationRules {
    static let all: [any PunctuationRule.Type] = [
        HalfWidthMark.self, HalfWidthStop.self, HalfWidthBracket.self, FullWidthCharacter.self, AngleBracket.self,
        Ellipsis.self, Dash.self, Interpunct.self, StraightQuote.self, QuoteDirection.self, Nesting.self,
        CommaBetweenQuotes.self, DoubledMark.self, TooManyMarks.self, UnbalancedPair.self, Connector.self,
        EllipsisWithEtc.self, MarkBeforeConjunction.self, SemicolonAfterStop.self, NestedColon.self,
        ApproximateNumber.self, ParagraphEnd.self,
    ]
}
