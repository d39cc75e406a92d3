public import SummaryModel

/// The footnotes of a document, with the references to them as pieces of their own.
///
/// `[^name]` in a text that is not from plain text is a reference when a block of kind `footnote` begins with `[^name]:`. A format that numbers footnotes
/// shows a number in the place of each; the numbers follow the order of the first references, and the record of changes holds
/// what they replace. A footnote to which nothing refers stays a paragraph.
public struct DocumentNotes: Sendable {
    /// A footnote that the text refers to.
    package struct Note: Sendable {
        /// Its number, from 1.
        package var number: Int
        /// The name in its mark.
        package var name: String
        /// What it shows after its mark.
        package var block: Block
    }

    /// The document with references as pieces of the kinds `reference` and `repeatedReference`, whose text is the number.
    /// The footnotes keep their blocks, without their marks.
    public let document: Document
    /// The footnotes in the order of their numbers.
    package let notes: [Note]
    /// The numbers of the footnotes by their blocks.
    package let numbers: [BlockID: Int]
    private let replaced: [(offset: Int, before: String, after: String)]

    /// The kind of a piece that is the first reference to a footnote.
    package static let reference = "note-reference"
    /// The kind of a piece that is a further reference to a footnote.
    package static let repeatedReference = "repeated-note-reference"

    /// Whether the text refers to no footnote.
    public var isEmpty: Bool { notes.isEmpty }

    /// Looks for the footnotes of a document.
    public init(_ document: Document) {
        var marks: [String: (block: Int, mark: String)] = [:]
        for index in document.blocks.indices where document.blocks[index].kind == .footnote {
            guard let found = NoteMark.definition(in: document.blocks[index]), marks[found.name] == nil else {
                continue
            }
            marks[found.name] = (index, found.mark)
        }
        guard document.hasNoteReferences, !marks.isEmpty else {
            self.init(document: document)
            return
        }
        var result = document
        var order: [String] = []
        var numbers: [String: Int] = [:]
        var replaced: [(offset: Int, before: String, after: String)] = []
        for index in result.blocks.indices where Self.mayRefer(result.blocks[index].kind) {
            let start = result.blocks[index].source?.lowerBound ?? 0
            result.blocks[index].updateInlines { inlines in
                guard inlines.contains(where: { NoteMark.mayOccur(in: $0.shownText) }) else { return }
                inlines = inlines.flatMap { inline -> [Inline] in
                    guard case .text(let text) = inline.content else { return [inline] }
                    return NoteMark.pieces(of: text) { marks[$0] != nil }.map { piece in
                        guard let name = piece.name else { return inline.part(.text(piece.text)) }
                        let isFirst = numbers[name] == nil
                        if isFirst {
                            order.append(name)
                            numbers[name] = order.count
                        }
                        let number = String(numbers[name] ?? 0)
                        let offset = inline.source.map {
                            $0.lowerBound + ($0.count == text.utf8.count ? piece.offset : 0)
                        }
                        replaced.append((offset ?? start, piece.text, number))
                        return Inline(.other(kind: isFirst ? Self.reference : Self.repeatedReference, text: number))
                    }
                }
            }
        }
        guard !order.isEmpty else {
            self.init(document: document)
            return
        }
        var notes: [Note] = []
        var byBlock: [BlockID: Int] = [:]
        for (place, name) in order.enumerated() {
            guard let (index, mark) = marks[name] else { continue }
            let block = NoteMark.withoutMark(document.blocks[index], mark)
            replaced.append((document.blocks[index].source?.lowerBound ?? 0, mark, String(place + 1)))
            notes.append(Note(number: place + 1, name: name, block: block))
            byBlock[block.id] = place + 1
            result.blocks[index] = block
        }
        self.init(document: result, notes: notes, numbers: byBlock, replaced: replaced)
    }

    private init(
        document: Document,
        notes: [Note] = [],
        numbers: [BlockID: Int] = [:],
        replaced: [(offset: Int, before: String, after: String)] = []
    ) {
        self.document = document
        self.notes = notes
        self.numbers = numbers
        self.replaced = replaced
    }

    /// The document without the footnotes that the text refers to.
    package var text: Document {
        guard !notes.isEmpty else { return document }
        var text = document
        text.blocks.removeAll { numbers[$0.id] != nil }
        return text
    }

    /// The edits by which numbers stand in the place of marks.
    ///
    /// - Parameter format: The name of the output format.
    public func edits(for format: String) -> [Edit] {
        replaced.map { Edit(stage: format, offset: $0.offset, before: $0.before, after: $0.after, reason: "footnote") }
    }

    /// Whether blocks of a kind stand in the running text, where a reference may stand.
    private static func mayRefer(_ kind: BlockKind) -> Bool {
        switch kind {
        case .footnote, .issuerHead, .documentNumber, .copies, .imprint, .header, .footer, .tableOfContents: false
        default: true
        }
    }
}
