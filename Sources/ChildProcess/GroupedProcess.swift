internal import CSpawn

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs without a shell, in a process group of its own, so that it ends with everything it started.
struct GroupedProcess {
    /// How it ended.
    enum End: Equatable {
        case exited(Int32)
        case signalled
        case timedOut
        case interrupted
        case notStarted(String)
    }

    private let program: String
    private let arguments: [String]
    private let environment: [String]
    private let folder: String

    /// How long each look at the process is apart from the next, in microseconds.
    private static let pause: UInt32 = 10_000

    /// - Parameter folder: The folder in which it works; that of this process may go away meanwhile.
    init(_ program: String, _ arguments: [String], environment: [String], in folder: String) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// Runs the program, without input and with its output thrown away, and takes its whole group down at the end.
    ///
    /// - Parameters:
    ///   - limit: The longest time that it may take.
    ///   - isInterrupted: Whether it is to stop at once.
    func run(within limit: Duration, isInterrupted: () -> Bool) -> End {
        var process = pid_t()
        let code = spawn(&process)
        guard code == 0 else { return .notStarted(String(cString: strerror(code))) }
        // What the program has started lives on in its group.
        defer { kill(-process, SIGKILL) }
        let deadline = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process {
                // The macros of wait.h: the lower seven bits are the signal.
                return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled
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

    private func spawn(_ process: inout pid_t) -> Int32 {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        // The program gets the usual answer to every signal, whatever this process has set for itself.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        )
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        return posix_spawn(&process, program, &actions, &attributes, words, variables)
    }
}
