internal import StageKit
internal import SummaryModel

/// A mark in a title. Titles have 《》, “” and brackets only (practice; the standard is silent since 2012).
struct TitlePunctuation: PassageRule {
    static let name = "title-punctuation"
    static let summary = LocalizedText(zh: "标题中的标点", en: "A mark in a title.")
    static let level = RuleLevel.info

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        guard passage.entry.block.kind == .title else { return [] }
        let text = passage.text
        var findings: [Finding] = []
        var depth = 0
        for index in text.indices {
            let scalar = text[index]
            if "“《（〈‘".unicodeScalars.contains(scalar) { depth += 1 }
            if "”》）〉’".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            guard depth == 0, "，。；！？、,;!?".unicodeScalars.contains(scalar) else { continue }
            // 奋进新时代，书写新篇章: a slogan is divided by a comma.
            if scalar == "，", index + 1 < text.endIndex { continue }
            findings.append(Self.finding(index..<index + 1, scalar))
        }
        return findings
    }
}

extension TitlePunctuation {
    private static func finding(_ range: Range<Int>, _ mark: Unicode.Scalar) -> Finding {
        Finding(
            range,
            LocalizedText(
                zh: mark == "、" ? "标题中一般不用“、”，并列的名称之间用空格" : "标题中一般不用“\(mark)”，请考虑删去",
                en: mark == "、"
                    ? "a title has no '、'; put a blank between the names"
                    : "a title has no '\(mark)'; consider leaving it out"
            ),
            replacement: mark == "、" ? " " : ""
        )
    }
}
