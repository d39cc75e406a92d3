internal import StageKit
internal import SummaryModel

/// A document as rules see it: the text of every block, made once for all of them.
struct Proof {
    /// A block that is proofread.
    struct Entry {
        /// The place of the block in the document.
        var index: Int
        /// The block.
        var block: Block
        /// Its text.
        var text: BlockText

        /// The characters.
        var scalars: [Unicode.Scalar] { text.scalars }
        /// The texts in the block, without marker, prefix and suffix.
        var passages: [Range<Int>] { text.passages }
    }

    /// The blocks in reading order.
    let blocks: [Entry]
    /// The documents of the file, as ranges of ``blocks``.
    let parts: [Range<Int>]

    /// Takes the blocks of a document; residue, formulas, page numbers and contents are not proofread.
    init(_ document: Document) {
        var blocks: [Entry] = []
        blocks.reserveCapacity(document.blocks.count)
        var parts: [Range<Int>] = []
        for part in document.parts {
            let start = blocks.count
            for index in part where Self.isRead(document.blocks[index]) {
                let block = document.blocks[index]
                blocks.append(Entry(index: index, block: block, text: BlockText(block)))
            }
            parts.append(start..<blocks.count)
        }
        self.blocks = blocks
        self.parts = parts
    }

    private static func isRead(_ block: Block) -> Bool {
        switch block.kind {
        case .residue, .formula, .pageNumber, .tableOfContents: false
        default: true
        }
    }
}
