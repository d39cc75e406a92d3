#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs once; its output is thrown away or goes to a file.
package struct GroupedProcess {
    /// How it ended.
    package enum End: Equatable {
        case exited(Int32)
        case signalled
        case timedOut
        case interrupted
        case notStarted(String)
    }

    private let start: ProcessStart

    /// How long each look at the process is apart from the next, in microseconds.
    private static let pause: UInt32 = 10_000

    /// Creates the process, which does not run yet.
    package init(_ start: ProcessStart) { self.start = start }

    /// Runs the program and takes its whole group down at the end.
    ///
    /// - Parameters:
    ///   - limit: The longest time that it may take.
    ///   - input: The descriptor that becomes its standard input; `nil` for nothing.
    ///   - output: The descriptor that becomes its standard output; `nil` for nothing.
    ///   - isInterrupted: Whether it is to stop at once.
    package func run(
        within limit: Duration,
        input: Int32? = nil,
        output: Int32? = nil,
        isInterrupted: () -> Bool
    ) -> End {
        let (process, error) = start.spawn([input, output, nil])
        guard error == 0 else { return .notStarted(String(cString: strerror(error))) }
        // What the program has started lives on in its group.
        defer { kill(-process, SIGKILL) }
        let deadline = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process {
                switch ProcessEnd(status: status) {
                case .exited(let code): return .exited(code)
                case .signalled: return .signalled
                }
            }
            if ended < 0, errno != EINTR { return .signalled }
            let isTooLate = ContinuousClock.now >= deadline
            if isTooLate || isInterrupted() {
                kill(-process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return isTooLate ? .timedOut : .interrupted
            }
            usleep(Self.pause)
        }
    }
}
