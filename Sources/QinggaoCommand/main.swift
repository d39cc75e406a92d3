internal import Qinggao
internal import QinggaoCLI
internal import ReadKit
internal import RenderKit
internal import StageKit

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

// A reader that closes its end of a pipe is an error to be reported, not a signal to die of.
signal(SIGPIPE, SIG_IGN)

/// One of the standard streams.
func stream(_ descriptor: Int32) -> Session.Stream {
    Session.Stream(descriptor: descriptor, isTerminal: isatty(descriptor) == 1)
}

var environment: [String: String] = [:]
for name in ["LC_ALL", "LC_MESSAGES", "LANG", "PATH", "TMPDIR"] {
    if let value = getenv(name) { environment[name] = String(cString: value) }
}
let tool = CommandLineTool(readers: .standard, stages: .standard, renderers: .standard)
exit(
    tool.run(
        Array(CommandLine.arguments.dropFirst()),
        environment: environment,
        output: stream(STDOUT_FILENO),
        errors: stream(STDERR_FILENO),
        input: stream(STDIN_FILENO)
    )
)
