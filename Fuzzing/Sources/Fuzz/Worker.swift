import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Runs trials in a process of its own: `begin N` before each, `wrong N WORDS` when something is wrong.
struct Worker {
    /// A run that makes the process grow by more than this has found something, in bytes.
    private static let largestGrowth = 256 << 20

    private let mutator: Mutator
    private let trial: Trial

    init(_ mutator: Mutator) throws {
        self.mutator = mutator
        trial = try Trial()
    }

    /// Runs trial after trial until the process is ended.
    func run(from start: Int) {
        var number = start
        while true {
            say("begin \(number)")
            let before = Self.peak()
            do {
                let failures = try trial.failures(mutator.file(number))
                if let first = failures.first { say("wrong \(number) \(first.prefix(300).replacing("\n", with: " "))") }
            } catch {
                say("wrong \(number) an error that is none of a draft: \(error)")
            }
            let growth = Self.peak() - before
            if growth > Self.largestGrowth { say("wrong \(number) took \(growth >> 20) MB more") }
            number += 1
        }
    }

    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// The most memory that the process has had, in bytes.
    private static func peak() -> Int {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #endif
    }
}
