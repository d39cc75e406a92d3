internal import StageKit
internal import SummaryModel

/// A sentence that is longer than readers follow. Official prose strings clauses together by semicolons, each of which is
/// read by itself; so a clause is measured from one of 。！？；： to the next.
struct LongSentence: PassageRule {
    static let name = "long-sentence"
    static let summary = LocalizedText(zh: "过长的句子", en: "A sentence that is very long.")
    static let level = RuleLevel.info

    private let limit: Int

    init(words: WordLists) { limit = words.sentenceLimit }

    func findings(in passage: Proof.Passage) -> [Finding] {
        guard passage.text.count > limit, passage.entry.block.table == nil else { return [] }
        return Sentences(passage.text, stops: Sentences.clauses).filter { $0.count > limit }
            .map { Self.finding($0, limit) }
    }
}

extension LongSentence {
    private static func finding(_ range: Range<Int>, _ limit: Int) -> Finding {
        // At its end, so that what stands inside it is not taken for wrong.
        Finding(
            range.upperBound - 1..<range.upperBound,
            LocalizedText(
                zh: "这句话有 \(range.count) 字，超过 \(limit) 字，请考虑断句",
                en: "this sentence has \(range.count) characters, more than \(limit); consider dividing it"
            )
        )
    }
}
