/// How the head of an official document is arranged (版头, GB/T 9704-2012, 7.2 and 10). The type of its elements is that of
/// the styles `copy-number`, `classification`, `urgency`, `issuer_head` and `doc_number`.
public struct HeadStyle: Sendable, Hashable {
    /// Where the elements stand to each other.
    public enum Arrangement: String, Sendable, Hashable, CaseIterable {
        /// One below the other, with the mark under the number of the copy, the classification and the urgency (7.2).
        case stacked
        /// The mark at the top of the paper with a rule below it; under the rule the number of the copy, the classification and
        /// the urgency at the left, and the document number beside the first of them at the right (10.1).
        case letter
    }

    /// Where the elements stand to each other.
    public var arrangement: Arrangement
    /// From the upper edge of the text (stacked) or of the paper (letter) to the upper edge of the characters of the mark.
    public var markTop: Length
    /// The rule below the document number (stacked) or below the mark (letter); `nil` for none.
    public var rule: RuleStyle?
    /// The length of the rule of a letter; that of the text when `nil`.
    public var ruleLength: Length?
    /// The distance from the edge of the text at which the document number and those who sign for issue stand when they share
    /// a line (7.2.6).
    public var inset: Measure

    /// Creates a style.
    public init(
        arrangement: Arrangement,
        markTop: Length,
        rule: RuleStyle?,
        ruleLength: Length? = nil,
        inset: Measure
    ) {
        self.arrangement = arrangement
        self.markTop = markTop
        self.rule = rule
        self.ruleLength = ruleLength
        self.inset = inset
    }
}
