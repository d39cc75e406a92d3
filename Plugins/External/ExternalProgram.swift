internal import ChildProcess
internal import StageKit
internal import SummaryModel
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The program of an external stage: started when the first document comes, kept for the next, ended with the stage.
///
/// Each document has a process to itself while it is worked on; documents that are worked on at the same time have
/// several.
final class ExternalProgram: Sendable {
    /// A process that has said hello.
    private struct Session {
        var process: PipedProcess
        var mayChange: Bool
        var count = 0
    }

    /// How long a process may take to end when its input is closed.
    private static let patience = Duration.seconds(2)
    /// The longest line of standard error that becomes a note, and the most lines.
    private static let longestNote = 500
    private static let mostNotes = 50

    private let start: ProcessStart
    private let timeout: Int
    private let idle = Mutex<[Session]>([])

    init(_ start: ProcessStart, timeout: Int) {
        self.start = start
        self.timeout = timeout
    }

    deinit {
        for var session in idle.withLock({ $0 }) { session.process.end(within: .zero) }
    }

    /// Ends the processes that wait.
    ///
    /// - Throws: ``StageError`` when one ends with a status that says it failed, or does not end.
    func finish() throws(StageError) {
        var failure: StageError?
        while var session = idle.withLock({ $0.popLast() }) {
            let end = session.process.end(within: Self.patience)
            guard end != .exited(0), failure == nil else { continue }
            let note = Self.line(of: session.process.lastError)
            failure = StageError(end.map { Wording.endedAfterwards(command, $0, note) } ?? Wording.staying(command))
        }
        if let failure { throw failure }
    }

    /// Has a document worked on.
    ///
    /// - Returns: The answer, and what the program wrote to its standard error.
    func answer(_ work: Request.Work) throws -> (Reply.Result, notes: [String]) {
        while true {
            var session = try idle.withLock { $0.popLast() } ?? begin()
            guard let reply = try ask(work, &session) else { continue }
            let notes = Self.notes(&session.process)
            do {
                try check(reply, of: session)
            } catch {
                session.process.end(within: .zero)
                throw error
            }
            let kept = session
            idle.withLock { $0.append(kept) }
            return (reply, notes)
        }
    }

    /// Starts a process and exchanges the first line with it.
    private func begin() throws -> Session {
        var process: PipedProcess
        do {
            process = try PipedProcess(start)
        } catch {
            throw failure(error, note: "")
        }
        let hello: Reply.Hello
        do {
            hello = try exchange(Self.line(Request.Hello()), with: &process)
        } catch let error as PipedProcess.Failure {
            throw failure(error, note: Self.line(of: process.lastError))
        }
        guard hello.message == "hello", hello.protocol == Request.protocolName else {
            process.end(within: .zero)
            throw StageError(Wording.otherProtocol(command, hello.protocol))
        }
        return Session(process: process, mayChange: hello.capabilities?.contains("changes") ?? false)
    }

    /// Sends a document and takes the answer.
    ///
    /// - Returns: `nil` when the process ended well after an earlier answer: it has done its work.
    private func ask(_ work: Request.Work, _ session: inout Session) throws -> Reply.Result? {
        session.count += 1
        let line: [UInt8]
        do {
            line = try Self.line(Request.Numbered(work, id: session.count))
        } catch {
            session.process.end(within: .zero)
            throw StageError(Wording.unwritable(command))
        }
        do {
            return try exchange(line, with: &session.process)
        } catch PipedProcess.Failure.ended(.exited(0)) where session.count > 1 {
            return nil
        } catch let error as PipedProcess.Failure {
            throw failure(error, note: Self.line(of: session.process.lastError))
        }
    }

    private func check(_ reply: Reply.Result, of session: Session) throws(StageError) {
        switch reply.message {
        case "result": break
        case "error":
            let unknown = LocalizedText(zh: "没有说明原因", en: "it gave no reason")
            throw StageError(Wording.refused(command, reply.text?.text ?? unknown))
        default: throw StageError(Wording.otherMessage(command, reply.message))
        }
        guard reply.id == session.count else { throw StageError(Wording.otherNumber(command, reply.id, session.count)) }
        if reply.document != nil, !session.mayChange { throw StageError(Wording.mayNotChange(command)) }
    }

    // MARK: - Lines

    private static func line(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// - Throws: `PipedProcess.Failure` when there is no answer, `StageError` when it cannot be understood.
    private func exchange<Answer: Decodable>(_ line: [UInt8], with process: inout PipedProcess) throws -> Answer {
        let answer = try process.exchange(
            line,
            within: .seconds(timeout),
            size: Limits.standard.externalReplyBytes
        )
        do {
            guard String(validating: answer, as: UTF8.self) != nil else { throw StageError(Wording.notText(command)) }
            return try JSONDecoder().decode(Answer.self, from: Data(answer))
        } catch {
            process.end(within: .zero)
            if let error = error as? StageError { throw error }
            throw StageError(Wording.broken(command, error, answer))
        }
    }

    /// A line of standard error as a text, not longer than people read.
    private static func line(of bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let kept = String(String.UnicodeScalarView(text.prefix(longestNote)))
        return text.count > longestNote ? kept + "…" : kept
    }

    /// What the program wrote to its standard error, line by line.
    private static func notes(_ process: inout PipedProcess) -> [String] {
        let (bytes, isCut) = process.takeNotes()
        var lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { line(of: Array($0)) }
        if lines.count > mostNotes || isCut { lines = lines.prefix(mostNotes) + ["…"] }
        return lines
    }

    // MARK: - Failures

    /// The command as a person would write it.
    private var command: String { ([start.program] + start.arguments).joined(separator: " ") }

    private func failure(_ failure: PipedProcess.Failure, note: String) -> StageError {
        let message =
            switch failure {
            case .notStarted(let reason): Wording.notStarted(command, reason)
            case .ended(let end): Wording.ended(command, end, note)
            case .silent: Wording.silent(command)
            case .timedOut: Wording.timedOut(command, timeout)
            case .tooLong: Wording.tooLong(command, Limits.standard.externalReplyBytes)
            case .interrupted: Wording.interrupted(command)
            case .system(let reason): Wording.system(command, reason)
            }
        return StageError(message)
    }
}
