internal import SummaryModel

/// Which paragraphs of a document end without the mark of a sentence, and ought to have one.
struct OpenParagraphs {
    private var indices: Set<Int> = []

    /// Looks at the last character of every paragraph. In a document most of whose paragraphs end openly that is its style,
    /// and none is named.
    init(_ document: Document) {
        var count = 0
        let blocks = document.blocks
        for (index, block) in blocks.enumerated() where Self.isText(block) {
            count += 1
            guard !Self.endsWell(block) else { continue }
            // What leads to a table is no sentence.
            if index + 1 < blocks.count, blocks[index + 1].kind == .table || blocks[index + 1].kind == .formula {
                continue
            }
            indices.insert(index)
        }
        if indices.count > 2, indices.count * 2 > count { indices = [] }
    }

    func contains(_ index: Int) -> Bool { indices.contains(index) }

    private static func isText(_ block: Block) -> Bool {
        switch block.kind {
        case .lead, .paragraph, .point: !block.content.isEmpty
        case .heading1, .heading2, .heading3, .heading4, .heading5: block.body?.isEmpty == false
        default: false
        }
    }

    private static func endsWell(_ block: Block) -> Bool {
        guard let last = block.body?.last ?? block.content.last else { return true }
        if block.body == nil, !block.terminator.isEmpty { return true }
        guard case .text(let text) = last.content else { return true }
        return ParagraphEnd.endsWell(text)
    }
}
