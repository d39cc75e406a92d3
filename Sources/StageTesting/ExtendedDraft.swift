internal import SummaryModel

/// A draft and its document with text put in, every place moved along: the same document, read from a longer draft.
struct ExtendedDraft {
    /// The draft with what was put in.
    private(set) var source: SourceText
    /// The document with what was put in.
    private(set) var document: Document
    /// The blocks that were put in.
    private(set) var added: Set<BlockID> = []
    private let insertions: Insertions

    /// Where in the plain draft something was put in, and how many bytes, in order.
    private struct Insertions {
        var places: [(offset: Int, count: Int)]

        func start(_ offset: Int) -> Int {
            places.reduce(offset) { $1.offset <= offset ? $0 + $1.count : $0 }
        }

        func end(_ offset: Int) -> Int {
            places.reduce(offset) { $1.offset < offset ? $0 + $1.count : $0 }
        }

        func moved(_ range: SourceRange) -> SourceRange {
            SourceRange(start(range.lowerBound), end(range.upperBound))
        }
    }

    /// Puts a paragraph in front and one behind.
    init(_ source: SourceText, _ document: Document, paragraph text: String) {
        let front = Array((text + "\n").utf8)
        let bytes = front + source.utf8 + Array(("\n" + text).utf8)
        self.source = SourceText(utf8: bytes)
        self.document = document
        insertions = Insertions(places: [(0, front.count)])
        moveBlocks()
        func paragraph(_ name: String, at start: Int) -> Block {
            let range = SourceRange(start, start + text.utf8.count)
            let id = BlockID(rawValue: "hostile-\(name)")
            added.insert(id)
            return Block(id: id, kind: .paragraph, content: [.text(text, source: range)], origin: .source(range))
        }
        let first = paragraph("front", at: 0)
        let last = paragraph("behind", at: bytes.count - text.utf8.count)
        self.document.blocks = [first] + self.document.blocks + [last]
    }

    /// Puts `text` before the text of every block that was read from the draft, as blanks in front of it.
    init(_ source: SourceText, _ document: Document, indentation text: String) {
        self.init(source, document, text) { block in
            block.source?.lowerBound
        } change: { block, _ in
            block.prefix = text + block.prefix
        }
    }

    /// Puts `text`, a sentence, at the beginning of every paragraph of the text where that changes no meaning: one that has
    /// no number, begins with a letter, which no mark of an earlier paragraph explains, and has sentences already.
    init(_ source: SourceText, _ document: Document, opening text: String) {
        self.init(source, document, text) { block in
            guard block.kind == .paragraph, block.label == nil, block.table == nil, !block.isItem else { return nil }
            let text = block.content.shownText.unicodeScalars
            guard text.first?.properties.isAlphabetic == true, text.contains("。") else { return nil }
            return block.content.first?.source?.lowerBound
        } change: { block, range in
            block.content.insert(.text(text, source: range), at: 0)
        }
    }

    private init(
        _ source: SourceText,
        _ document: Document,
        _ text: String,
        at place: (Block) -> Int?,
        change: (inout Block, SourceRange) -> Void
    ) {
        let places = document.blocks.map(place)
        let count = text.utf8.count
        insertions = Insertions(places: Set(places.compactMap { $0 }).sorted().map { ($0, count) })
        var bytes: [UInt8] = []
        var next = 0
        for insertion in insertions.places {
            bytes += source.utf8[next..<insertion.offset]
            bytes += text.utf8
            next = insertion.offset
        }
        self.source = SourceText(utf8: bytes + source.utf8[next...])
        self.document = document
        moveBlocks(keepingStarts: true)
        var taken: Set<Int> = []
        for (index, offset) in places.enumerated() {
            guard let offset, taken.insert(offset).inserted else { continue }
            let end = insertions.start(offset)
            change(&self.document.blocks[index], SourceRange(end - count, end))
        }
    }

    /// Where the text that began at `offset` begins now, after what was put in there.
    func start(_ offset: Int) -> Int { insertions.start(offset) }

    /// Where the text that ended at `offset` ends now, before what was put in there.
    func end(_ offset: Int) -> Int { insertions.end(offset) }

    /// The place for a finding that begins at `start` of the longer draft: what was put in at the beginning of a text is
    /// not told from the beginning.
    func afterInsertion(_ start: Int) -> Int {
        guard let insertion = insertions.places.first(where: { insertions.end($0.offset) == start }) else {
            return start
        }
        return start + insertion.count
    }

    /// Moves every place of the document.
    ///
    /// - Parameter keepingStarts: Whether what was put in at the start of a block belongs to the block.
    private mutating func moveBlocks(keepingStarts: Bool = false) {
        let insertions = insertions
        func move(_ inlines: inout [Inline]) {
            for index in inlines.indices { inlines[index].source = inlines[index].source.map(insertions.moved) }
        }
        for index in document.blocks.indices {
            if let range = document.blocks[index].source {
                let lower =
                    keepingStarts ? insertions.end(range.lowerBound) : insertions.start(range.lowerBound)
                document.blocks[index].origin = .source(SourceRange(lower, insertions.end(range.upperBound)))
            }
            document.blocks[index].updateInlines(move)
        }
    }
}
