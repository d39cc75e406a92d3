public import SummaryModel

/// The text of a block as one row of characters, whatever pieces it is made of: for stages and rules that look for
/// something in a text, and for changing it without regard to where one piece ends and the next begins.
public struct BlockText: Sendable {
    /// What a stretch of the row is in its block.
    public enum Part: Sendable, Hashable {
        /// Blanks and leaked tags before the text.
        case prefix
        /// The marker of the number.
        case marker
        /// The piece of the content with this index.
        case content(Int)
        /// The stop that ends the phrase of a heading.
        case terminator
        /// The piece of the run-in body with this index.
        case body(Int)
        /// A piece of a cell of the table.
        case cell(row: Int, column: Int, piece: Int)
        /// Blanks and leaked tags after the text.
        case suffix
    }

    /// A run of characters that belong to one piece of the block.
    public struct Stretch: Sendable, Hashable {
        /// The piece.
        public let part: Part
        /// Its characters, as indices of ``BlockText/scalars``.
        public let range: Range<Int>
        /// Whether the piece is a gap that is still open.
        public let isPlaceholder: Bool
    }

    /// The characters of ``/SummaryModel/Block/shownText``.
    public private(set) var scalars: [Unicode.Scalar] = []
    /// The pieces in order; they tile ``scalars``, and none is empty.
    public private(set) var stretches: [Stretch] = []
    /// The texts that belong together, in order: content, stop and run-in body are one, and every cell of a table is one
    /// of its own. Markers, prefix and suffix are in none.
    public private(set) var passages: [Range<Int>] = []
    /// The UTF-8 offset of every 1,024th character from the second such on; most texts have none.
    private var checkpoints: [Int] = []

    /// Creates the row of a block.
    public init(_ block: Block) {
        add(block.prefix, .prefix)
        if let label = block.label { add(label.marker, .marker) }
        let start = scalars.count
        for (index, inline) in block.content.enumerated() { add(inline, .content(index)) }
        add(block.terminator, .terminator)
        if let body = block.body {
            for (index, inline) in body.enumerated() { add(inline, .body(index)) }
        }
        if scalars.count > start { passages.append(start..<scalars.count) }
        if let table = block.table { addCells(of: table) }
        add(block.suffix, .suffix)
        var offset = 0
        for end in Swift.stride(from: Self.stride, through: scalars.count, by: Self.stride) {
            offset += scalars[end - Self.stride..<end].utf8Count
            checkpoints.append(offset)
        }
    }

    private mutating func addCells(of table: Table) {
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let start = scalars.count
                for (piece, inline) in cell.content.enumerated() {
                    add(inline, .cell(row: row, column: column, piece: piece))
                }
                if scalars.count > start { passages.append(start..<scalars.count) }
            }
        }
    }

    /// The distance between two checkpoints, in characters.
    private static let stride = 1024

    /// The UTF-8 offset of the checkpoint with this number; the one with the number 0 is the beginning.
    private func checkpoint(_ number: Int) -> Int { number == 0 ? 0 : checkpoints[number - 1] }

    /// The UTF-8 offset of a character, or of the end.
    private func offset(of index: Int) -> Int {
        let start = index / Self.stride * Self.stride
        return checkpoint(index / Self.stride) + scalars[start..<index].utf8Count
    }

    private mutating func add(_ inline: Inline, _ part: Part) {
        if case .placeholder = inline.content {
            add(inline.shownText, part, isPlaceholder: true)
        } else {
            add(inline.shownText, part)
        }
    }

    private mutating func add(_ text: String, _ part: Part, isPlaceholder: Bool = false) {
        let start = scalars.count
        guard !text.isEmpty else { return }
        let added =
            text.utf8.withContiguousStorageIfAvailable { [Unicode.Scalar](utf8: $0) } ?? Array(text.unicodeScalars)
        if scalars.isEmpty { scalars = added } else { scalars += added }
        guard scalars.count > start else { return }
        stretches.append(Stretch(part: part, range: start..<scalars.count, isPlaceholder: isPlaceholder))
    }

    /// The characters of the marker; empty when the block has none.
    public var marker: Range<Int> { stretches.first { $0.part == .marker }?.range ?? 0..<0 }

    /// The UTF-8 offsets in ``/SummaryModel/Block/shownText`` of these characters, for the anchor of a finding.
    public func utf8Range(_ range: Range<Int>) -> Range<Int> {
        offset(of: range.lowerBound)..<offset(of: range.upperBound)
    }

    /// The characters at these UTF-8 offsets; `nil` when one lies inside a character or outside the text.
    public func range(ofUTF8 range: Range<Int>) -> Range<Int>? {
        guard let start = index(of: range.lowerBound), let end = index(of: range.upperBound) else { return nil }
        return start..<end
    }

    private func index(of offset: Int) -> Int? {
        var (low, high) = (0, checkpoints.count + 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if checkpoint(middle) <= offset { low = middle } else { high = middle }
        }
        var index = low * Self.stride
        var place = checkpoint(low)
        while place < offset, index < scalars.count {
            place += UTF8.width(scalars[index])
            index += 1
        }
        return place == offset ? index : nil
    }

    /// The characters at `range` as a string.
    public func string(_ range: Range<Int>) -> String { scalars[range].string }

    /// Where a phrase stands in the passages, from left to right; what overlaps an earlier place is left out.
    public func places(of phrase: String) -> [Range<Int>] {
        let phrase = Array(phrase.unicodeScalars)
        guard let first = phrase.first else { return [] }
        var places: [Range<Int>] = []
        for passage in passages {
            var index = passage.lowerBound
            while index + phrase.count <= passage.upperBound {
                if scalars[index] == first, scalars[index..<index + phrase.count].elementsEqual(phrase) {
                    places.append(index..<index + phrase.count)
                    index += phrase.count
                } else {
                    index += 1
                }
            }
        }
        return places
    }

    /// A finding about these characters of the block.
    public func anchor(_ range: Range<Int>, in block: Block) -> Diagnostic.Anchor {
        Diagnostic.Anchor(block.id, range: utf8Range(range))
    }

    /// Makes changes in the block that the row was made of. Changes that touch are made; of two that overlap, the one
    /// that begins first is made, or of two that begin together the one that was given first.
    ///
    /// A change that reaches over several pieces puts its replacement into the first. An insertion between two pieces
    /// belongs to the one before, when that is text.
    ///
    /// - Returns: The changes that were made, in order.
    @discardableResult
    public func apply(_ changes: [TextChange], to block: inout Block) -> [TextChange] {
        let accepted = Self.withoutOverlaps(changes)
        guard !accepted.isEmpty else { return [] }
        var next = 0
        /// What the change that began last still takes away.
        var removedTo = 0
        for (place, stretch) in stretches.enumerated() {
            var text: [Unicode.Scalar] = []
            var isChanged = false
            var index = stretch.range.lowerBound
            while index <= stretch.range.upperBound {
                if next < accepted.count, accepted[next].range.lowerBound == index,
                    index < stretch.range.upperBound || endsAtBorder(accepted[next], place)
                {
                    let change = accepted[next]
                    for scalar in change.replacement.unicodeScalars { text.append(scalar) }
                    removedTo = max(removedTo, change.range.upperBound)
                    isChanged = true
                    next += 1
                    continue
                }
                guard index < stretch.range.upperBound else { break }
                if index < removedTo { isChanged = true } else { text.append(scalars[index]) }
                index += 1
            }
            if isChanged { block.setText(text[...].string, of: stretch.part) }
        }
        block.updateInlines { inlines in inlines.removeAll { $0.content == .text("") } }
        if block.body?.isEmpty == true { block.body = nil }
        return Array(accepted.prefix(next))
    }

    /// Whether an insertion at the end of a stretch is made there, and not at the start of the next.
    private func endsAtBorder(_ change: TextChange, _ place: Int) -> Bool {
        guard change.range.isEmpty, !stretches[place].isPlaceholder else { return place + 1 == stretches.count }
        guard place + 1 < stretches.count else { return true }
        return switch stretches[place].part {
        case .content, .body, .cell, .terminator: true
        case .prefix, .marker, .suffix: false
        }
    }

    /// The changes in order, without those that overlap an earlier one.
    private static func withoutOverlaps(_ changes: [TextChange]) -> [TextChange] {
        let sorted = changes.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        var accepted: [TextChange] = []
        for (_, change) in sorted {
            if let last = accepted.last {
                let isSameInsertion = last.range.isEmpty && change.range == last.range
                guard change.range.lowerBound >= last.range.upperBound, !isSameInsertion else { continue }
                guard change.range.lowerBound > last.range.lowerBound || last.range.isEmpty else { continue }
            }
            accepted.append(change)
        }
        return accepted
    }
}

extension Block {
    /// Puts a text into one piece of the block. A gap keeps its key under a new sign.
    fileprivate mutating func setText(_ text: String, of part: BlockText.Part) {
        switch part {
        case .prefix: prefix = text
        case .marker: label?.marker = text
        case .content(let index): content[index].setText(text)
        case .terminator: terminator = text
        case .body(let index): body?[index].setText(text)
        case .cell(let row, let column, let piece): table?.rows[row][column].content[piece].setText(text)
        case .suffix: suffix = text
        }
    }
}

extension Inline {
    fileprivate mutating func setText(_ text: String) {
        switch content {
        case .text, .lineBreak: content = .text(text)
        case .placeholder(var placeholder):
            placeholder.sign = text
            content = text.isEmpty ? .text("") : .placeholder(placeholder)
        case .other(let kind, _): content = .other(kind: kind, text: text)
        }
    }
}
