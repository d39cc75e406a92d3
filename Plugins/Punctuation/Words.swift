internal import SummaryModel

/// Words that begin like conjunctions.
enum Words {
    /// What follows 和, 与, 及 and 等 in words that are no conjunctions: 和谐, 与时俱进, 及时, 等级.
    private static let continuations: [Unicode.Scalar: String] = [
        "和": "谐平睦气解美顺缓善好田政蔼风煦约面衷县乡镇村", "与": "时会共日众世", "及": "时早格第至", "等": "级候待额效价同边于距离比量次",
        "或": "许缺",
    ]

    /// Whether a word other than 等 begins at an index.
    static func startsWithEtc(_ passage: Passage, _ index: Int) -> Bool { !isConjunction(passage, index, "等") }

    /// Whether the character at an index is `word` as a conjunction.
    static func isConjunction(_ passage: Passage, _ index: Int, _ word: Unicode.Scalar) -> Bool {
        guard passage.at(index) == word else { return false }
        guard let next = passage.at(index + 1), let others = continuations[word] else { return true }
        return !others.unicodeScalars.contains(next)
    }

    /// Whether 等 at an index ends a list, rather than being a verb (等通知): a mark follows, or a word that sums up.
    static func endsList(_ passage: Passage, _ index: Int) -> Bool {
        guard isConjunction(passage, index, "等") else { return false }
        guard let next = passage.at(index + 1) else { return true }
        if next.isPoint || next.isClosing || next.digitValue != nil || next.hanDigit != nil { return true }
        return sums.contains { passage.starts(index + 1, with: $0) }
    }

    /// Whether the words after a conjunction at an index are an item of a list, rather than those with whom something is
    /// done (与高校共建, 和群众座谈).
    static func joinsItem(_ passage: Passage, _ index: Int) -> Bool {
        var end = index + 1
        while end < passage.range.upperBound, passage.text[end].isHan, end - index <= longestItem { end += 1 }
        guard end > index + 1, end - index <= longestItem else { return false }
        let item = passage.text[(index + 1)..<end]
        return !together.contains { item.holds($0) }
    }

    private static let longestItem = 10
    private static let sums = [
        "方面", "工作", "各", "多", "系列", "问题", "措施", "情况", "内容", "领域", "活动", "制度", "任务", "重点", "环节", "方式", "部门", "单位", "几",
        "十",
    ]
    private static let together = [
        "共", "同", "一起", "联合", "联动", "合作", "签", "座谈", "谈心", "交流", "沟通", "对接", "面对面", "结对", "结合", "衔接", "融合", "见面", "协商",
        "对话",
        "有关", "相关",
    ]
}
