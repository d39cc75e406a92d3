internal import SummaryModel

/// A mark in a title. Titles have 《》, “” and brackets only (practice; the standard is silent since 2012).
struct TitlePunctuation: Rule {
    static let name = "title-punctuation"
    static let summary = LocalizedText(zh: "标题中的标点", en: "A mark in a title.")
    static let level = RuleLevel.info

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for (block, entry) in proof.blocks.enumerated() where entry.block.kind == .title {
            for passage in entry.passages {
                var depth = 0
                for index in passage {
                    let scalar = entry.scalars[index]
                    if "“《（〈‘".unicodeScalars.contains(scalar) { depth += 1 }
                    if "”》）〉’".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
                    guard depth == 0, "，。；！？、,;!?".unicodeScalars.contains(scalar) else { continue }
                    // 奋进新时代，书写新篇章: a slogan is divided by a comma.
                    if scalar == "，", index + 1 < passage.upperBound { continue }
                    findings.append(Self.finding(block, index..<index + 1, scalar))
                }
            }
        }
        return findings
    }
}

extension TitlePunctuation {
    private static func finding(_ block: Int, _ range: Range<Int>, _ mark: Unicode.Scalar) -> Finding {
        Finding(
            block,
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
