internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Finds for every line what it is: the sequence of states that fits the whole document best.
///
/// A scored decision over all lines at once (the Viterbi algorithm), not a chain of patterns: an advert is recognised by
/// its words and its neighbours, a title by its genre word, isolation and agreement with the text, neither by position.
/// Time and memory are linear in the number of lines.
struct Recognizer {
    private let lines: [DraftLine]
    private let scorer: LineScorer
    private let states = LineState.allCases
    /// For each state, those that may stand before it, and how well they do.
    private let predecessors: [[(state: LineState, step: Double)]]

    init(_ lines: [DraftLine], by scorer: LineScorer) {
        self.lines = lines
        self.scorer = scorer
        predecessors = LineState.allCases.map { state in
            LineState.allCases.compactMap { previous in state.transition(from: previous).map { (previous, $0) } }
        }
    }

    /// The states of the lines, one each.
    func path() -> [LineState] {
        guard !lines.isEmpty else { return [] }
        var best = opening()
        var back: [[UInt8]] = []
        back.reserveCapacity(lines.count - 1)
        for index in 1..<lines.count {
            var from = [UInt8](repeating: 0, count: states.count)
            best = step(to: index, from: best) { from[$0.rawValue] = UInt8($1.rawValue) }
            back.append(from)
        }
        var current = best.indices.max { best[$0] < best[$1] } ?? 0
        var path = [current]
        path.reserveCapacity(lines.count)
        for from in back.reversed() {
            current = Int(from[current])
            path.append(current)
        }
        return path.reversed().map { states[$0] }
    }

    /// How sure each decision of `path` is, 0.5 to 1: by how much the best path is better than the best one on which the
    /// line is something else.
    func confidence(in path: [LineState]) -> [Double] {
        guard !lines.isEmpty else { return [] }
        var forward = [opening()]
        for index in lines.indices.dropFirst() {
            forward.append(step(to: index, from: forward[index - 1]) { _, _ in })
        }
        var after = [Double](repeating: 0, count: states.count)
        var confidence = [Double](repeating: 0, count: lines.count)
        for index in lines.indices.reversed() {
            var (own, other) = (-Double.infinity, -Double.infinity)
            for state in states {
                let sum = forward[index][state.rawValue] + after[state.rawValue]
                if state.role == path[index].role { own = max(own, sum) } else { other = max(other, sum) }
            }
            confidence[index] = 1 / (1 + exp(other - own))
            if index > 0 { after = stepBack(from: index, after) }
        }
        return confidence
    }

    /// The scores of the states of the first line.
    private func opening() -> [Double] { states.map { scorer.opening($0) + scorer.score($0, 0) } }

    /// The scores of the best paths to each state of line `index`, from those of the line before.
    private func step(
        to index: Int,
        from best: [Double],
        _ note: (LineState, LineState) -> Void
    ) -> [Double] {
        var next = [Double](repeating: -.infinity, count: states.count)
        for state in states {
            let fit = scorer.score(state, index)
            guard fit > LineScorer.impossible / 2 else { continue }
            for (previous, step) in predecessors[state.rawValue] where best[previous.rawValue] > -.infinity {
                let sum = best[previous.rawValue] + step + scorer.transition(from: previous, to: state, index) + fit
                if sum > next[state.rawValue] {
                    next[state.rawValue] = sum
                    note(state, previous)
                }
            }
        }
        return next
    }

    /// The scores of the best paths from each state of the line before `index` to the end, without that line itself.
    private func stepBack(from index: Int, _ after: [Double]) -> [Double] {
        var before = [Double](repeating: -.infinity, count: states.count)
        for state in states {
            let fit = scorer.score(state, index)
            guard fit > LineScorer.impossible / 2 else { continue }
            for (previous, step) in predecessors[state.rawValue] {
                let sum = step + scorer.transition(from: previous, to: state, index) + fit + after[state.rawValue]
                before[previous.rawValue] = max(before[previous.rawValue], sum)
            }
        }
        return before
    }
}
