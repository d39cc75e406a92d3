internal import SummaryModel

/// The sentence that ends a lead and says that the account follows: 现将有关情况总结如下： 下面，我作简要汇报。
enum Announcement {
    private static let pointers = ["如下", "以下", "下面", "下述"]
    private static let openers = ["现将", "现就", "现向", "现对", "兹将", "谨将", "特将", "下面"]
    private static let verbs = [
        "总结", "汇报", "报告", "通报", "述职", "说明", "介绍", "小结", "回顾", "陈述", "交流", "梳理", "归纳", "概述", "公布",
    ]

    /// Whether the last sentence of `text` announces what follows: with a word that points to it, and a word for the
    /// account or a colon at the end; or with 现将 and its like, and a word for the account.
    static func ends(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var rest = scalars[...].trimmed
        let endsWithColon = rest.last == "：" || rest.last == ":"
        while let last = rest.last, last.isSentenceStop || last == "：" || last == ":" { rest = rest.dropLast() }
        let start = rest.lastIndex { $0.isSentenceStop && $0 != ";" && $0 != "；" }.map { $0 + 1 } ?? rest.startIndex
        let sentence = rest[start...]
        let hasVerb = verbs.contains { sentence.holds($0) }
        if pointers.contains(where: { sentence.holds($0) }), hasVerb || endsWithColon { return true }
        return hasVerb && openers.contains { sentence.holds($0) }
    }
}
