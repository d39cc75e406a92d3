internal import RenderKit
internal import SummaryModel

/// What of the head of an official document stands beside each other: the names of bodies that issue jointly with 文件 beside all of
/// them (GB/T 9704-2012, 7.2.4), or the number of a letter beside its first line (10.1).
struct HeadArrangement {
    /// Where it stands.
    let range: Range<Int>
    /// Whether it is the head of a letter, rather than a joint mark.
    let isLetter: Bool
    /// The row and the column of each block, from 1, or the column 0 for one over both.
    private var places: [Int: (row: Int, column: Int)] = [:]
    /// The last name of a joint mark.
    private var last: Int?

    /// `nil` when everything stands one below the other.
    init?(_ layout: BlockLayout, _ head: Range<Int>) {
        let lines = head.filter { layout.text(from: $0) == $0 }
        let mark = layout.mark(in: head).map { layout.markLines(from: $0.index, in: head) } ?? []
        guard layout.table.sheet.head?.arrangement == .letter else {
            guard mark.count > 1, let end = mark.last, layout.blocks[end].shownText.hasSuffix(MarkSize.jointWord),
                layout.blocks[end].shownText.count > MarkSize.jointWord.count
            else { return nil }
            range = mark[0]..<(end + 1)
            isLetter = false
            last = end
            return
        }
        let numbers = lines.filter { layout.blocks[$0].kind == .documentNumber }
        let others = lines.filter { !mark.contains($0) && !numbers.contains($0) }
        guard !numbers.isEmpty, !others.isEmpty else { return nil }
        range = head
        isLetter = true
        for (row, index) in mark.enumerated() { places[index] = (row + 1, 0) }
        for (row, index) in others.enumerated() { places[index] = (mark.count + row + 1, 1) }
        for (row, index) in numbers.enumerated() { places[index] = (mark.count + row + 1, 2) }
        rows = (others.first, others.last, numbers.last)
    }

    private var rows: (first: Int?, last: Int?, lastNumber: Int?) = (nil, nil, nil)

    /// What is set on a block.
    func declarations(of index: Int) -> [String] {
        guard let place = places[index] else { return [] }
        var declarations = [
            "grid-row: \(place.row)", "grid-column: \(place.column == 0 ? "1 / 3" : String(place.column))",
        ]
        // The spaces of the styles stand above the first line and below the last.
        if place.column == 0 { declarations.append("margin-bottom: 0") }
        if place.column == 1, index != rows.first { declarations.append("margin-top: 0") }
        if place.column == 2 || place.column == 1 && index != rows.last { declarations.append("margin-bottom: 0") }
        return declarations
    }

    /// The word at the end of a block that stands beside all names.
    func word(of index: Int) -> String? { index == last ? MarkSize.jointWord : nil }
}
