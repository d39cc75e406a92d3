internal import StageKit
internal import SummaryModel

/// 三四个 is an approximate number and has no 、; 二、三年级 are two grades and have one.
enum ApproximateNumber: PunctuationRule {
    static let name = "approximate-number"
    static let summary = LocalizedText(
        zh: "概数之间用了顿号，或两个序数之间缺少顿号",
        en: "An approximate number has a 、, or two ordinal numbers lack one."
    )
    static let source: String? = "GB/T 15834-2011, 4.5.3.4"
    static let level = RuleLevel.info

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        for index in passage.range where passage.text[index].hanDigit != nil {
            guard let first = passage.text[index].hanDigit, !isNumber(passage.before(index)) else { continue }
            if passage.at(index + 1) == "、", let second = passage.at(index + 2)?.hanDigit, second == first + 1,
                let unit = passage.at(index + 3), counts.contains(unit), !isOrdinal(index + 3, passage)
            {
                let range = index..<index + 3
                let text = String(passage.text[index]) + String(passage.text[index + 2])
                findings.append(
                    Finding(range, message(passage.string(range), text), replacement: text)
                )
            } else if let second = passage.at(index + 1)?.hanDigit, second == first + 1,
                ordinals.contains(where: { passage.starts(index + 2, with: $0) })
            {
                let range = index..<index + 2
                let text = String(passage.text[index]) + "、" + String(passage.text[index + 1])
                findings.append(
                    Finding(range, message(passage.string(range), text), replacement: text)
                )
            }
        }
        return findings
    }

    /// Whether a character makes a longer number or list of what follows it: 第一、二个, 一、二、三个, 十三、四.
    private static func isNumber(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return "第、十百千万〇零".unicodeScalars.contains(scalar) || scalar.hanDigit != nil
    }

    private static func isOrdinal(_ unit: Int, _ passage: Passage) -> Bool {
        ["年级", "个季度", "个阶段", "个五年"].contains { passage.starts(unit, with: $0) }
    }

    private static let counts = Set("个天名人次项件场位家户条倍岁遍回".unicodeScalars)
    private static let ordinals = ["年级", "季度", "产业"]

    private static func message(_ found: String, _ text: String) -> LocalizedText {
        found.unicodeScalars.contains("、")
            ? LocalizedText(
                zh: "概数“\(found)”中间不用顿号，请改为“\(text)”",
                en: "'\(found)' is an approximate number; write '\(text)'"
            )
            : LocalizedText(
                zh: "“\(found)”指两个序数，请改为“\(text)”",
                en: "'\(found)' means two ordinal numbers; write '\(text)'"
            )
    }
}
