internal import CSpawn

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension CommandLineTool {
    /// Runs the command with the arguments, the environment and the streams of this process, and ends it with the exit
    /// status: the whole main file of a program with stages, readers or formats of its own.
    ///
    /// ```swift
    /// CommandLineTool(stages: try .standard.adding(MyStage.self)).main()
    /// ```
    public func main() -> Never {
        // A reader that closes its end of a pipe is an error to be reported, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        // Where freed memory was as large as this, the allocator keeps such sizes at hand; else it would give the memory of
        // every compressor back and have it cleared again.
        UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 16).deallocate()
        func stream(_ descriptor: Int32) -> Session.Stream {
            Session.Stream(descriptor: descriptor, isTerminal: isatty(descriptor) == 1)
        }
        var environment: [String: String] = [:]
        var entry = qinggao_environment()
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
                environment[String(text[..<sign])] = String(text[text.utf8.index(after: sign)...])
            }
            entry += 1
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
