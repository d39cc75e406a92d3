internal import DraftReading
internal import SummaryModel

extension Reading {
    /// The findings with their places in the draft: those of the blocks that they are about. A renderer knows no draft.
    func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let wanted = Set(diagnostics.compactMap { $0.start == nil ? $0.anchor?.block : nil })
        guard !wanted.isEmpty else { return diagnostics }
        var places: [BlockID: SourceRange] = [:]
        for index in document.blocks.indices where wanted.contains(document.blocks[index].id) {
            if case .source(let range) = document.blocks[index].origin { places[document.blocks[index].id] = range }
        }
        return diagnostics.map { diagnostic in
            guard diagnostic.start == nil, let block = diagnostic.anchor?.block, let range = places[block] else {
                return diagnostic
            }
            var located = diagnostic
            located.range = range
            located.start = source.position(at: range.lowerBound)
            let end = source.position(at: range.upperBound)
            if end.line == located.start?.line { located.endColumn = end.column }
            return located
        }
    }
}
