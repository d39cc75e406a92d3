import DraftReading
import HTMLReading
import ReadKit
import SummaryModel

/// What comes of a page.
struct Page {
    let draft: Draft

    init(_ text: String, name: String? = "draft.html") throws(DraftError) {
        try self.init(Array(text.utf8), name: name)
    }

    init(_ bytes: [UInt8], name: String? = "draft.html") throws(DraftError) {
        draft = try HTMLReader().read(DraftFile(bytes, name: name), in: ReaderContext())
    }

    /// The text of every line.
    var lines: [String] { draft.source.lines.map { draft.source[$0] } }

    /// The findings without those that every page has.
    var findings: [String] { draft.diagnostics.map(\.id) }

    /// The kind and the text of every block.
    var blocks: [String] {
        DraftReader().read(draft).document.blocks.map { block in
            guard let table = block.table else { return "\(block.kind.rawValue) \(Self.trimmed(block.shownText))" }
            let rows = table.rows.map { $0.map(\.content.shownText).joined(separator: ",") }
            return "table \(table.headerRowCount) " + rows.joined(separator: "/")
        }
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
        return String(String.UnicodeScalarView(scalars[start..<max(start, end)]))
    }

    /// What is wrong with the draft as such.
    var defects: [String] {
        var defects: [String] = []
        if draft.traits.count != draft.source.lines.count {
            defects.append("\(draft.traits.count) traits for \(draft.source.lines.count) lines")
        }
        if String(validating: draft.source.utf8, as: UTF8.self) == nil { defects.append("no UTF-8") }
        for traits in draft.traits {
            for cell in traits.cells where cell.upperBound > draft.source.utf8.count { defects.append("cell \(cell)") }
        }
        return defects
    }
}
