internal import StageKit
internal import SummaryModel

/// The names of attachments: in the note below the text (GB/T 9704-2012, 7.3.4), and above each attachment (7.3.7). Both
/// must agree.
struct AttachmentNames {
    /// The title of an attachment, or the place where it should be.
    private struct Page {
        /// The number after 附件; `nil` for none.
        var number: Int?
        var head: Block
        var titles: [Block] = []
    }

    /// The names in the note, in order, each with the number that it has there.
    private var noted: [(number: Int?, name: String)] = []
    private var pages: [Page] = []

    /// Looks through the blocks of one document.
    private init(_ blocks: ArraySlice<Block>) {
        var isBelowHead = false
        for block in blocks where !block.kind.isPageFurniture && block.kind != .residue {
            if block.kind == .attachment {
                isBelowHead = Element.isAttachmentHead(block)
                if isBelowHead {
                    let digits = block.content.shownText.unicodeScalars.compactMap(\.digitValue)
                    let number = digits.isEmpty ? nil : digits.prefix(4).reduce(0) { $0 * 10 + $1 }
                    pages.append(Page(number: number, head: block))
                } else if pages.isEmpty {
                    add(block.shownText)
                }
            } else if block.kind == .title, isBelowHead {
                pages[pages.count - 1].titles.append(block)
            } else {
                isBelowHead = false
            }
        }
    }

    private mutating func add(_ line: String) {
        var text = Array(line.unicodeScalars)[...].trimmed
        if text.starts(with: "附件".unicodeScalars) {
            text = text.dropFirst(2).trimmed
            guard let colon = text.first, colon == "：" || colon == ":" else { return }
            text = text.dropFirst().trimmed
        } else if noted.isEmpty {
            return
        }
        let (number, name) = Self.numbered(text)
        guard !name.isEmpty else { return }
        noted.append((number, name.string))
    }

    /// A name without the number that stands before it: 1.名单, 2．名单, 3、名单, but not 1.5倍.
    static func numbered(_ text: Scalars) -> (number: Int?, name: Scalars) {
        let digits = text.prefix { $0.digitValue != nil }
        let rest = text.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let mark = rest.first, ".．、".unicodeScalars.contains(mark),
            rest.dropFirst().first.map({ $0.digitValue == nil }) == true
        else { return (nil, text) }
        return (digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }, rest.dropFirst().trimmed)
    }

    /// What is reported of the attachments of a document.
    static func findings(in document: Document) -> [Diagnostic] {
        guard document.blocks.contains(where: { $0.kind == .attachment }) else { return [] }
        return AttachmentNames(document.blocks[...]).findings
    }

    private var findings: [Diagnostic] {
        guard !noted.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        for (index, page) in pages.enumerated() {
            let number = page.number ?? (pages.count == 1 ? nil : index + 1)
            let entry =
                noted.first { $0.number == number }
                ?? (noted.count == 1 && pages.count == 1 && noted[0].number == nil ? noted[0] : nil)
            guard let entry else {
                findings.append(ElementsFinding.attachmentNotNoted(page.head))
                continue
            }
            guard let first = page.titles.first else { continue }
            let title = page.titles.reduce(into: "") { $0 += $1.content.shownText }
            if !Self.isSame(title, entry.name) {
                findings.append(ElementsFinding.attachmentTitle(first, title, noted: entry.name))
            }
        }
        return findings
    }

    /// Whether two names differ in blanks and title marks alone; a gap in one may stand for what the other has.
    private static func isSame(_ first: String, _ second: String) -> Bool {
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !$0.isBlank && !"《》".unicodeScalars.contains($0) }
        }
        return letters(first) == letters(second)
    }
}
