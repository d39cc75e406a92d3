public import DraftReading
public import SummaryModel

extension Reading {
    /// What each physical line of the draft, from 1, was taken for; lines in no block are missing.
    public var kindsByLine: [Int: BlockKind] {
        var kinds: [Int: BlockKind] = [:]
        for block in document.blocks {
            guard let range = block.source else { continue }
            let first = source.lineIndex(at: range.lowerBound) + 1
            let last = source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) + 1
            for line in first...last { kinds[line] = block.kind }
        }
        return kinds
    }
}
