/// Names of commands that other versions have. As a file name one is more likely a slip than a draft.
enum ReservedName {
    private static let names: Set<String> = ["merge"]

    /// Refuses a command that this version does not have, unless a file of that name exists.
    static func check(_ arguments: [String]) throws {
        guard let first = arguments.first, names.contains(first), !FileAccess.exists(first) else { return }
        throw UsageError(
            zh: "本版本没有 \(first) 命令；可用的命令见 qinggao --help",
            en: "this version has no command '\(first)'; qinggao --help lists what there is"
        )
    }
}
