internal import RenderKit
internal import SummaryModel

/// Text of one format. LF stands for a line break.
struct TextPiece: Equatable {
    /// The format.
    var format: RunFormat
    /// The characters.
    var text: String
    /// Whether a line break stands before it that is not of the document, but of the layout.
    var isWrapped = false
    /// Whether the text is the number of a footnote: at the first reference to it, or at a further one.
    var note: NoteReference?
    /// The comments that begin or end before it.
    var marks: [CommentPlan.Mark] = []
    /// The key, when the text is the sign of a gap.
    var gap: String?
    /// Where the text leads, and the name by which links reach it.
    var link: String?
    var bookmark: String?

    /// What refers to a footnote.
    enum NoteReference: Equatable {
        case first, repeated
    }

    /// The pieces that show `block` (of a table only what stands around it), in order; neighbours differ in format.
    ///
    /// - Parameters:
    ///   - withMarker: Whether the marker is text; otherwise Word writes it.
    ///   - lead: The length of the first sentence, with the marker, when that is set apart; otherwise 0.
    static func pieces(of block: Block, withMarker: Bool = true, lead: Int = 0) -> [TextPiece] {
        var pieces: [TextPiece] = []
        pieces.reserveCapacity(4)
        let level = block.body == nil || block.isItem ? nil : block.kind.headingLevel
        let phrase = RunFormat(phraseLevel: level)
        append(block.prefix, .plain, to: &pieces)
        if lead > 0 {
            let sentence = RunFormat(isLead: true)
            if let label = block.label, withMarker { append(label.marker, sentence, to: &pieces) }
            let (head, tail) = block.content(toEndOf: lead)
            append(head, sentence, to: &pieces)
            append(tail, .plain, to: &pieces)
            append(block.suffix, .plain, to: &pieces)
            return pieces
        }
        if let label = block.label, withMarker { append(label.marker, phrase, to: &pieces) }
        append(block.content, phrase, to: &pieces)
        append(block.terminator, phrase, to: &pieces)
        if let body = block.body { append(body, .plain, to: &pieces) }
        append(block.suffix, .plain, to: &pieces)
        return pieces
    }

    /// The pieces that show `inlines`.
    static func pieces(of inlines: [Inline]) -> [TextPiece] {
        var pieces: [TextPiece] = []
        append(inlines, .plain, to: &pieces)
        return pieces
    }

    private static func append(_ inlines: [Inline], _ format: RunFormat, to pieces: inout [TextPiece]) {
        for inline in inlines {
            var format = format
            var gap: String?
            let text: String
            switch inline.content {
            case .lineBreak: text = "\n"
            case .placeholder(let placeholder):
                format.isPlaceholder = true
                gap = placeholder.key
                text = placeholder.sign
            case .other(let kind, let number)
            where kind == DocumentNotes.reference || kind == DocumentNotes.repeatedReference:
                var piece = TextPiece(format: format, text: number)
                piece.note = kind == DocumentNotes.reference ? .first : .repeated
                pieces.append(piece)
                continue
            case .text(let shown), .other(_, let shown): text = shown
            }
            append(text, format, gap: gap, link: inline.link, bookmark: inline.bookmark, to: &pieces)
        }
    }

    private static func append(
        _ text: String,
        _ format: RunFormat,
        gap: String? = nil,
        link: String? = nil,
        bookmark: String? = nil,
        to pieces: inout [TextPiece]
    ) {
        guard !text.isEmpty else { return }
        if let last = pieces.indices.last, pieces[last].format == format, pieces[last].note == nil,
            pieces[last].gap == gap,
            pieces[last].link == link,
            pieces[last].bookmark == bookmark
        {
            pieces[last].text += text
        } else {
            var piece = TextPiece(format: format, text: text)
            piece.gap = gap
            piece.link = link
            piece.bookmark = bookmark
            pieces.append(piece)
        }
    }
}
