/// One change of the text, as the change report lists it.
public struct Edit: Sendable, Hashable {
    /// Who made it: a stage, `reading`, or an output format.
    public var stage: String
    /// The UTF-8 offset in the draft: the start of ``before``, or the place after which ``after`` stands.
    public var offset: Int
    /// What stood there.
    public var before: String
    /// What stands there now.
    public var after: String
    /// The stable name of the reason.
    public var reason: String

    /// Creates an edit.
    public init(stage: String, offset: Int, before: String, after: String, reason: String) {
        self.stage = stage
        self.offset = offset
        self.before = before
        self.after = after
        self.reason = reason
    }
}
