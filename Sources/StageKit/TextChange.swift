/// A change of the text of a block: what stands at `range` of its ``BlockText`` becomes `replacement`.
public struct TextChange: Sendable, Hashable {
    /// The characters that go, as indices of ``BlockText/scalars``; empty for an insertion.
    public var range: Range<Int>
    /// What stands there afterwards.
    public var replacement: String
    /// The stable name of the reason, for the change report.
    public var reason: String

    /// Creates a change.
    public init(_ range: Range<Int>, _ replacement: String, reason: String) {
        self.range = range
        self.replacement = replacement
        self.reason = reason
    }
}
