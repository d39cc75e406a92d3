internal import SummaryModel

/// Pictures in Markdown. Their bytes stand in the file itself, as `data:` addresses (RFC 2397), so that it is whole and reads
/// back as the same document.
struct MarkdownPictures {
    private let media: [String: Media]

    init(_ document: Document) {
        media = Dictionary(document.media.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The pictures of a block on one line.
    func text(of block: Block) -> String {
        var text = ""
        for picture in block.pictures {
            guard let media = media[picture.media] else { continue }
            let name = MarkdownText.escaped(picture.alternativeText).split(separator: "\n").joined(separator: " ")
            text += "![\(name)](data:\(media.header.format.mediaType);base64,\(Base64.text(of: media.bytes)))"
        }
        guard !text.isEmpty else { return "" }
        return text + (block.shownText.isEmpty ? "" : "\n\n")
    }
}
