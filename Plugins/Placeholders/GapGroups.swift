internal import SummaryModel

/// Finds the gaps that must agree: those of one name, `X市X局`, wherever it stands.
///
/// Two gaps belong together when their signs are the same, the words that end the name are the same, and so is the name
/// that goes before without a break. A name that a list repeats (X县、X县) is more than one, and its gaps stay apart
/// everywhere; so do townships, villages and roads, unless the title has the name. Figures never belong together.
struct GapGroups {
    private struct Member {
        /// The place of the gap among all gaps.
        var index: Int
        /// The name in full, signs included.
        var name: String
        /// Whether only a title makes the name that of one place.
        var isMinor: Bool
    }

    /// How many names may make one: X省X市X县X局.
    private static let depth = 4

    private var members: [Member] = []
    /// Names that a list has twice.
    private var repeated: Set<String> = []
    private var inTitle: Set<String> = []
    /// The names that ended last in this text, each longer than the one before, and where they end.
    private var last: (names: [String], end: Int)?

    /// Notes the gap at `range`.
    ///
    /// - Parameter index: Its place among all gaps.
    /// - Returns: The words after it by which the name ends; `nil` when it is no part of a name.
    mutating func note(
        _ gap: Placeholder,
        at range: Range<Int>,
        in text: [Unicode.Scalar],
        isTitle: Bool,
        index: Int
    ) -> String? {
        // What may name something: a run of signs, not a name or a prompt.
        guard let first = gap.sign.unicodeScalars.first, !"{【［[（(".unicodeScalars.contains(first),
            let entity = EntityName(gap.kind, after: text[range.upperBound..<min(text.count, range.upperBound + 16)])
        else {
            last = nil
            return nil
        }
        let tail = entity.tail.string
        let own = gap.sign + tail
        let end = range.upperBound + entity.tail.count
        // The name that ends where this gap begins goes before it.
        let before = last.map { $0.end == range.lowerBound && $0.names.count < Self.depth ? $0.names : [] } ?? []
        let name = (before.last ?? "") + own
        last = (before + [name], end)
        if end < text.count, "、和与及至到".unicodeScalars.contains(text[end]), text[(end + 1)...].starts(with: name) {
            repeated.formUnion(before + [name])
        }
        if isTitle { inTitle.insert(name) }
        members.append(Member(index: index, name: name, isMinor: entity.isMinorPlace))
        return tail
    }

    /// Begins another text.
    mutating func endText() { last = nil }

    /// For every gap that is part of a name, the first gap of the same name.
    func leaders() -> [Int: Int] {
        var first: [String: Int] = [:]
        var leaders: [Int: Int] = [:]
        for member in members
        where !repeated.contains(member.name) && (!member.isMinor || inTitle.contains(member.name)) {
            let leader = first[member.name, default: member.index]
            first[member.name] = leader
            leaders[member.index] = leader
        }
        return leaders
    }
}
