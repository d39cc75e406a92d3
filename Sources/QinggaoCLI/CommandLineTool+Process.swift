#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension CommandLineTool {
    /// The environment variables that are looked at.
    private static let variables = ["LC_ALL", "LC_MESSAGES", "LANG", "PATH", "TMPDIR"]

    /// Runs the command with the arguments, the environment and the streams of the process, and ends it with the exit
    /// status. A program that adds stages of its own to the catalogs needs nothing else.
    public func main() -> Never {
        // A reader that closes its end of a pipe is an error to be reported, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        var environment: [String: String] = [:]
        for name in Self.variables {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        func stream(_ descriptor: Int32) -> Session.Stream {
            Session.Stream(descriptor: descriptor, isTerminal: isatty(descriptor) == 1)
        }
        exit(
            run(
                Array(CommandLine.arguments.dropFirst()),
                environment: environment,
                output: stream(STDOUT_FILENO),
                errors: stream(STDERR_FILENO),
                input: stream(STDIN_FILENO)
            )
        )
    }
}
