public import SummaryModel

/// What a rule found: a place, what is wrong there, and what would be right.
public struct Finding: Sendable, Hashable {
    /// The place of the block among those that the rule looked at; 0 when that was one.
    public var block: Int
    /// The characters, as indices of ``BlockText/scalars``.
    public var range: Range<Int>
    /// What was found and what to do.
    public var message: LocalizedText
    /// What should stand at ``range``; `nil` when only a person can tell.
    public var replacement: String?
    /// Whether the replacement may be made without asking: the text is wrong in any context.
    public var isSafe: Bool
    /// The standard, dictionary or list that this finding rests on, when it is not that of the rule.
    public var source: String?

    /// Creates a finding.
    public init(
        block: Int = 0,
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

    /// The change that puts the text right; `nil` when a person has to decide.
    ///
    /// - Parameter rule: The rule, which is the reason of the change.
    public func safeChange(by rule: any Rule.Type) -> TextChange? {
        guard isSafe, let replacement else { return nil }
        return TextChange(range, replacement, reason: rule.name)
    }

    /// The finding as it is reported.
    ///
    /// - Parameters:
    ///   - rule: The rule that found it.
    ///   - stage: The name of the stage.
    ///   - severity: How much it matters.
    ///   - block: The block.
    ///   - text: The row of the block.
    public func diagnostic(
        _ rule: any Rule.Type,
        of stage: String,
        _ severity: Severity,
        in block: Block,
        _ text: BlockText
    ) -> Diagnostic {
        let fix = replacement.map {
            FixIt(before: text.string(range), after: $0, applicability: isSafe ? .safe : .suggested)
        }
        return Diagnostic(
            id: "\(stage).\(rule.name)",
            severity: severity,
            message: message,
            anchor: text.anchor(range, in: block),
            source: source ?? rule.source,
            fixes: fix.map { [$0] } ?? []
        )
    }
}
