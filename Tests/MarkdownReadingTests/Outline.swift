import DraftReading
import MarkdownReading
import ReadKit
import SummaryModel

/// What comes of a Markdown text.
struct Outline {
    let draft: Draft
    let reading: Reading

    init(_ text: String, name: String? = "draft.md") throws(DraftError) {
        try self.init(Array(text.utf8), name: name)
    }

    init(_ bytes: [UInt8], name: String? = "draft.md") throws(DraftError) {
        draft = try MarkdownReader().read(DraftFile(bytes, name: name), in: ReaderContext())
        reading = DraftReader().read(draft)
    }

    /// The kind and the text of every block.
    var blocks: [String] {
        reading.document.blocks.map { block in
            guard let table = block.table else { return "\(block.kind.rawValue) \(Self.trimmed(block.shownText))" }
            let rows = table.rows.map { $0.map(\.content.shownText).joined(separator: ",") }
            return "table \(table.headerRowCount) " + rows.joined(separator: "/")
        }
    }

    /// The texts alone.
    var texts: [String] { reading.document.blocks.map { Self.trimmed($0.shownText) } }

    private static func trimmed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    /// What is wrong with the record: characters that neither the blocks nor the edits account for, syntax out of order.
    var defects: [String] {
        var defects: [String] = []
        var counts: [Unicode.Scalar: Int] = [:]
        func add(_ text: String, _ sign: Int) {
            for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
                let category = scalar.properties.generalCategory
                if category == .control || category == .format { continue }
                counts[scalar, default: 0] += sign
            }
        }
        add(String(decoding: draft.source.utf8, as: UTF8.self), 1)
        for edit in reading.edits {
            add(edit.before, -1)
            add(edit.after, 1)
        }
        for block in reading.document.blocks { add(block.shownText, -1) }
        let wrong = counts.filter { $0.value != 0 }.map { "\($0.key)\($0.value)" }.sorted()
        if !wrong.isEmpty { defects.append("not accounted for: \(wrong)") }
        var end = 0
        for range in draft.syntax {
            if range.lowerBound < end || range.count == 0 || range.upperBound > draft.source.utf8.count {
                defects.append("syntax at \(range)")
            }
            if String(validating: draft.source.utf8[range.lowerBound..<range.upperBound], as: UTF8.self) == nil {
                defects.append("syntax inside a character at \(range)")
            }
            end = range.upperBound
        }
        if draft.traits.count != draft.source.lines.count { defects.append("\(draft.traits.count) traits") }
        return defects
    }
}
