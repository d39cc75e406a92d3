internal import StageKit
internal import SummaryModel

/// Digits and Latin letters have half width. Ｘ alone or in a row signs a gap and stays.
enum FullWidthCharacter: PunctuationRule {
    static let name = "full-width-character"
    static let summary = LocalizedText(
        zh: "阿拉伯数字或拉丁字母是全角",
        en: "An Arabic digit or a Latin letter has full width."
    )
    static let source: String? = "GB/T 15835-2011, 5.1"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        var findings: [Finding] = []
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            guard passage.text[index].narrowed != nil, !passage.isExempt(index) else {
                index += 1
                continue
            }
            var end = index
            while end < passage.range.upperBound, !passage.isExempt(end), belongs(end, in: passage) { end += 1 }
            var narrow = ""
            var start = index
            func note(_ range: Range<Int>) {
                guard !range.isEmpty, !narrow.isEmpty else { return }
                findings.append(
                    Finding(range, message(passage.string(range), narrow), replacement: narrow, isSafe: true)
                )
            }
            // Ｘ２０ is a gap and a number, ＥＸ２ is a name.
            var place = index
            while place < end {
                if isGapSign(passage.text[place]) {
                    var last = place
                    while last < end, isGapSign(passage.text[last]) { last += 1 }
                    let isAlone =
                        (place == index || !passage.text[place - 1].isLatinLetter)
                        && (last == end || !passage.text[last].isLatinLetter)
                    if isAlone || last - place > 1 {
                        note(start..<place)
                        narrow = ""
                        start = last
                        place = last
                        continue
                    }
                }
                narrow.unicodeScalars.append(narrowed(passage.text[place]))
                place += 1
            }
            note(start..<end)
            index = max(end, index + 1)
        }
        return findings
    }

    private static func isGapSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "Ｘ" || scalar == "ｘ" }

    /// A digit or letter of full width, or what joins two of them: １．５, ＧＢ／Ｔ.
    private static func belongs(_ index: Int, in passage: Passage) -> Bool {
        let scalar = passage.text[index]
        if scalar.narrowed != nil { return true }
        guard "．／－％＋".unicodeScalars.contains(scalar), !passage.isMarker,
            let before = passage.before(index), before.narrowed != nil, !isGapSign(before)
        else { return false }
        if scalar == "％" { return before.digitValue != nil }
        return passage.at(index + 1).map { $0.narrowed != nil && !isGapSign($0) } ?? false
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.narrowed ?? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func message(_ found: String, _ narrow: String) -> LocalizedText {
        LocalizedText(zh: "“\(found)”是全角，请改为“\(narrow)”", en: "'\(found)' has full width; write '\(narrow)'")
    }
}
