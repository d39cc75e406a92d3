internal import SummaryModel

/// Quotations that one paragraph opens and another closes. They are sound when every paragraph of the quotation begins with
/// “ and only the last ends with ”.
struct OpenQuotations {
    private struct Mark {
        var finding: Diagnostic
        var block: Int
        var goesOn: Bool
    }

    /// How many blocks may lie between two paragraphs of one quotation.
    private static let reach = 3

    /// The findings that stand.
    private(set) var found: [Diagnostic] = []
    private var open: [Mark] = []

    /// The findings, with those of a quotation that never closes.
    var broken: [Diagnostic] { found + Self.broken(open) }

    private static func broken(_ marks: [Mark]) -> [Diagnostic] { marks.filter { !$0.goesOn }.map(\.finding) }

    /// Adds a mark without a partner in its paragraph.
    ///
    /// - Parameters:
    ///   - opens: Whether it opens a quotation.
    ///   - block: The index of its block.
    ///   - atStart: Whether its paragraph begins with it.
    ///   - goesOn: Whether the next paragraph begins with “.
    mutating func add(_ finding: Diagnostic, opens: Bool, inBlock block: Int, atStart: Bool, goesOn: Bool) {
        let mark = Mark(finding: finding, block: block, goesOn: goesOn)
        if let last = open.last, block > last.block, block - last.block <= Self.reach {
            if !opens {
                open = []
                return
            }
            if atStart {
                open.append(mark)
                return
            }
        }
        found += Self.broken(open)
        open = []
        if opens { open = [mark] } else { found.append(finding) }
    }
}
