internal import ChildProcess
internal import ReadKit
internal import SummaryModel

/// The programs of fontconfig.
struct Fontconfig: Sendable {
    private let list: String
    private let matcher: String?
    private let environment: [String]
    private let context: ReaderContext

    init?(_ environment: [String: String], _ context: ReaderContext) {
        guard context.allowsExternalPrograms else { return nil }
        let folders = context.programFolders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
        func find(_ name: String) -> String? {
            InstalledProgram.first(of: folders.map { "\($0)/\(name)" })
        }
        guard let list = find("fc-list") else { return nil }
        self.list = list
        matcher = find("fc-match")
        let known = [
            "HOME", "PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
        ]
        self.environment = known.compactMap { name in environment[name].map { "\(name)=\($0)" } } + ["LC_ALL=C.UTF-8"]
        self.context = context
    }

    /// The names of all families.
    func families() -> [String]? {
        guard let text = output(list, ["-f", "%{family}\n"]) else { return nil }
        return text.split(whereSeparator: { $0 == "\n" || $0 == "," }).map { $0.filter { $0 != "\\" } }
    }

    /// The font that programs take for one that is missing.
    func match(_ name: String, isChinese: Bool) -> String? {
        guard let matcher else { return nil }
        // A pattern is divided by these signs.
        let pattern = name.filter { !":,-\\".contains($0) || $0 == " " }
        let text = output(matcher, ["-f", "%{family[0]}\n", pattern + (isChinese ? ":lang=zh-cn" : "")])
        return text?.split(separator: "\n").first.map(String.init)
    }

    /// How long a program may take; one that takes longer is as good as none.
    private static let patience = Duration.seconds(20)

    /// What a program prints; `nil` when it cannot be had.
    private func output(_ program: String, _ arguments: [String]) -> String? {
        let start = ProcessStart(program, arguments, environment: environment, in: "/")
        let bytes = GroupedProcess(start).output(
            within: Self.patience,
            size: context.limits.inputBytes,
            by: context.temporaryFolder
        )
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
