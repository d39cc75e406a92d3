internal import ParallelWork
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
    private let count: Int
    private let scorer: LineScorer
    private let states = LineState.allCases
    private let workers: Workers
    /// For each state, those that may stand before it, and how well they do, one state after the other.
    private let predecessors: [Predecessor]
    /// Where those of each state begin in ``predecessors``, and where the last ones end.
    private let starts: [Int]

    /// A state that may stand before another.
    private struct Predecessor {
        var state: Int
        /// How well it does on any line.
        var weight: Double
        /// What it depends on besides.
        var step: LineScorer.Step
    }

    /// How many lines are scored before the paths to them are looked for.
    private static let window = 1 << 15

    init(_ lines: [DraftLine], by scorer: LineScorer, workers: Workers) {
        count = lines.count
        self.scorer = scorer
        self.workers = workers
        var predecessors: [Predecessor] = []
        var starts: [Int] = []
        for state in LineState.allCases {
            starts.append(predecessors.count)
            predecessors += LineState.allCases.compactMap { previous in
                state.transition(from: previous).map {
                    Predecessor(state: previous.rawValue, weight: $0, step: LineScorer.Step(from: previous, to: state))
                }
            }
        }
        self.predecessors = predecessors
        self.starts = starts + [predecessors.count]
    }

    /// The states of the lines, one each.
    func path() -> [LineState] {
        guard count > 0 else { return [] }
        var best = opening()
        var next = best
        // The state before each state on each line after the first.
        var back = [UInt8](repeating: 0, count: (count - 1) * states.count)
        for start in stride(from: 1, to: count, by: Self.window) {
            let window = start..<min(count, start + Self.window)
            let fits = fits(of: window)
            for index in window {
                let row = (index - start) * states.count
                step(to: index, from: best, &next, fits[row..<row + states.count]) {
                    back[(index - 1) * states.count + $0] = UInt8($1)
                }
                swap(&best, &next)
            }
        }
        var current = best.indices.max { best[$0] < best[$1] } ?? 0
        var path = [LineState](repeating: states[current], count: count)
        for index in (0..<count).dropFirst().reversed() {
            current = Int(back[(index - 1) * states.count + current])
            path[index - 1] = states[current]
        }
        return path
    }

    /// How sure each decision of `path` is, 0.5 to 1: by how much the best path is better than the best one on which the
    /// line is something else.
    func confidence(in path: [LineState]) -> [Double] {
        guard count > 0 else { return [] }
        let fits = fits(of: 0..<count)
        func fit(_ index: Int) -> ArraySlice<Double> { fits[index * states.count..<(index + 1) * states.count] }
        var forward = [opening()]
        for index in (0..<count).dropFirst() {
            var next = forward[index - 1]
            step(to: index, from: forward[index - 1], &next, fit(index)) { _, _ in }
            forward.append(next)
        }
        var after = [Double](repeating: 0, count: states.count)
        var confidence = [Double](repeating: 0, count: count)
        for index in (0..<count).reversed() {
            var (own, other) = (-Double.infinity, -Double.infinity)
            for state in states {
                let sum = forward[index][state.rawValue] + after[state.rawValue]
                if state.role == path[index].role { own = max(own, sum) } else { other = max(other, sum) }
            }
            confidence[index] = 1 / (1 + exp(other - own))
            if index > 0 { after = stepBack(from: index, after, fit(index)) }
        }
        return confidence
    }

    /// How well each line of `range` fits each state, line after line.
    private func fits(of range: Range<Int>) -> [Double] {
        workers.concatenate(range.count) { part, scores in
            scorer.addScores(of: range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound, to: &scores)
        }
    }

    /// The scores of the states of the first line.
    private func opening() -> [Double] { zip(states, fits(of: 0..<1)).map { scorer.opening($0) + $1 } }

    /// The scores of the best paths to each state of line `index`, from those of the line before.
    ///
    /// - Parameters:
    ///   - next: Takes the scores.
    ///   - fits: How well the line fits each state.
    ///   - note: Takes the number of a state and of the best one before it.
    private func step(
        to index: Int,
        from best: [Double],
        _ next: inout [Double],
        _ fits: ArraySlice<Double>,
        _ note: (Int, Int) -> Void
    ) {
        predecessors.withUnsafeBufferPointer { predecessors in
            best.withUnsafeBufferPointer { best in
                for (state, fit) in fits.enumerated() {
                    next[state] = -.infinity
                    guard fit > LineScorer.impossible / 2 else { continue }
                    var (sum, from) = (-Double.infinity, 0)
                    for place in starts[state]..<starts[state + 1] {
                        let previous = predecessors[place]
                        guard best[previous.state] > -.infinity else { continue }
                        // A plain step depends on nothing, and most are plain.
                        let step = previous.step == .plain ? 0 : scorer.transition(previous.step, index)
                        let way = best[previous.state] + previous.weight + step + fit
                        if way > sum { (sum, from) = (way, previous.state) }
                    }
                    guard sum > -.infinity else { continue }
                    next[state] = sum
                    note(state, from)
                }
            }
        }
    }

    /// The scores of the best paths from each state of the line before `index` to the end, without that line itself.
    private func stepBack(from index: Int, _ after: [Double], _ fits: ArraySlice<Double>) -> [Double] {
        var before = [Double](repeating: -.infinity, count: states.count)
        for (state, fit) in fits.enumerated() where fit > LineScorer.impossible / 2 {
            for previous in predecessors[starts[state]..<starts[state + 1]] {
                let sum = previous.weight + scorer.transition(previous.step, index) + fit + after[state]
                before[previous.state] = max(before[previous.state], sum)
            }
        }
        return before
    }
}
