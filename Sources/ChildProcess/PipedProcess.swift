internal import CSpawn

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs beside this one and answers each line that it is sent with one line.
///
/// The value names a process of the system: who holds it ends it.
package struct PipedProcess: Sendable {
    /// Why there is no answer.
    package enum Failure: Error, Equatable {
        /// The program could not be started, for this reason.
        case notStarted(String)
        /// It ended instead of answering.
        case ended(ProcessEnd)
        /// It closed its output and went on.
        case silent
        /// It took longer than it may.
        case timedOut
        /// Its answer is longer than it may be.
        case tooLong
        /// A signal asked this process to end.
        case interrupted
        /// The system could not read or write, for this reason.
        case system(String)
    }

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    /// What was read of the output and is no part of an answer yet.
    private var pending: [UInt8] = []
    private var notes: [UInt8] = []
    /// The end of what was read of the standard error.
    private var lastErrors: [UInt8] = []
    private var hasErrors = true
    /// How the process ended, once that is known: the system says it once.
    private var knownEnd: ProcessEnd?

    /// How long each look at the pipes lasts at most, in milliseconds, so that a signal to another thread is seen too.
    private static let patience: Int32 = 100
    /// How much of the standard error is kept, in bytes.
    private static let noteLimit = 64 * 1024
    /// How much of the end of the standard error is kept besides, in bytes.
    private static let lastErrorLimit = 4096
    /// How many bytes are read at once: as many as a pipe holds (Linux).
    private static let chunk = 64 * 1024

    /// Starts a program.
    package init(_ start: ProcessStart) throws(Failure) {
        var pipes: [Pipe] = []
        defer { for pipe in pipes { close(pipe.theirs) } }
        for isInput in [true, false, false] {
            guard let pipe = Pipe(isInput: isInput) else {
                let reason = String(cString: strerror(errno))
                for pipe in pipes { close(pipe.ours) }
                throw .notStarted(reason)
            }
            pipes.append(pipe)
        }
        Self.ignoreBrokenPipes()
        let (process, error) = start.spawn(pipes.map(\.theirs))
        guard error == 0 else {
            for pipe in pipes { close(pipe.ours) }
            throw .notStarted(String(cString: strerror(error)))
        }
        self.process = process
        (input, output, errors) = (pipes[0].ours, pipes[1].ours, pipes[2].ours)
        for end in [input, output, errors] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    }

    /// How the process ended; `nil` while it runs.
    private mutating func end() -> ProcessEnd? {
        var status: Int32 = 0
        if knownEnd == nil, waitpid(process, &status, WNOHANG) == process { knownEnd = ProcessEnd(status: status) }
        return knownEnd
    }

    /// Sends a line and waits for the line that answers it.
    ///
    /// - Parameters:
    ///   - line: The line, without its end.
    ///   - time: The longest time that the answer may take.
    ///   - size: The longest answer, in bytes.
    /// - Throws: ``Failure``; the process is gone then.
    package mutating func exchange(_ line: [UInt8], within time: Duration, size: Int) throws(Failure) -> [UInt8] {
        let interruption = Interruption()
        defer { interruption.end() }
        let deadline = ContinuousClock.now + time
        let message = line + [UInt8(ascii: "\n")]
        var sent = 0
        /// Where the search for the end of the line goes on.
        var searched = 0
        while true {
            if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let answer = Array(pending[..<end])
                pending.removeSubrange(...end)
                guard answer.count <= size else { throw stopped(.tooLong) }
                drainErrors()
                return answer
            }
            searched = pending.count
            if pending.count > size { throw stopped(.tooLong) }
            if Interruption.isRequested { throw stopped(.interrupted) }
            let left = deadline - ContinuousClock.now
            if left <= .zero { throw stopped(.timedOut) }
            var streams = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            streams.append(pollfd(fd: hasErrors ? errors : -1, events: Int16(POLLIN), revents: 0))
            streams.append(pollfd(fd: sent < message.count ? input : -1, events: Int16(POLLOUT), revents: 0))
            let wait = min(Double(Self.patience), (left / .milliseconds(1)).rounded(.up))
            guard poll(&streams, nfds_t(streams.count), Int32(wait)) >= 0 || errno == EINTR else {
                throw stopped(.system(String(cString: strerror(errno))))
            }
            if streams[2].revents != 0 { sent += send(message, from: sent) }
            if streams[1].revents != 0 { drainErrors() }
            if streams[0].revents != 0 {
                if !drain() { throw over() }
            } else if let end = end() {
                // What it started may hold its output open; what it wrote itself is there.
                drain()
                if !pending[searched...].contains(UInt8(ascii: "\n")) { throw gone(end) }
            }
        }
    }

    /// What the program wrote to its standard error since the last call, and whether some of it was left out.
    package mutating func takeNotes() -> (text: [UInt8], isCut: Bool) {
        defer { notes = [] }
        return notes.count > Self.noteLimit ? (Array(notes.prefix(Self.noteLimit)), true) : (notes, false)
    }

    /// The last lines that the program wrote to its standard error, in order, without empty ones.
    package var lastErrorLines: [[UInt8]] {
        lastErrors.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map(Array.init)
    }

    /// Closes the input, at which a program ends; one that does not is taken down with everything it started.
    ///
    /// - Parameter patience: How long it may take to end.
    /// - Returns: How it ended; `nil` when it was taken down.
    @discardableResult
    package mutating func end(within patience: Duration) -> ProcessEnd? {
        close(input)
        let deadline = ContinuousClock.now + patience
        var ended = end()
        var rest = [UInt8](repeating: 0, count: Self.chunk)
        while ended == nil, ContinuousClock.now < deadline {
            // What it still writes must not keep it from ending.
            let isWriting = read(output, &rest, rest.count) > 0
            drainErrors()
            if !isWriting { usleep(1000) }
            ended = end()
        }
        drainErrors()
        kill(-process, SIGKILL)
        if ended == nil { reap() }
        close(output)
        close(errors)
        return ended
    }

    // MARK: - Streams

    /// Reads a chunk at most, so that a flood does not keep this from looking at anything else. A chunk is what a pipe
    /// holds: all that was written before an answer.
    ///
    /// - Returns: What was there; `nil` when nothing will come any more, or when reading failed.
    private static func chunk(of stream: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: chunk)
        var count = 0
        repeat { count = read(stream, &buffer, buffer.count) } while count < 0 && errno == EINTR
        guard count != 0 else { return nil }
        return count > 0 ? Array(buffer[..<count]) : errno == EAGAIN ? [] : nil
    }

    /// Takes what is there of the output.
    ///
    /// - Returns: Whether more may come.
    @discardableResult
    private mutating func drain() -> Bool {
        guard let bytes = Self.chunk(of: output) else { return false }
        pending += bytes
        return true
    }

    /// Takes what is there of the standard error.
    private mutating func drainErrors() {
        guard hasErrors else { return }
        guard let bytes = Self.chunk(of: errors) else {
            hasErrors = false
            return
        }
        if notes.count <= Self.noteLimit { notes += bytes }
        lastErrors = Array((lastErrors + bytes).suffix(Self.lastErrorLimit))
    }

    /// Writes what the pipe takes. What it does not take because nobody reads is found out by reading.
    private func send(_ message: [UInt8], from start: Int) -> Int {
        message.withUnsafeBytes { bytes in
            let count = write(input, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            return count > 0 ? count : count < 0 && errno == EPIPE ? bytes.count - start : 0
        }
    }

    /// What happened to a program that will not say any more.
    private mutating func over() -> Failure {
        // Between the end of the output and that of the process is a moment.
        let deadline = ContinuousClock.now + .seconds(1)
        while ContinuousClock.now < deadline {
            if let end = end() { return gone(end) }
            usleep(1000)
        }
        return stopped(.silent)
    }

    /// Cleans up after a process that ended by itself.
    private mutating func gone(_ end: ProcessEnd) -> Failure {
        drainErrors()
        kill(-process, SIGKILL)
        closeAll()
        return .ended(end)
    }

    /// Takes the process down.
    private mutating func stopped(_ failure: Failure) -> Failure {
        drainErrors()
        kill(-process, SIGKILL)
        if knownEnd == nil { reap() }
        closeAll()
        return failure
    }

    private func reap() {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    private func closeAll() { for end in [input, output, errors] { close(end) } }

    // MARK: - Pipes

    /// A pipe with an end for each side, which no other program that is started gets.
    private struct Pipe {
        let theirs: Int32
        let ours: Int32

        /// - Parameter isInput: Whether the other side reads.
        init?(isInput: Bool) {
            var ends: [Int32] = [-1, -1]
            #if canImport(Darwin)
                guard pipe(&ends) == 0 else { return nil }
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            #else
                guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
            #endif
            (theirs, ours) = isInput ? (ends[0], ends[1]) : (ends[1], ends[0])
        }
    }

    /// A program that goes away is an error to be reported, not a signal to die of. Another answer than the usual one is
    /// somebody's choice and stays.
    private static func ignoreBrokenPipes() {
        var action = sigaction()
        sigaction(SIGPIPE, nil, &action)
        #if canImport(Darwin)
            let handler = action.__sigaction_u.__sa_handler
        #else
            let handler = action.__sigaction_handler.sa_handler
        #endif
        if unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self) { signal(SIGPIPE, SIG_IGN) }
    }
}
