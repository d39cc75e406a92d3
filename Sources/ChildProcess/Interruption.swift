internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The signal that asked this process to end while another program ran; 0 for none. Setting it is all that a handler may do.
private let request = Atomic<Int32>(0)

private typealias Handler = @convention(c) (Int32) -> Void

/// Who holds signals back, and what they did before the first did so: the handlers are the only state that a process has
/// for this.
private struct Holders {
    var count = 0
    /// The bits of the handlers: that of a signal which is ignored is no address, and must not be taken for one.
    var previous: [(signal: Int32, handler: Int)] = []
}

private let holders = Mutex(Holders())

/// Holds back the signals that end this process until what it has started and written is gone.
package struct Interruption: ~Copyable {
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// Begins to hold the signals back.
    package init() {
        holders.withLock { holders in
            holders.count += 1
            guard holders.count == 1 else { return }
            request.store(0, ordering: .relaxed)
            holders.previous = Self.signals.map { number in
                let handler = unsafeBitCast(
                    signal(number) { request.store($0, ordering: .relaxed) },
                    to: Int.self
                )
                // A signal that is ignored, as under nohup, stays so.
                if handler == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
                return (number, handler)
            }
        }
    }

    /// Whether a signal came while somebody holds signals back.
    package static var isRequested: Bool { request.load(ordering: .relaxed) != 0 }

    /// Lets signals do again what they did before, also the one that came, when nobody else holds them back.
    package func end() {
        let number = holders.withLock { holders in
            holders.count -= 1
            guard holders.count == 0 else { return Int32(0) }
            for (number, handler) in holders.previous {
                signal(number, unsafeBitCast(handler, to: Handler?.self))
            }
            return request.exchange(0, ordering: .relaxed)
        }
        if number != 0 { raise(number) }
    }
}
