internal import SummaryModel
internal import Synchronization

/// A line on a terminal that says what takes long: shown when the work has lasted two seconds, then every second.
final class ProgressLine: Sendable {
    private struct State {
        var item = ""
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
    func begin(_ input: String, number: Int, of total: Int) {
        state.withLock { $0.item = total > 1 ? "\(number)/\(total) \(input)" : input }
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
        let seconds = (ContinuousClock.now - start).components.seconds
        state.withLock { state in
            let text = LocalizedText(
                zh: "正在处理 \(state.item)……已用 \(seconds) 秒",
                en: "working on \(state.item) … \(seconds) s"
            )
            session.printRaw("\r\u{1B}[K" + text(session.language))
            state.isShown = true
        }
    }
}
