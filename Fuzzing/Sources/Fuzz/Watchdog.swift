import Foundation
import Synchronization

/// Starts workers one after the other, notices how each ends, and keeps the files of runs that found something.
final class Watchdog: Sendable {
    /// What the worker said last.
    private struct State {
        var run: Int
        var said = Date()
        var findings: [(run: Int, what: String)] = []
        var rest = ""
    }

    /// A run that takes longer than this hangs, in seconds.
    private static let patience = 5.0
    /// What is found this often under one name is not kept any more.
    private static let kept = 3

    private let mutator: Mutator
    private let arguments: [String]
    private let corpus: URL
    private let seed: UInt64
    private let state = Mutex(State(run: 0))

    /// - Parameter arguments: What a worker is started with, before the number of its first run.
    init(_ mutator: Mutator, arguments: [String], corpus: URL, seed: UInt64) {
        self.mutator = mutator
        self.arguments = arguments
        self.corpus = corpus
        self.seed = seed
    }

    /// Runs for a time; whether nothing was found.
    func run(minutes: Double) throws -> Bool {
        let start = Date()
        var next = 0
        var counts: [String: Int] = [:]
        var reported = start
        while Date().timeIntervalSince(start) < minutes * 60 {
            let (process, pipe) = try startWorker(from: next)
            var end = ""
            while end.isEmpty {
                Thread.sleep(forTimeInterval: 0.1)
                let silence = state.withLock { Date().timeIntervalSince($0.said) }
                if Date().timeIntervalSince(start) >= minutes * 60 {
                    end = "time"
                } else if !process.isRunning {
                    end = "crash: status \(process.terminationStatus)"
                } else if silence > Self.patience {
                    end = "hang: longer than \(Int(Self.patience)) s"
                }
                if Date().timeIntervalSince(reported) > 30 {
                    reported = Date()
                    report(since: start, counts)
                }
                for (run, what) in state.withLock({ take(&$0.findings) }) { try keep(run, what, &counts) }
            }
            pipe.fileHandleForReading.readabilityHandler = nil
            // A worker that hangs heeds nothing milder.
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            let last = state.withLock { $0.run }
            if end != "time" { try keep(last, end, &counts) }
            next = last + 1
        }
        report(since: start, counts)
        return counts.isEmpty
    }

    private func startWorker(from run: Int) throws -> (Process, Pipe) {
        state.withLock { $0 = State(run: run) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = arguments + [String(run)]
        process.standardOutput = pipe
        pipe.fileHandleForReading.readabilityHandler = { [self] handle in
            let text = String(decoding: handle.availableData, as: UTF8.self)
            state.withLock { state in
                state.rest += text
                while let end = state.rest.firstIndex(of: "\n") {
                    let words = state.rest[..<end].split(separator: " ", maxSplits: 2)
                    state.rest = String(state.rest[state.rest.index(after: end)...])
                    guard words.count > 1, let number = Int(words[1]) else { continue }
                    state.run = number
                    state.said = Date()
                    if words[0] == "wrong" { state.findings.append((number, String(words.last ?? ""))) }
                }
            }
        }
        try process.run()
        return (process, pipe)
    }

    private func take(_ findings: inout [(run: Int, what: String)]) -> [(run: Int, what: String)] {
        defer { findings = [] }
        return findings
    }

    /// Writes the file of a run into the corpus and says so.
    private func keep(_ run: Int, _ what: String, _ counts: inout [String: Int]) throws {
        let file = mutator.file(run)
        let name = file.format + ": " + String(what.map { $0.isNumber ? "n" : $0 }.prefix(60))
        counts[name, default: 0] += 1
        guard counts[name, default: 0] <= Self.kept else { return }
        let folder = corpus.appending(path: file.format)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "found-\(seed)-\(run).\(file.format)")
        try Data(file.bytes).write(to: path)
        say("\(path.path)\n    \(what)")
    }

    /// Prints at once, also where the output is a file.
    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private func report(since start: Date, _ counts: [String: Int]) {
        let runs = state.withLock { $0.run }
        let seconds = Date().timeIntervalSince(start)
        say("\(runs) runs, \(Int(Double(runs) / seconds)) per second, \(counts.values.reduce(0, +)) found something")
    }
}
