internal import SummaryModel

/// Tells the path of pages that sites print above a text: 首页 > 文秘 > 总结.
enum Breadcrumbs {
    /// Whether `text` is short pieces between `>` or `»`.
    static func areHeld(by text: Scalars) -> Bool {
        let pieces = text.split { ">》»›＞→".unicodeScalars.contains($0) }
        guard pieces.count >= 3, !text.contains("《") else { return false }
        return pieces.allSatisfy { $0.count <= 14 && !$0.contains("，") && !$0.contains("。") }
    }
}
