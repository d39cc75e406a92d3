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
        /// The level of the heading that it is.
        let headingLevel: Int?
        /// Its text.
        let text: BlockText
        /// Whether a blank may stand in it.
        let mayHoldBlank: Bool
        /// The hash of the text for a ``TextTable``.
        let hash: UInt64
        /// For every character whether it is part of a gap; empty when no gap of the block is marked as one.
        let gaps: [Bool]

        /// Takes a block.
        init(index: Int, block: Block) {
            self.index = index
            self.block = block
            let text = BlockText(block)
            self.text = text
            headingLevel = block.kind.headingLevel
            mayHoldBlank = block.mayHold(TextTable.blanks)
            hash = TextTable.hash(of: text.scalars[...], mayHoldBlank: mayHoldBlank)
            gaps = Self.gaps(in: text)
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
    final class Passage: Sendable {
        /// Its characters, with their indices in the text of the block.
        let text: Scalars
        /// Its figures.
        let figures: [Figure]
        /// What it says of rates.
        let rates: [RateWords.Statement]
        /// What stands twice in it, and where phrases may begin.
        let pairs: PairScan
        /// The block.
        let entry: Entry
        /// The place of the block in ``Proof/blocks``.
        let block: Int

        /// Takes a passage of a block.
        init(_ range: Range<Int>, of entry: Entry, at block: Int, for wanted: PairScan.Wanted) {
            text = entry.scalars[range]
            figures = Figure.all(in: text, gaps: entry.gaps)
            pairs = PairScan(text, for: wanted)
            rates = RateWords.statements(in: text, at: pairs.phrases)
            self.entry = entry
            self.block = block
        }

        /// The places where one of the phrases that rules named may begin, in order.
        var phrasePlaces: [Int] { pairs.phrases }

        /// Whether one of some characters may stand in the block.
        func mayHold(_ characters: CharacterFilter) -> Bool { entry.block.mayHold(characters) }
    }

    /// The blocks in reading order.
    let blocks: [Entry]
    /// The documents of the file.
    let parts: [Part]

    /// A document of a file.
    struct Part {
        /// Its blocks, as a range of ``Proof/blocks``.
        let blocks: Range<Int>
        /// The characters of its title, the lines one after another.
        let title: [Unicode.Scalar]
    }

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
        let (blocks, made, size) = (document.blocks, places, Self.partSize)
        let entries = context.map((made.count + size - 1) / size) { part in
            made[part * size..<min(made.count, (part + 1) * size)].map { Entry(index: $0, block: blocks[$0]) }
        }.flatMap(\.self)
        self.blocks = entries
        self.parts = parts.map { part in
            let title = entries[part].lazy.filter { $0.block.kind == .title }.flatMap { entry in
                entry.passages.flatMap { entry.scalars[$0] }
            }
            return Part(blocks: part, title: Array(title))
        }
    }

    /// The passages of as many blocks as stay in the cache while all rules look at them.
    var sheets: Int { (blocks.count + Self.sheetSize - 1) / Self.sheetSize }

    /// The passages of one of the ``sheets``.
    ///
    /// - Parameter wanted: The phrases of all rules.
    func passages(ofSheet sheet: Int, for wanted: PairScan.Wanted) -> [Passage] {
        var passages: [Passage] = []
        for block in sheet * Self.sheetSize..<min(blocks.count, (sheet + 1) * Self.sheetSize) {
            let entry = blocks[block]
            for range in entry.passages { passages.append(Passage(range, of: entry, at: block, for: wanted)) }
        }
        return passages
    }

    /// How many blocks are taken at once on one thread.
    private static let partSize = 512
    /// How many blocks a sheet has.
    private static let sheetSize = 64

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
