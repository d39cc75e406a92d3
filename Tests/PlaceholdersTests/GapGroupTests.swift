import DraftReading
import SummaryModel
import Testing
@testable import Placeholders

@Suite("Gaps of one name are a group")
struct GapGroupTests {
    /// The signs with the words after them, joined where the gaps are of one group.
    private func groups(_ draft: String) throws -> [Int] {
        var document = try DraftReader().read(text: Array(draft.utf8)).document
        let gaps = PlaceholderFinder().mark(&document)
        var numbers: [String: Int] = [:]
        return gaps.map { gap in
            let number = numbers[gap.group, default: numbers.count + 1]
            numbers[gap.group] = number
            return number
        }
    }

    @Test(
        "the number of the group of each gap",
        arguments: [
            // X市X局 wherever it stands.
            ("X市X局认真落实要求。全年X市X局完成任务。", [1, 2, 1, 2]),
            ("在××公司党委领导下，××公司稳步发展。", [1, 1]),
            // Different words, different groups.
            ("X市安排部署，X局具体落实。", [1, 2]),
            ("X市X局牵头，X局配合。", [1, 2, 3]),
            // Another sign is another name.
            ("X局牵头，××局配合，X局督办。", [1, 2, 1]),
            // A list has the same name twice, so it is not one.
            ("与X县、X县签订协议，X县已经落实。", [1, 2, 3]),
            ("与X市X局、X市X局联办，X市支持。", [1, 2, 3, 4, 5]),
            // Villages are many, unless the title has one.
            ("到X村走访，为X村修路。", [1, 2]),
            // Figures never agree.
            ("召开会议X次，开展活动X次。", [1, 2]), ("投入X万元，增加X万元。", [1, 2]),
            // A name that the draft gives.
            ("{{单位}}负责，由{{单位}}落实。", [1, 1]),
            // 中心 and 中心小学 are two.
            ("××中心承办，××中心小学参加。", [1, 2]),
        ]
    )
    func groups(_ draft: String, _ expected: [Int]) throws {
        #expect(try groups("2024年工作总结\n" + draft) == expected)
    }

    @Test("a town of the title is one")
    func title() throws {
        #expect(try groups("X镇2024年工作总结\n一年来，X镇扎实工作。") == [1, 1])
    }

    @Test("numbers, sentences and sections")
    func ledger() throws {
        let draft = "某馆2024年工作总结\n开了头。全年召开会议X次，成效明显。又一句。\n{{#各组}}\n{{名称}}有X人。\n{{/各组}}\n投入X万元。"
        var document = try DraftReader().read(text: Array(draft.utf8)).document
        let gaps = PlaceholderFinder().mark(&document)
        #expect(gaps.map(\.ordinal) == [1, 2, 3, 4, 5])
        #expect(gaps[0].sentenceBefore == "全年召开会议")
        #expect(gaps[0].sentenceAfter == "次，成效明显。")
        #expect(gaps.map(\.sections) == [[], [], ["各组"], ["各组"], []])
        #expect(gaps.map(\.isSection) == [false, true, false, false, false])
    }
}
