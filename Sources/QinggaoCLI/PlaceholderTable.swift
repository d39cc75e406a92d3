internal import Qinggao
internal import SummaryModel

/// The gaps of a draft as a table for a terminal.
struct PlaceholderTable {
    private let list: PlaceholderList

    init(_ list: PlaceholderList) { self.list = list }

    /// The table and the number of gaps.
    func text(in language: Language) -> String {
        let isChinese = language == .chinese
        var rows = [
            isChinese ? ["序号", "行:列", "类型", "键", "同组", "上下文"] : ["#", "line:col", "kind", "key", "group", "context"]
        ]
        for gap in list.placeholders {
            rows.append([
                String(gap.ordinal), "\(gap.line):\(gap.column)", gap.kind, gap.key,
                gap.group == gap.key ? "" : gap.group, gap.before + "⟦" + gap.text + "⟧" + gap.after,
            ])
        }
        // A column without anything in it says nothing.
        if !list.placeholders.contains(where: { $0.group != $0.key }) {
            for row in rows.indices { rows[row].remove(at: 4) }
        }
        let last = rows[0].count - 1
        let widths = (0..<last).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        var lines = rows.map { row in
            (0..<last).map { row[$0] + String(repeating: " ", count: widths[$0] - DisplayWidth.of(row[$0])) }
                .joined(separator: "  ") + "  " + row[last]
        }
        lines.append(isChinese ? "共 \(list.placeholders.count) 处" : "\(list.placeholders.count) gaps")
        return lines.joined(separator: "\n")
    }
}
