internal import StageKit
internal import SummaryModel

/// A document as rules see it: the text of every block, made once for all of them.
struct Proof {
    /// A block that is proofread. An object, so that rules pass over it without copying what it holds.
    final class Entry: Sendable {
        /// The place of the block in the document.
        let index: Int
        /// The block.
        let block: Block
        /// Its text.
        let text: BlockText
        /// For every character whether it is part of a gap; empty when no gap of the block is marked as one.
        let gaps: [Bool]
        /// The figures of each passage.
        let figures: [[Figure]]

        /// Takes a block.
        init(index: Int, block: Block) {
            self.index = index
            self.block = block
            let text = BlockText(block)
            let gaps = Self.gaps(in: text)
            self.text = text
            self.gaps = gaps
            figures = text.passages.map { Figure.all(in: text.scalars[$0], gaps: gaps) }
        }

        private static func gaps(in text: BlockText) -> [Bool] {
            guard text.stretches.contains(where: \.isPlaceholder) else { return [] }
            var gaps = [Bool](repeating: false, count: text.scalars.count)
            for stretch in text.stretches where stretch.isPlaceholder {
                for index in stretch.range { gaps[index] = true }
            }
            return gaps
        }

        /// The characters.
        var scalars: [Unicode.Scalar] { text.scalars }
        /// The texts in the block, without marker, prefix and suffix.
        var passages: [Range<Int>] { text.passages }
    }

    /// A text of a block that belongs together.
    struct Passage {
        /// Its characters, with their indices in the text of the block.
        let text: Scalars
        /// Its figures.
        let figures: [Figure]
        /// The block.
        let entry: Entry
    }

    /// The blocks in reading order.
    let blocks: [Entry]
    /// The documents of the file, as ranges of ``blocks``.
    let parts: [Range<Int>]

    /// Takes the blocks of a document; residue, formulas, page numbers and contents are not proofread.
    init(_ document: Document, in context: StageContext) {
        var places: [Int] = []
        places.reserveCapacity(document.blocks.count)
        var parts: [Range<Int>] = []
        for part in document.parts {
            let start = places.count
            places += part.filter { document.blocks[$0].kind.holdsProse }
            parts.append(start..<places.count)
        }
        let (blocks, size) = (document.blocks, Self.partSize)
        let made = places
        self.blocks = context.map((made.count + size - 1) / size) { part in
            made[part * size..<min(made.count, (part + 1) * size)].map { Entry(index: $0, block: blocks[$0]) }
        }.flatMap(\.self)
        self.parts = parts
    }

    /// How many blocks are taken at once on one thread.
    private static let partSize = 512

    /// The characters of the title of a document of the file, its lines one after another.
    ///
    /// - Parameter part: One of ``parts``.
    func title(of part: Range<Int>) -> [Unicode.Scalar] {
        part.flatMap { index -> [Unicode.Scalar] in
            let entry = blocks[index]
            return entry.block.kind == .title ? entry.passages.flatMap { entry.scalars[$0] } : []
        }
    }

    /// The years of four digits in a text, with 年.
    static func years(in text: Scalars) -> [(value: Int, range: Range<Int>)] {
        var years: [(Int, Range<Int>)] = []
        for index in text.indices where text[index] == "年" && index - 4 >= text.startIndex {
            let digits = text[(index - 4)..<index].compactMap(\.digitValue)
            guard digits.count == 4, digits[0] == 1 || digits[0] == 2 else { continue }
            if index - 5 >= text.startIndex, text[index - 5].digitValue != nil { continue }
            years.append((digits.reduce(0) { $0 * 10 + $1 }, index - 4..<index + 1))
        }
        return years
    }
}
