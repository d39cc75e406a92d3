internal import StageKit
internal import SummaryModel

/// Numbers that are not written as GB/T 15835 has them: ranges without the first sign, two words for about, 万 after
/// thousands groups.
struct NumberStyle: PassageRule {
    static let name = "number-style"
    static let summary = LocalizedText(
        zh: "数字写法不规范：数值范围缺百分号或数量级、概数词重复、分节号与“万”并用",
        en: "Ranges without the first per cent sign or magnitude, two words for 'about', or thousands groups before 万."
    )
    static let level = RuleLevel.info

    init(words: WordLists) {}

    func findings(in passage: Proof.Passage) -> [Finding] {
        let (text, figures) = (passage.text, passage.figures)
        var findings: [Finding] = []
        for (index, figure) in figures.enumerated() {
            if index + 1 < figures.count, let finding = range(figure, figures[index + 1], in: text) {
                findings.append(finding)
            }
            if let finding = groups(figure, in: text) { findings.append(finding) }
            if let finding = approximation(figure, in: text) { findings.append(finding) }
        }
        return findings
    }

    // MARK: - Ranges

    private func range(_ first: Figure, _ second: Figure, in text: Scalars) -> Finding? {
        let sign = first.range.upperBound
        guard !first.isHan, !second.isHan, first.unit.isEmpty, second.range.lowerBound == sign + 1,
            text[sign].isRangeSign, first.value < second.value, !second.unit.isEmpty,
            !isOneOfSeveral(first.range.lowerBound, in: text)
        else { return nil }
        let unit = text[second.unit]
        let left: String
        if unit.count == 1, unit.starts(with: "%") || unit.starts(with: "％") {
            left = unit.string
        } else if unit.starts(with: "万") || unit.starts(with: "亿"), first.value >= 100 * Figure.scale {
            // 3～5万元 is clear; 500～1000万元 may be 500元.
            left = unit.string
        } else {
            return nil
        }
        let range = first.range.lowerBound..<second.end
        let right = text[first.range].string + left + text[sign..<second.end].string
        return Finding(
            range,
            Self.rangeMessage(text[range].string, right),
            replacement: right,
            source: "GB/T 15835-2011, 5.1.3"
        )
    }

    /// Whether the number is not the first of a range: a number, code or ordinal stands before it.
    private func isOneOfSeveral(_ start: Int, in text: Scalars) -> Bool {
        guard start > text.startIndex else { return false }
        let before = text[start - 1]
        return before.isRangeSign && before != "至" && before != "到" || "第图表、,".unicodeScalars.contains(before)
    }

    // MARK: - Thousands groups

    private func groups(_ figure: Figure, in text: Scalars) -> Finding? {
        guard figure.hasCommas else { return nil }
        let end = figure.range.upperBound
        guard end < text.endIndex, text[end] == "万" || text[end] == "亿" else { return nil }
        let range = figure.range.lowerBound..<end + 1
        let right = text[range].filter { $0 != "," }.string
        return Finding(
            range,
            Self.groupsMessage(text[range].string, right),
            replacement: right,
            source: "GB/T 15835-2011, 5.1.1"
        )
    }

    // MARK: - Approximations

    /// A word before a number, and those after it that say the same again.
    private struct Approximation {
        var word: String
        var again: [String]
        /// Characters before ``word`` with which it is another word: 签约, 附近.
        var notAfter = ""
        /// Whether it is another word before a length of time: 近30多年.
        var isOfTime = false
    }

    private static let approximations: [Approximation] = [
        Approximation(word: "约", again: ["左右", "上下", "余", "多"], notAfter: "签履预违节邀合契条公特集简失赴相解续制"),
        Approximation(word: "近", again: ["左右", "上下", "余", "多"], notAfter: "附最临邻靠接远亲新就", isOfTime: true),
        Approximation(word: "大约", again: ["左右", "上下", "余", "多"]),
        Approximation(word: "将近", again: ["左右", "上下", "余", "多"]),
        Approximation(word: "超过", again: ["多", "余", "以上"]),
        Approximation(word: "逾", again: ["多", "余", "以上"]),
        Approximation(word: "至少", again: ["以上"]), Approximation(word: "最少", again: ["以上"]),
        Approximation(word: "不少于", again: ["以上"]), Approximation(word: "不低于", again: ["以上"]),
        Approximation(word: "最多", again: ["以下", "以内"]), Approximation(word: "至多", again: ["以下", "以内"]),
        Approximation(word: "不超过", again: ["以下", "以内"]), Approximation(word: "不多于", again: ["以下", "以内"]),
    ]
    private static let approximationWords = PhraseSet(approximations.map(\.word))
    private static let unitsOfTime = ["年", "月", "日", "天", "周", "届", "岁", "季", "小时", "个月"]

    private func approximation(_ figure: Figure, in text: Scalars) -> Finding? {
        guard let word = Self.approximationWords.lastIndex(ending: text[..<figure.range.lowerBound]) else { return nil }
        let first = Self.approximations[word]
        let start = figure.range.lowerBound - first.word.unicodeScalars.count
        if start > text.startIndex, first.notAfter.unicodeScalars.contains(text[start - 1]) { return nil }
        guard let again = again(first, after: figure, in: text) else { return nil }
        if first.isOfTime, isTime(figure, in: text) { return nil }
        let range = start..<again.upperBound
        let right = text[start..<again.lowerBound].string
        return Finding(
            range,
            Self.approximationMessage(first.word, text[again].string, right),
            replacement: right
        )
    }

    private func isTime(_ figure: Figure, in text: Scalars) -> Bool {
        let unit = text[figure.unit]
        return Self.unitsOfTime.contains { unit.starts(with: $0) }
    }

    private func again(_ first: Approximation, after figure: Figure, in text: Scalars) -> Range<Int>? {
        var places = [figure.range.upperBound, figure.end]
        // 30万余元
        if figure.range.upperBound < text.endIndex, "万亿".unicodeScalars.contains(text[figure.range.upperBound]) {
            places.append(figure.range.upperBound + 1)
        }
        for place in places {
            for word in first.again where text[place...].starts(with: word) {
                let end = place + word.unicodeScalars.count
                if word == "余" || word == "多" {
                    // After a unit they belong to what follows, but for 万余元.
                    let isAfterUnit = place == figure.end && !figure.unit.isEmpty
                    if isAfterUnit, !"万亿千百".unicodeScalars.contains(text[place - 1]) { continue }
                } else if end < text.endIndex, "各两对联".unicodeScalars.contains(text[end]) {
                    // 30米左右各一处
                    continue
                }
                return place..<end
            }
        }
        return nil
    }

    // MARK: - Wording

    private static func rangeMessage(_ text: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "数值范围“\(text)”的前一个数应写全，可写作“\(right)”",
            en: "the first number of the range '\(text)' should be complete; write '\(right)'"
        )
    }

    private static func groupsMessage(_ text: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(text)”中分节号与“万”“亿”并用，可写作“\(right)”",
            en: "'\(text)' has thousands groups and a magnitude; write '\(right)'"
        )
    }

    private static func approximationMessage(_ first: String, _ second: String, _ right: String) -> LocalizedText {
        LocalizedText(
            zh: "“\(first)”与“\(second)”重复，可写作“\(right)”",
            en: "'\(first)' and '\(second)' say the same; write '\(right)'"
        )
    }
}
