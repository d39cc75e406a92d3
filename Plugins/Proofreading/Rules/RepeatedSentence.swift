internal import StageKit
internal import SummaryModel

/// A sentence that stands in the document already, as happens when text is pasted from several drafts.
///
/// Sentences of fifteen characters and more count; headings, tables and paragraphs that are repeated as a whole do not.
struct RepeatedSentence: ProofRule {
    static let name = "repeated-sentence"
    static let summary = LocalizedText(zh: "与前文相同的句子", en: "A sentence that stands in the document already.")
    static let level = RuleLevel.info

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for part in proof.parts {
            var seen = TextTable()
            var paragraphs = TextTable()
            for block in part where Self.isRead(proof.blocks[block].block) {
                let entry = proof.blocks[block]
                // What RepeatedParagraph reports.
                if paragraphs.isRepeated(entry.scalars[...]) { continue }
                for passage in entry.passages {
                    for sentence in Sentences(entry.scalars[passage]) {
                        guard sentence.count >= TextTable.shortest, seen.isRepeated(entry.scalars[sentence]) else {
                            continue
                        }
                        findings.append(Self.finding(block, sentence))
                    }
                }
            }
        }
        return findings
    }

    private static func isRead(_ block: Block) -> Bool {
        switch block.kind {
        case .lead, .paragraph, .point, .heading1, .heading2, .heading3, .heading4, .heading5: true
        default: false
        }
    }
}

extension RepeatedSentence {
    private static func finding(_ block: Int, _ range: Range<Int>) -> Finding {
        Finding(
            block: block,
            range,
            LocalizedText(zh: "这句话与前文重复，请核对", en: "this sentence stands in the document already; check it")
        )
    }
}
