internal import ReadKit
internal import SummaryModel

/// Puts the pictures of a draft between the blocks that were made of its text.
///
/// The recogniser looks at text alone, so pictures come after it. A picture that stands inside a paragraph or a table
/// comes below it. Pictures with nothing between them but blanks on one line are one block.
enum PictureBlocks {
    /// The blocks with the pictures of `draft` among them.
    static func inserting(_ draft: Draft, into blocks: [Block]) -> [Block] {
        guard !draft.pictures.isEmpty else { return blocks }
        var result: [Block] = []
        result.reserveCapacity(blocks.count + draft.pictures.count)
        var rest = draft.pictures.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
        var number = 0
        /// Adds the pictures that stand before `limit`.
        func add(before limit: Int) {
            var lastLine: Int?
            while let next = rest.first, next.range.lowerBound < limit {
                rest = rest.dropFirst()
                let line = draft.source.lineIndex(at: min(next.range.lowerBound, max(0, draft.source.utf8.count - 1)))
                let end = result.last?.source?.upperBound ?? 0
                let lower = max(next.range.lowerBound, end)
                let place = SourceRange(lower, max(lower, next.range.upperBound))
                if line == lastLine, let last = result.indices.last, !result[last].pictures.isEmpty {
                    result[last].pictures.append(next.picture)
                    if let start = result[last].source?.lowerBound {
                        result[last].origin = .source(SourceRange(start, place.upperBound))
                    }
                    continue
                }
                lastLine = line
                number += 1
                var block = Block(
                    id: BlockID(rawValue: "p\(number)"),
                    kind: .picture,
                    origin: .source(place)
                )
                block.pictures = [next.picture]
                result.append(block)
            }
        }
        for block in blocks {
            // Where nothing of the text stands, a picture has an empty place, which may be that of the next block.
            if let start = block.source?.lowerBound { add(before: start) }
            let isFirstOfPlace = rest.first.map {
                $0.range.lowerBound == block.source?.lowerBound && $0.range.count == 0
            }
            if isFirstOfPlace == true, let start = block.source?.lowerBound { add(before: start + 1) }
            result.append(block)
        }
        add(before: .max)
        return result
    }
}
