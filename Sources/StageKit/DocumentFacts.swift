public import SummaryModel

/// What conditions may ask about a document: its metadata, its title, and the genre that the title names.
///
/// The facts are the keys of the metadata; `title`; and `genre`, when the metadata does not say it: every word for a genre
/// with which the title ends.
public struct DocumentFacts: Sendable {
    /// The values by name; a fact may have several.
    private var values: [String: [String]]
    /// What the document says about itself in so many words.
    let metadata: [String: String]

    /// The words by which titles name a genre. A title has every genre with whose word it ends: 党建工作总结 is a
    /// 工作总结 and a 总结 as well.
    private static let genres = [
        "总结", "工作总结", "党建工作总结", "个人总结", "年度总结", "年终总结", "半年总结", "小结", "工作小结", "述职报告", "述职述廉报告",
        "述职述德述廉报告", "述职述责述廉报告", "报告", "工作报告", "情况报告", "调研报告", "调查报告", "自查报告", "整改报告", "汇报", "工作汇报", "情况汇报",
        "汇报材料", "讲话", "讲话稿", "致辞", "发言", "发言稿", "发言材料", "交流材料", "经验材料", "计划", "工作计划", "要点", "工作要点", "打算", "工作打算",
        "安排", "工作安排", "思路", "工作思路", "规划", "方案", "工作方案", "实施方案", "意见", "实施意见", "通知", "通报", "公告", "通告", "决定", "决议",
        "请示", "批复", "函", "复函", "议案", "纪要", "会议纪要", "办法", "规定", "细则", "制度", "预案", "心得体会", "倡议书", "承诺书",
    ]

    /// The words by which a title adds a second genre, as in 2024年工作总结和2025年工作计划.
    private static let plans = ["计划", "打算", "安排", "思路", "要点", "规划"]

    /// Finds the facts of `document`.
    public init(_ document: Document) {
        metadata = document.metadata
        // A list has its items in lines.
        values = metadata.mapValues { $0.split(separator: "\n").map(String.init) }
        let title = document.titleLines.joined()
        guard !title.isEmpty else { return }
        values["title"] = [title]
        let genres = Self.genres(of: Array(title.unicodeScalars)[...])
        if values["genre"] == nil, !genres.isEmpty { values["genre"] = genres }
    }

    /// The names that a condition may ask for: those of the document, and those that every document may have.
    public var names: [String] { Set(values.keys).union(["genre", "title"]).sorted() }

    /// The values of a fact; `nil` when the document says nothing about it.
    public subscript(name: String) -> [String]? { values[name] }

    /// The genres that a title names, the most special first.
    private static func genres(of title: Scalars) -> [String] {
        let title = withoutBrackets(title)
        var found = genres(atEndOf: title)
        guard found.contains(where: plans.contains) else { return found }
        for index in title.indices where "和及与暨".unicodeScalars.contains(title[index]) {
            for genre in genres(atEndOf: title[..<index]) where !found.contains(genre) { found.append(genre) }
        }
        return found
    }

    private static func genres(atEndOf title: Scalars) -> [String] {
        genres.filter { title.ends(with: $0) }.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
    }

    /// A title without （讨论稿） and the like at its end.
    private static func withoutBrackets(_ title: Scalars) -> Scalars {
        let title = title.trimmed
        guard title.last == "）" || title.last == ")",
            let open = title.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return title }
        return title[..<open].trimmed
    }
}
