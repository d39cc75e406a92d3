internal import SummaryModel

/// Where the elements stand among the blocks of a document, and where one that is missing belongs.
struct ElementPlaces {
    private let blocks: [Block]
    /// What each block is; `nil` for the text.
    private let elements: [Element?]

    init(_ blocks: [Block]) {
        self.blocks = blocks
        elements = blocks.map { Element($0) }
    }

    /// Where an element begins; `nil` when the document lacks it.
    func index(of element: Element) -> Int? { elements.firstIndex(of: element.whole) }

    /// Where an element belongs that the document lacks.
    func position(for element: Element) -> Int {
        if element.isAboveText {
            // A piece of text above the title does not end the head.
            let start = elements.firstIndex(of: .title) ?? 0
            let end = blocks[start...].firstIndex(where: \.kind.isOfText) ?? blocks.count
            let above = elements[..<end].lastIndex { $0.map { $0.order <= element.order } ?? false }
            return above.map { $0 + 1 } ?? elements[..<end].firstIndex { $0 != nil } ?? end
        }
        // The imprint is at the very end; all else stands before the pages of the attachments.
        let isImprint = element.order >= Element.copies.order
        let pages = blocks.firstIndex { $0.kind == .attachment && Element.isAttachmentHead($0) }
        let end = isImprint ? blocks.count : pages ?? blocks.count
        let above = blocks[..<end].lastIndex { block in
            !Self.isNoise(block) && Element(block).map { $0.order <= element.order } ?? true
        }
        return above.map { $0 + 1 } ?? end
    }

    private static func isNoise(_ block: Block) -> Bool {
        block.kind == .residue || block.kind == .pageNumber || block.kind.isPageFurniture
    }
}
