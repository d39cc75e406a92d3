internal import RenderKit
internal import SummaryModel

/// The footnotes of a document in Markdown, whose marks are syntax.
struct MarkdownNotes {
    private let names: Set<String>

    init(_ document: Document) {
        var names: Set<String> = []
        for index in document.blocks.indices where document.blocks[index].kind == .footnote {
            if let found = NoteMark.definition(in: document.blocks[index]) { names.insert(found.name) }
        }
        self.names = names
    }

    /// Escaped text with the references to footnotes as they are meant.
    func restored(_ text: String) -> String {
        guard !names.isEmpty, text.contains("\\[^") else { return text }
        let scalars = Array(text.unicodeScalars)
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            if let (name, end) = reference(scalars, at: index), names.contains(name) {
                for scalar in "[^\(name)]".unicodeScalars { result.append(scalar) }
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return result[...].string
    }

    /// A reference with backslashes before its brackets.
    private func reference(_ scalars: [Unicode.Scalar], at start: Int) -> (name: String, end: Int)? {
        guard start + 5 < scalars.count, scalars[start] == "\\", scalars[start + 1] == "[", scalars[start + 2] == "^"
        else {
            return nil
        }
        var name: [Unicode.Scalar] = []
        var index = start + 3
        while index + 1 < scalars.count, index - start < 200 {
            if scalars[index] == "\\" {
                if scalars[index + 1] == "]" { return (name[...].string, index + 2) }
                index += 1
            }
            name.append(scalars[index])
            index += 1
        }
        return nil
    }

    /// A footnote with its mark.
    static func markdown(of block: Block) -> String {
        let isMarked = block.content.contains { $0.link != nil || $0.bookmark != nil }
        guard isMarked, let found = NoteMark.definition(in: block) else {
            // It is Markdown already.
            return block.shownText
        }
        return found.mark + MarkdownInlines.text(NoteMark.withoutMark(block, found.mark).content)
            + MarkdownText.escaped(block.suffix)
    }
}
