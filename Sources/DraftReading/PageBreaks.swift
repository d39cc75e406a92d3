internal import ReadKit
internal import SummaryModel

/// Where pages begin because the draft says so.
enum PageBreaks {
    /// Takes over what the file says about the first line of a block.
    static func note(_ traits: LineTraits, on block: inout Block) {
        if traits.startsPage { block.startsPage = true }
        if traits.isLandscape { block.isLandscape = true }
    }

    /// Leaves out what goes without saying: a page begins with the first block, with a further document, with what stands
    /// above an attachment, and where the pages are turned.
    static func settle(_ document: inout Document) {
        guard document.blocks.contains(where: { $0.startsPage || $0.isLandscape }) else { return }
        placePictures(&document.blocks)
        let first = document.blocks.firstIndex { $0.kind != .residue && $0.kind != .pageNumber } ?? 0
        for index in Array(document.blocks.indices.prefix(first + 1)) + document.furtherStarts {
            document.blocks[index].startsPage = false
        }
        for index in document.blocks.indices where document.blocks[index].startsPage {
            let isTurned = index > 0 && document.blocks[index].isLandscape != document.blocks[index - 1].isLandscape
            if isTurned || isAttachmentHead(document.blocks[index]) { document.blocks[index].startsPage = false }
        }
    }

    /// A picture between blocks on landscape pages stands there as well.
    private static func placePictures(_ blocks: inout [Block]) {
        for index in blocks.indices.dropFirst() where !blocks[index].pictures.isEmpty {
            let next = blocks[(index + 1)...].first { $0.pictures.isEmpty }
            blocks[index].isLandscape = blocks[index - 1].isLandscape && next?.isLandscape ?? true
        }
    }

    private static func isAttachmentHead(_ block: Block) -> Bool {
        block.kind == .attachment && block.label == nil
            && block.content.shownText.unicodeScalars.allSatisfy {
                $0 == "附" || $0 == "件" || $0.isBlank || $0.digitValue != nil || HanNumeral.digit($0) != nil
            }
    }
}
