internal import CSpawn

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program to be started without a shell, in a process group of its own, so that it ends with everything it started.
package struct ProcessStart: Sendable {
    /// The program: a path, or a name that is looked up in the folders of `PATH`.
    package var program: String
    /// Its arguments.
    package var arguments: [String]
    /// Its environment as `NAME=value`; `nil` for that of this process.
    package var environment: [String]?
    /// The folder in which it works; that of this process may go away meanwhile.
    package var folder: String

    /// Creates the description of a start.
    package init(_ program: String, _ arguments: [String], environment: [String]? = nil, in folder: String) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// Starts the program.
    ///
    /// - Parameter streams: The descriptors that become its standard input, output and error; `nil` for nothing.
    /// - Returns: The process, or the error of the system.
    func spawn(_ streams: [Int32?]) -> (process: pid_t, error: Int32) {
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
        for (number, stream) in streams.enumerated() {
            if let stream {
                posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
            } else {
                let mode = number == STDIN_FILENO ? O_RDONLY : O_WRONLY
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", mode, 0)
            }
        }
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
        let variables = environment.map { $0.map { strdup($0) } + [nil] }
        defer { for text in words + (variables ?? []) { free(text) } }
        var process = pid_t()
        let error =
            if let variables {
                posix_spawnp(&process, program, &actions, &attributes, words, variables)
            } else {
                posix_spawnp(&process, program, &actions, &attributes, words, qinggao_environment())
            }
        return (process, error)
    }
}

/// How a process ended.
package enum ProcessEnd: Equatable, Sendable {
    /// With an exit status.
    case exited(Int32)
    /// By a signal.
    case signalled

    /// Reads what `wait` says; the macros of wait.h: the lower seven bits are the signal.
    init(status: Int32) { self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled }
}
