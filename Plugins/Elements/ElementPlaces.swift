internal import SummaryModel

/// Where the elements stand among the blocks of a document, and where one that is missing belongs.
struct ElementPlaces {
    private let blocks: [Block]

    init(_ blocks: [Block]) { self.blocks = blocks }

    /// Where an element begins; `nil` when the document lacks it.
    func index(of element: Element) -> Int? {
        switch element {
        case .copyNumber: head(.copyNumber)
        case .classification: head(.classification)
        case .urgency: head(.urgency)
        case .issuer: head(.mark)
        case .number, .signers: first(.documentNumber)
        case .title: first(.title)
        case .subtitle: first(.subtitle)
        case .author: first(.author)
        case .recipient: first(.salutation)
        case .attachments: first(.attachment)
        case .signature: first(.signature)
        case .date: first(.date)
        case .note: first(.note)
        case .copies: first(.copies)
        case .printer, .printDate: first(.imprint)
        }
    }

    /// Where an element belongs that the document lacks.
    func position(for element: Element) -> Int {
        let rank = Self.rank(element)
        if rank < Self.textRank {
            // A piece of text above the title does not end the head.
            let start = first(.title) ?? 0
            let end = blocks[start...].firstIndex(where: \.kind.isOfText) ?? blocks.count
            if let above = blocks[..<end].lastIndex(where: { Self.rank($0).map { $0 <= rank } ?? false }) {
                return above + 1
            }
            return blocks[..<end].firstIndex { Self.rank($0) != nil } ?? end
        }
        // The imprint is at the very end; all else stands before the pages of the attachments.
        let isImprint = rank >= Self.rank(.copies)
        let end = isImprint ? blocks.count : firstAttachmentPage ?? blocks.count
        var position = blocks[..<end].lastIndex { !Self.isNoise($0) && (Self.rank($0) ?? 0) <= rank }.map { $0 + 1 }
        if isImprint { position = position ?? blocks.count }
        return position ?? end
    }

    private var firstAttachmentPage: Int? {
        blocks.firstIndex { $0.kind == .attachment && Self.isAttachmentHead($0) }
    }

    private func first(_ kind: BlockKind) -> Int? { blocks.firstIndex { $0.kind == kind } }

    private func head(_ line: HeadLine) -> Int? {
        blocks.firstIndex { $0.kind == .issuerHead && HeadLine($0.content.shownText) == line }
    }

    /// 附件 with at most a number, above an attachment (GB/T 9704-2012, 7.3.7).
    private static func isAttachmentHead(_ block: Block) -> Bool {
        let text = block.content.shownText.unicodeScalars.filter { !$0.isBlank }
        return text.starts(with: "附件".unicodeScalars) && text.dropFirst(2).allSatisfy { $0.digitValue != nil }
    }

    private static func isNoise(_ block: Block) -> Bool {
        block.kind == .residue || block.kind == .pageNumber || block.kind.isPageFurniture
    }

    // MARK: Order

    /// What stands above the text has smaller ranks, what stands below it greater ones.
    private static let textRank = 20

    private static func rank(_ element: Element) -> Int {
        switch element {
        case .copyNumber: 0
        case .classification: 1
        case .urgency: 2
        case .issuer: 3
        case .number, .signers: 4
        case .title: 5
        case .subtitle: 6
        case .author: 7
        case .recipient: 8
        case .attachments: 21
        case .signature: 22
        case .date: 23
        case .note: 24
        case .copies: 30
        case .printer, .printDate: 31
        }
    }

    /// The rank of a block that is an element; `nil` for the text.
    private static func rank(_ block: Block) -> Int? {
        switch block.kind {
        case .issuerHead:
            switch HeadLine(block.content.shownText) {
            case .copyNumber: 0
            case .classification: 1
            case .urgency: 2
            case .mark: 3
            }
        case .documentNumber: 4
        case .title: 5
        case .subtitle: 6
        case .author: 7
        case .salutation: 8
        case .attachment: isAttachmentHead(block) ? nil : 21
        case .signature: 22
        case .date: 23
        case .note: 24
        case .copies: 30
        case .imprint: 31
        default: nil
        }
    }
}
