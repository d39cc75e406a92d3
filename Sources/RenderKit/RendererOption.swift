public import SummaryModel

/// One option of an output format: its description, from which checks, messages, the schema and the reference are made.
public struct RendererOption: Sendable, Hashable {
    /// What may stand under it, with the default.
    public enum Kind: Sendable, Hashable {
        /// `true` or `false`.
        case flag(Bool)
        /// A whole number in a range; without one there is none.
        case integer(ClosedRange<Int>)
    }

    /// The key in the configuration: lower-case words with hyphens.
    public var name: String
    /// What may stand under it.
    public var kind: Kind
    /// What the option does, in one sentence; the Chinese wording has no stop at its end.
    public var summary: LocalizedText

    /// Creates an option.
    public init(_ name: String, _ kind: Kind, _ summary: LocalizedText) {
        self.name = name
        self.kind = kind
        self.summary = summary
    }
}

/// The options of one output as they were given, which are those of its format and of their kinds.
public struct RendererOptions: Sendable, Hashable {
    private var flags: [String: Bool] = [:]
    private var integers: [String: Int] = [:]

    /// Creates options of which none is given.
    public init() {}

    /// Whether none is given.
    public var isEmpty: Bool { flags.isEmpty && integers.isEmpty }

    /// The names of those that are given, in alphabetical order.
    public var names: [String] { (Array(flags.keys) + integers.keys).sorted() }

    /// A switch; `nil` when it is not given.
    public subscript(flag name: String) -> Bool? {
        get { flags[name] }
        set { flags[name] = newValue }
    }

    /// A whole number; `nil` when it is not given.
    public subscript(integer name: String) -> Int? {
        get { integers[name] }
        set { integers[name] = newValue }
    }
}
