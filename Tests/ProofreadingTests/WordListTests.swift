import SummaryModel
import Testing

@testable import Proofreading

@Suite struct WordListTests {
    private let list = WordList(
        Array(
            """
            # 注释
            @safe
            @source 词典
            再接再励 → 再接再厉
            己经 → 已经; not-prev: 自 知
            @suggested
            截止 → 截至; next: 目前 今年
            反应情况 → 反映情况 / 反映问题
            """.utf8
        )
    )

    private func hits(_ text: String, correct: [String] = []) -> [String] {
        list.hits(in: Array(text.unicodeScalars)[...], correct: PhraseIndex(correct)).map {
            "\($0.entry.wrong)→\($0.entry.right.joined(separator: "/"))\($0.entry.isSafe ? "!" : "")"
        }
    }

    @Test(arguments: [
        ("再接再励", ["再接再励→再接再厉!"]), ("工作己经完成", ["己经→已经!"]), ("自己经常学习", []), ("截止目前", ["截止→截至"]),
        ("截止日期", []), ("及时反应情况", ["反应情况→反映情况/反映问题"]), ("", []), ("截止", []),
    ])
    func conditions(text: String, expected: [String]) {
        #expect(hits(text) == expected)
    }

    @Test func aCorrectPhraseCoversWhatItHolds() {
        #expect(hits("化学反应情况", correct: ["化学反应情况"]) == [])
        #expect(hits("化学反应情况，再接再励", correct: ["化学反应情况"]) == ["再接再励→再接再厉!"])
        #expect(hits("反应情况", correct: ["反应情况"]) == ["反应情况→反映情况/反映问题"])
    }

    @Test("every line of the lists of the program can be read")
    func builtIn() {
        for (name, bytes) in [
            ("confusable", PackageResources.confusable_txt), ("particles", PackageResources.particles_txt),
            ("phrases", PackageResources.phrases_txt),
        ] {
            let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            let wanted = lines.count { !$0.hasPrefix("#") && !$0.hasPrefix("@") }
            let entries = WordList.entries(bytes)
            #expect(entries.count == wanted, "\(name)")
            #expect(Set(entries).count == entries.count, "\(name) has an entry twice")
            #expect(entries.allSatisfy { !$0.right.contains($0.wrong) && !$0.right.isEmpty }, "\(name)")
        }
    }
}
