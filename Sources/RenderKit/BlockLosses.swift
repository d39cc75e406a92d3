public import SummaryModel

/// What blocks lose in a format without merged cells.
public enum BlockLosses {
    /// What ``losses(of:in:)`` may report.
    public static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).merged-cells",
                .info,
                LocalizedText(zh: "未能合并的单元格", en: "Cells that are no longer merged.")
            )
        ]
    }

    /// Findings for a format that has none of this, one for each block that loses something.
    public static func losses(of document: Document, in format: String) -> [Diagnostic] {
        var losses: [Diagnostic] = []
        for index in document.blocks.indices {
            guard let table = document.blocks[index].table, TableGrid(table).isMerged else { continue }
            losses.append(
                Diagnostic(
                    id: "\(format).merged-cells",
                    severity: .info,
                    message: mergedCells(in: format),
                    anchor: Diagnostic.Anchor(document.blocks[index].id)
                )
            )
        }
        return losses
    }

    private static func mergedCells(in format: String) -> LocalizedText {
        LocalizedText(
            zh: "\(format) 不能合并单元格，文字写在合并区域左上角的单元格里，其余留空；需要时请输出 docx 或 html",
            en:
                "\(format) has no merged cells: the text stands in the first of the cells and the others are empty; render docx or html to have them merged"
        )
    }
}
