internal import ReadKit
internal import SummaryModel

/// Puts what a draft says about stretches of its text on the pieces of a document, which are divided where a stretch begins
/// or ends inside them.
struct MarkedPieces {
    private typealias Stretch = (range: SourceRange, name: String)

    private let source: SourceText
    private let links: [Stretch]
    private let bookmarks: [Stretch]

    init(_ draft: Draft) {
        source = draft.source
        var (links, bookmarks): ([Stretch], [Stretch]) = ([], [])
        for mark in draft.marks where mark.range.count > 0 {
            switch mark.meaning {
            case .link(let target): links.append((mark.range, target))
            case .bookmark(let name): bookmarks.append((mark.range, name))
            }
        }
        self.links = Self.inOrder(links)
        self.bookmarks = Self.inOrder(bookmarks)
    }

    /// The stretches in order, without those that begin inside another.
    private static func inOrder(_ stretches: [Stretch]) -> [Stretch] {
        let sorted = stretches.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        var result: [Stretch] = []
        for (_, stretch) in sorted where stretch.range.lowerBound >= result.last?.range.upperBound ?? 0 {
            result.append(stretch)
        }
        return result
    }

    /// Marks the pieces of a document that was made of the draft.
    func mark(_ document: inout Document) {
        for index in document.blocks.indices {
            document.blocks[index].updateInlines { inlines in
                guard inlines.contains(where: { isMarked($0) }) else { return }
                inlines = inlines.flatMap { parts(of: $0) }
            }
        }
    }

    private func isMarked(_ inline: Inline) -> Bool {
        guard let range = inline.source, range.count > 0 else { return false }
        return stretch(at: range, in: links) != nil || stretch(at: range, in: bookmarks) != nil
    }

    private func parts(of inline: Inline) -> [Inline] {
        guard let range = inline.source, case .text(let text) = inline.content, text.utf8.count == range.count else {
            return [inline]
        }
        var parts: [Inline] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let rest = SourceRange(start, range.upperBound)
            let (link, bookmark) = (stretch(at: rest, in: links), stretch(at: rest, in: bookmarks))
            var end = range.upperBound
            for found in [link, bookmark].compactMap(\.self) {
                end = min(end, found.range.lowerBound > start ? found.range.lowerBound : found.range.upperBound)
            }
            let place = SourceRange(start, end)
            var part = Inline(.text(source[place]), source: place)
            if let link, link.range.lowerBound <= start { part.link = link.name }
            if let bookmark, bookmark.range.lowerBound <= start { part.bookmark = bookmark.name }
            parts.append(part)
            start = end
        }
        return parts
    }

    /// The first stretch that has something in common with `range`.
    private func stretch(at range: SourceRange, in stretches: [Stretch]) -> Stretch? {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < stretches.count, stretches[low].range.lowerBound < range.upperBound else { return nil }
        return stretches[low]
    }
}
