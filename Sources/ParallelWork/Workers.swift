internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A bounded number of threads that share pieces of work.
///
/// The pieces are handed out in order, one at a time, and the results come back in the order of the pieces, so that what is
/// made of them does not depend on how many threads there are.
package struct Workers: Sendable, Hashable {
    /// The greatest number of pieces that are worked on at the same time, 1 or more. No more threads run than the machine
    /// has cores.
    package let count: Int

    /// As many as the cores that the process may use.
    package static let available = Workers(coreCount())

    /// One: every piece on the thread of the caller.
    package static let one = Workers(1)

    /// Creates a bound.
    ///
    /// - Parameter count: 1 or more; less is taken for 1.
    package init(_ count: Int) { self.count = max(1, count) }

    /// What `body` makes of each number from 0 up to `count`, in order.
    ///
    /// - Throws: The error of the first piece that failed. Pieces after it may have been worked on.
    package func map<Result: Sendable, Failure: Error>(
        _ count: Int,
        _ body: @Sendable (Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let threads = min(self.count, count)
        guard threads > 1 else {
            var results: [Result] = []
            results.reserveCapacity(count)
            for index in 0..<count { results.append(try body(index)) }
            return results
        }
        let pieces = Pieces<Result, Failure>(count)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in pieces.work(body) }
        return try pieces.results()
    }

    /// The same, while the thread of the caller does something else before it joins in.
    ///
    /// - Throws: What `other` throws; no piece is begun after that. Else the error of the first piece that failed.
    package func map<Result: Sendable>(
        _ count: Int,
        _ body: @Sendable (Int) throws -> Result,
        meanwhile other: () throws -> Void
    ) throws -> [Result] {
        let helpers = min(self.count - 1, count)
        guard helpers > 0 else {
            let results = try map(count, body)
            try other()
            return results
        }
        let pieces = Pieces<Result, any Error>(count)
        try withoutActuallyEscaping(body) { body in
            let group = DispatchGroup()
            defer { group.wait() }
            for _ in 0..<helpers { DispatchQueue.global().async(group: group) { pieces.work(body) } }
            do { try other() } catch {
                pieces.stop()
                throw error
            }
            pieces.work(body)
        }
        return try pieces.results()
    }

    /// The cores that the system offers to the process.
    private static func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Pieces of work that are handed out in order, and what was made of them.
private final class Pieces<Result: Sendable, Failure: Error>: Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let outcomes: Mutex<[Swift.Result<Result, Failure>?]>

    init(_ count: Int) {
        self.count = count
        outcomes = Mutex(Array(repeating: nil, count: count))
    }

    /// Works on pieces until there are no more.
    func work(_ body: (Int) throws(Failure) -> Result) {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let outcome: Swift.Result<Result, Failure>
            do throws(Failure) { outcome = .success(try body(index)) } catch { outcome = .failure(error) }
            outcomes.withLock { $0[index] = outcome }
            // Nobody asks for the pieces after a failure.
            if case .failure = outcome { stop() }
        }
    }

    /// Hands out no more pieces.
    func stop() { next.store(count, ordering: .relaxed) }

    /// What was made of the pieces, in order.
    ///
    /// - Throws: The error of the first piece that failed.
    func results() throws(Failure) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for case let outcome? in outcomes.withLock({ $0 }) { results.append(try outcome.get()) }
        return results
    }
}
