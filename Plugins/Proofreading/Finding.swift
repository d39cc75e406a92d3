internal import SummaryModel

/// What a rule found: a place, what is wrong there, and what would be right.
struct Finding {
    /// The place of the block in ``Proof/blocks``.
    var block: Int
    /// The characters, as indices of the text of the block.
    var range: Range<Int>
    /// What was found and what to do.
    var message: LocalizedText
    /// What should stand at ``range``; `nil` when only a person can tell.
    var replacement: String?
    /// The standard, dictionary or list that this finding rests on, when it is not that of the rule.
    var source: String?
    /// Whether the replacement may be made without asking.
    var isSafe = false

    /// Creates a finding.
    init(
        _ block: Int,
        _ range: Range<Int>,
        _ message: LocalizedText,
        replacement: String? = nil,
        isSafe: Bool = false,
        source: String? = nil
    ) {
        self.block = block
        self.range = range
        self.message = message
        self.replacement = replacement
        self.isSafe = isSafe
        self.source = source
    }
}
