internal import StageKit
internal import SummaryModel

/// · (U+00B7) stands between the parts of a name, a slogan or a date such as 5·12, not • or ・.
enum Interpunct: PunctuationRule {
    static let name = "interpunct"
    static let summary = LocalizedText(
        zh: "间隔号没有用“·”",
        en: "The mark between the parts of a name is not ·."
    )
    static let source: String? = "GB/T 15834-2011, 4.14"
    static let level = RuleLevel.fix

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var findings: [Finding] = []
        for index in passage.range where isDot(passage.text[index]) && !passage.isExempt(index) {
            guard let before = passage.before(index), let after = passage.at(index + 1) else { continue }
            let joinsWords = joins(before) && joins(after)
            let joinsDate = before.isNarrowDigit && after.isNarrowDigit
            guard joinsWords || joinsDate else { continue }
            // ．may be a stop or a decimal point: only in a short name between marks is it certain.
            if passage.text[index] == "．" {
                guard joinsWords, before.isHan, after.isHan, isInsideName(index, passage) else { continue }
            }
            findings.append(
                Finding(index..<index + 1, message(passage.text[index]), replacement: "·", isSafe: true)
            )
        }
        return findings
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "•", "・", "∙", "⋅", "‧", "･", "．": true
        default: false
        }
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isHan || scalar.isClosing || scalar.isOpening || scalar == "×" || scalar.isLatinLetter
    }

    /// Whether the mark stands in 《》 or “” with at most twelve characters on either side.
    private static func isInsideName(_ index: Int, _ passage: Passage) -> Bool {
        let before = passage.text[passage.range.lowerBound..<index].suffix(12).last { !$0.isHan && $0 != "．" }
        let after = passage.text[(index + 1)..<passage.range.upperBound].prefix(12).first { !$0.isHan && $0 != "．" }
        return (before == "《" && after == "》") || (before == "“" && after == "”")
    }

    private static func message(_ found: Unicode.Scalar) -> LocalizedText {
        LocalizedText(
            zh: "“\(found)”（U+\(code(found))）应是间隔号，请改为“·”",
            en: "'\(found)' (U+\(code(found))) stands between parts of a name; write '·'"
        )
    }

    private static func code(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }
}
