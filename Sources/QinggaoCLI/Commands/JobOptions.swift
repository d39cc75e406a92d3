internal import ArgumentParser
internal import ParallelWork

/// Options of every command that makes many documents.
struct JobOptions: ParsableArguments {
    @Option(
        help: .text(
            zh: "同时处理几份，默认与处理器核数相同",
            en: "How many are worked on at once; as many as there are cores when not given.",
            valueName: "n"
        )
    )
    var jobs: Int?

    /// The threads that work on them.
    var workers: Workers { jobs.map(Workers.init) ?? .available }

    func validate() throws {
        if let jobs, !(1...Self.limit).contains(jobs) {
            throw ValidationError(
                Wording.text(zh: "--jobs 应为 1 到 \(Self.limit)", en: "--jobs must be a number from 1 to \(Self.limit)")
            )
        }
    }

    private static let limit = 1024
}
