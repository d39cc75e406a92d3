internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The signal that asked this process to end while another program ran; 0 for none. Setting it is all that a handler may do.
private let request = Atomic<Int32>(0)

/// Holds back the signals that end this process until what it has started and written is gone.
///
/// The handlers are the only state that a process has for this, so there may be one at a time.
struct Interruption: ~Copyable {
    private typealias Handler = @convention(c) (Int32) -> Void

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private var previous: [(signal: Int32, handler: Handler?)] = []

    /// Begins to hold the signals back.
    init() {
        request.store(0, ordering: .relaxed)
        for number in Self.signals {
            let handler = signal(number) { request.store($0, ordering: .relaxed) }
            previous.append((number, handler))
            // A signal that is ignored, as under nohup, stays so.
            if unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
        }
    }

    /// Whether a signal came.
    var isRequested: Bool { request.load(ordering: .relaxed) != 0 }

    /// Lets signals do again what they did before, also the one that came.
    func end() {
        for (number, handler) in previous { signal(number, handler) }
        let number = request.exchange(0, ordering: .relaxed)
        if number != 0 { raise(number) }
    }
}
