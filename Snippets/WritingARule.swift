//! A rule, and a stage that consists of it.

import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel

// snippet.rule
/// The letter O in a year in Han digits: 二O二四年.
enum LetterInYear: TextRule {
    static let name = "letter-in-year"
    static let summary = LocalizedText(zh: "汉字年份中的字母 O", en: "The letter O in a year in Han digits.")
    static let level = RuleLevel.warning

    static func findings(in text: BlockText, of block: Block) -> [Finding] {
        ["O", "o", "Ｏ", "○"].flatMap(text.places).filter { place in
            let (before, after) = (place.lowerBound - 1, place.upperBound)
            return before >= 0 && after < text.scalars.count && digits.contains(text.scalars[before])
                && digits.contains(text.scalars[after])
        }
        .map { Finding($0, message(text.string($0)), replacement: "〇", isSafe: true) }
    }

    private static let digits = Set("一二三四五六七八九".unicodeScalars)

    private static func message(_ sign: String) -> LocalizedText {
        LocalizedText(zh: "年份中的“\(sign)”应为“〇”", en: "'\(sign)' in a year should be '〇'")
    }
}
// snippet.end

// snippet.stage
struct HouseStage: RuleStage {
    static let name = "house"
    static let summary = LocalizedText(zh: "本单位的写法", en: "Checks the house style.")
    static let rules: [any TextRule.Type] = [LetterInYear.self]
    let options: RuleOptions<HouseStage>
}
// snippet.end

// snippet.test
func failures(_ mode: RuleMode, _ draft: String, becomes result: String? = nil) -> [String] {
    var options = RuleOptions<HouseStage>()
    options.mode = mode
    let test = StageTest(HouseStage(options: options)) {
        DraftReader().read(Draft(source: $0, format: "text")).document
    }
    return test.failures(draft, becomes: result)
}

let title = "清溪镇文化站工作总结\n"
print("reported: \(failures(.report, title + "二[[house.letter-in-year: O]]二四年，全站工作平稳有序。"))")
print("corrected: \(failures(.fix, title + "二O二四年，全站工作平稳有序。", becomes: title + "二〇二四年，全站工作平稳有序。"))")
print("left alone: \(failures(.report, title + "开展O2O服务，二是办好讲座。"))")
let definition = StageDefinition(HouseStage.self)
print("options: \(definition.options.map(\.name)), findings: \(definition.findings.map(\.id))")
