internal import SummaryModel

/// Finds for every line what it is: the sequence of states that fits the whole document best.
///
/// A scored decision over all lines at once (the Viterbi algorithm), not a chain of patterns: an advert is recognised by
/// its words and its neighbours, a title by its genre word, isolation and agreement with the text, neither by position.
/// Time and memory are linear in the number of lines.
struct Recognizer {
    /// The states of `lines`, one each.
    func states(of lines: [DraftLine], by scorer: LineScorer) -> [LineState] {
        guard !lines.isEmpty else { return [] }
        let states = LineState.allCases
        let predecessors = states.map { state in
            states.compactMap { previous in state.transition(from: previous).map { (previous, $0) } }
        }
        var best = states.map { scorer.opening($0) + scorer.score($0, 0) }
        var back: [[UInt8]] = []
        back.reserveCapacity(lines.count - 1)
        for index in 1..<lines.count {
            var next = [Double](repeating: -.infinity, count: states.count)
            var from = [UInt8](repeating: 0, count: states.count)
            for state in states {
                let fit = scorer.score(state, index)
                guard fit > LineScorer.impossible / 2 else { continue }
                for (previous, step) in predecessors[state.rawValue] where best[previous.rawValue] > -.infinity {
                    let sum = best[previous.rawValue] + step + scorer.transition(from: previous, to: state, index) + fit
                    if sum > next[state.rawValue] {
                        next[state.rawValue] = sum
                        from[state.rawValue] = UInt8(previous.rawValue)
                    }
                }
            }
            best = next
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
}
