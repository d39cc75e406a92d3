/// In what the first page of a document differs from the others (GB/T 9704-2012, 10.1).
public struct FirstPageStyle: Sendable, Hashable {
    /// Whether it has a page number.
    public var hasPageNumber: Bool
    /// A rule at its foot; its distance is that from the lower edge of the paper. `nil` for none.
    public var footRule: RuleStyle?
    /// The length of the rule, which stands in the middle of the paper.
    public var footRuleLength: Length

    /// Creates a style.
    public init(hasPageNumber: Bool, footRule: RuleStyle? = nil, footRuleLength: Length = .zero) {
        self.hasPageNumber = hasPageNumber
        self.footRule = footRule
        self.footRuleLength = footRuleLength
    }
}
