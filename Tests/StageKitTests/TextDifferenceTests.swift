import DraftFixtures
import Testing

@testable import StageKit

@Suite struct TextDifferenceTests {
    /// What is wrong with the differences between two texts.
    static func defect(_ before: String, _ after: String) -> String? {
        let old = Array(before.utf8)
        let new = Array(after.utf8)
        let differences = TextDifference.between(before, after)
        func isBoundary(_ text: [UInt8], _ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
        var result: [UInt8] = []
        var i = 0
        var j = 0
        for (index, difference) in differences.enumerated() {
            guard difference.before.lowerBound >= i, difference.after.lowerBound >= j,
                difference.before.upperBound <= old.count, difference.after.upperBound <= new.count
            else { return "out of order at \(difference)" }
            if index > 0, difference.before.lowerBound == i { return "touching at \(difference)" }
            if difference.before.isEmpty, difference.after.isEmpty { return "empty at \(difference)" }
            for (text, range) in [(old, difference.before), (new, difference.after)] {
                guard isBoundary(text, range.lowerBound), isBoundary(text, range.upperBound) else {
                    return "inside a character at \(difference)"
                }
            }
            result += old[i..<difference.before.lowerBound]
            result += new[difference.after]
            i = difference.before.upperBound
            j = difference.after.upperBound
        }
        result += old[i...]
        return result == new ? nil : "does not give the second text"
    }

    static func pieces(_ before: String, _ after: String) -> [String] {
        TextDifference.between(before, after).map { difference in
            let old = String(decoding: Array(before.utf8)[difference.before], as: UTF8.self)
            let new = String(decoding: Array(after.utf8)[difference.after], as: UTF8.self)
            return "\(old)>\(new)"
        }
    }

    @Test(arguments: 0..<40) func appliedGivesTheSecondText(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for length in [0, 1, 2, 5, 30, 400] {
            for (edits, longest) in [(1, 1), (1, 200), (3, 4), (20, 3), (60, 40)] {
                let before = generator.text(length)
                let after = generator.edited(before, edits: edits, longest: longest)
                #expect(Self.defect(before, after) == nil)
                #expect(Self.defect(after, before) == nil)
            }
            #expect(Self.defect(generator.text(length), generator.text(length * 3)) == nil)
        }
    }

    @Test func equalTextsHaveNone() {
        for text in ["", "a", "工作总结", "😀"] { #expect(TextDifference.between(text, text).isEmpty) }
    }

    @Test func characterThatSharesItsFirstBytesIsReplacedWhole() {
        #expect(Self.pieces("第一章", "第二章") == ["一>二"])
        #expect(Self.pieces("😀", "😁") == ["😀>😁"])
    }

    @Test func canonicallyEquivalentTextsDiffer() {
        #expect(Self.pieces("caf\u{E9}", "cafe\u{301}").count == 1)
        #expect(Self.pieces("\u{F900}", "\u{8C48}").count == 1)
    }

    @Test func changesCloseTogetherStayApart() {
        #expect(Self.pieces("学习,落实,检查", "学习，落实，检查") == [",>，", ",>，"])
        #expect(Self.pieces("加 强 学 习", "加强学习") == [" >", " >", " >"])
    }

    @Test func newWordingStaysWhole() {
        #expect(Self.pieces("认真落实各项要求", "坚决贯彻上级部署") == ["认真落实各项要求>坚决贯彻上级部署"])
    }

    @Test func longStretchesAreFoundAgain() {
        var generator = SeededGenerator(seed: 7)
        let parts = (0..<4).map { _ in generator.text(300) }
        let replaced = (generator.text(150), generator.text(90))
        let differences = TextDifference.between(
            parts[0] + replaced.0 + parts[1] + parts[2] + parts[3],
            parts[0] + replaced.1 + parts[1] + parts[3]
        )
        #expect(differences.map(\.before.count).reduce(0, +) <= (replaced.0 + parts[2]).utf8.count)
    }

    @Test func fiveMegabytesWithManyEdits() {
        var generator = SeededGenerator(seed: 1)
        let unit = (0..<100_000).map { _ in generator.text(24) }
        var changed = unit
        for index in changed.indices {
            changed[index].unicodeScalars.insert("甲", at: changed[index].unicodeScalars.startIndex)
        }
        let before = unit.joined()
        let after = changed.joined()
        #expect(before.utf8.count > 4_000_000)
        #expect(Self.defect(before, after) == nil)
        #expect(TextDifference.between(before, after).count > 90_000)
    }

    @Test func megabytesOfAnotherText() {
        var generator = SeededGenerator(seed: 2)
        let before = generator.text(500_000)
        #expect(Self.defect(before, generator.text(500_000)) == nil)
        #expect(Self.defect(before, String(repeating: "一", count: 500_000)) == nil)
        #expect(Self.defect(String(repeating: "一二", count: 250_000), String(repeating: "一", count: 500_000)) == nil)
    }
}
