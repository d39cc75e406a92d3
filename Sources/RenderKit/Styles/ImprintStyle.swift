/// How the imprint at the end of an official document looks (版记, GB/T 9704-2012, 7.4): who gets copies, who printed and
/// issued it. Its type is that of the styles of the kinds `cc` and `imprint`.
public struct ImprintStyle: Sendable, Hashable {
    /// The thickness of the first and the last rule; zero draws none.
    public var outerRule: Length
    /// The thickness of the rules between; zero draws none.
    public var innerRule: Length
    /// Whether the last rule stands on the lower edge of the text of the last page, rather than where the text ends.
    public var isAtFoot: Bool

    /// Creates a style.
    public init(outerRule: Length, innerRule: Length, isAtFoot: Bool) {
        self.outerRule = outerRule
        self.innerRule = innerRule
        self.isAtFoot = isAtFoot
    }
}
