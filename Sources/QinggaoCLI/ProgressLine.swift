internal import SummaryModel
internal import Synchronization

/// A line on a terminal that says what takes long: shown when the work has lasted two seconds, then every second.
final class ProgressLine: Sendable {
    private struct State {
        var item = ""
        var done = 0
        /// How much of the whole is done, from 0 to 1, when that is known.
        var fraction: Double?
        var isShown = false
    }

    private let state = Mutex(State())
    private let session: Session
    private let start = ContinuousClock.now
    private let ticking: Mutex<Task<Void, Never>?> = Mutex(nil)

    private static let patience = Duration.seconds(2)

    /// Creates the line; `nil` when messages do not go to a terminal.
    init?(_ session: Session) {
        guard session.errors.isTerminal else { return nil }
        self.session = session
        let task = Task.detached { [weak self] in
            try? await Task.sleep(for: Self.patience)
            while !Task.isCancelled {
                self?.draw()
                try? await Task.sleep(for: .seconds(1))
            }
        }
        ticking.withLock { $0 = task }
    }

    /// Says what is being worked on.
    func begin(_ item: String) {
        state.withLock { $0.item = item }
    }

    /// Says how far the work is.
    ///
    /// - Parameters:
    ///   - done: How many documents are done.
    ///   - fraction: How much of the whole that is, from 0 to 1; `nil` when nobody knows.
    func advance(to done: Int, fraction: Double?) {
        state.withLock { ($0.done, $0.fraction) = (done, fraction) }
    }

    /// Takes the line away, so that a message can stand in its place.
    func clear() {
        state.withLock { state in
            if state.isShown { session.printRaw("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// Takes the line away for good.
    func end() {
        ticking.withLock { $0?.cancel() }
        clear()
    }

    private func draw() {
        let passed = ContinuousClock.now - start
        state.withLock { state in
            let text = Self.text(state.item, done: state.done, fraction: state.fraction, after: passed)
            session.printRaw("\r\u{1B}[K" + text(session.language))
            state.isShown = true
        }
    }

    /// The line: one document by its name, many by number, rate and the time that is left.
    static func text(_ item: String, done: Int, fraction: Double?, after passed: Duration) -> LocalizedText {
        let seconds = passed.components.seconds
        guard done > 0 else {
            return LocalizedText(zh: "正在处理 \(item)……已用 \(seconds) 秒", en: "working on \(item) … \(seconds) s")
        }
        let rate = Double(done) / max(1, Double(seconds))
        let shown = rate < 10 ? String(Double(Int(rate * 10)) / 10) : String(Int(rate))
        var text = LocalizedText(zh: "已完成 \(done) 份，每秒 \(shown) 份", en: "\(done) done, \(shown)/s")
        if let fraction, fraction > 0 {
            let left = Int((Double(seconds) * (1 - fraction) / fraction).rounded(.up))
            text.zh += "，共完成 \(Int(fraction * 100))%，约剩 \(left) 秒"
            text.en += ", \(Int(fraction * 100))%, about \(left) s left"
        }
        return text
    }
}
