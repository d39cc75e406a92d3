internal import SummaryModel

/// One place where a rule finds the text wrong.
struct Defect: Sendable {
    /// The characters, as indices of the row of the block; never empty.
    var range: Range<Int>
    /// What should stand there; `nil` when a person has to decide.
    var replacement: String?
    /// Whether the replacement cannot change the meaning.
    var isCertain = true
    /// What was found and what to do.
    var message: LocalizedText
}
