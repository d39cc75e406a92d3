/// A part of the rows of a merge, so that several machines can share it: of `count` parts the one at `index`.
///
/// A row belongs to a part by its number in the source alone, so every machine that reads the same rows divides them alike.
public struct Shard: Sendable, Hashable {
    /// The number of the part, from 0.
    public let index: Int
    /// How many parts there are, 1 or more.
    public let count: Int

    /// All rows.
    public static let whole = Shard(index: 0, count: 1)

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Reads `3/16`: the third of sixteen parts. For `job/16` the environment tells which: `JOB_COMPLETION_INDEX` of a
    /// Kubernetes Indexed Job, which counts from 0, or `SLURM_ARRAY_TASK_ID` from `SLURM_ARRAY_TASK_MIN` on.
    ///
    /// - Returns: `nil` when the text is none of these, the part is not one of them, or the environment does not say.
    public init?(_ text: String, environment: [String: String]) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[1]), (1...Self.limit).contains(count) else { return nil }
        let index: Int?
        if parts[0] == "job" {
            if let completion = environment["JOB_COMPLETION_INDEX"] {
                index = Int(completion)
            } else {
                let first = Int(environment["SLURM_ARRAY_TASK_MIN"] ?? "0")
                index = environment["SLURM_ARRAY_TASK_ID"].flatMap(Int.init).flatMap { id in first.map { id - $0 } }
            }
        } else {
            index = Int(parts[0]).map { $0 - 1 }
        }
        guard let index, (0..<count).contains(index) else { return nil }
        self.init(index: index, count: count)
    }

    private static let limit = 1_000_000

    /// Whether the row of this number, from 0, belongs to the part.
    public func contains(_ row: Int) -> Bool { row % count == index }
}
