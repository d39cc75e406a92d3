internal import ChildProcess
internal import Configuration
internal import ReadKit

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

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
        var template = Array("\(context.temporaryFolder)/qinggao-fonts-XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        template.withUnsafeBufferPointer { if let path = $0.baseAddress { _ = unlink(path) } }
        let start = ProcessStart(program, arguments, environment: environment, in: "/")
        let end = GroupedProcess(start).run(within: Self.patience, output: descriptor) { false }
        guard end == .exited(0), lseek(descriptor, 0, SEEK_SET) == 0,
            let bytes = try? FileContents.read(descriptor: descriptor)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
