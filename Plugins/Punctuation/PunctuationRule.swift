internal import StageKit
internal import SummaryModel

/// A rule that names what is wrong in a text and what should stand there. It looks at one text at a time, takes time
/// linear in its length, and finds nothing in what it produced. Only rules of the level `fix` have safe corrections.
protocol PunctuationRule: Rule {
    /// What is wrong in a text.
    static func findings(in passage: Passage) -> [Finding]
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
