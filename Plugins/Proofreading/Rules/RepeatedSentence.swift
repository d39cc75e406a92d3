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
            var seen = TextTable(expecting: 3 * part.blocks.count)
            var paragraphs = TextTable(expecting: part.blocks.count)
            for block in part.blocks {
                let entry = proof.blocks[block]
                guard Self.isRead(entry) else { continue }
                // What RepeatedParagraph reports.
                if paragraphs.isRepeated(entry.scalars.indices, of: block, in: proof, hash: entry.hash) { continue }
                for passage in entry.passages {
                    for sentence in Sentences(entry.scalars[passage]) where sentence.count >= TextTable.shortest {
                        guard seen.isRepeated(sentence, of: block, in: proof) else { continue }
                        findings.append(Self.finding(block, sentence))
                    }
                }
            }
        }
        return findings
    }

    private static func isRead(_ entry: Proof.Entry) -> Bool {
        if entry.headingLevel != nil { return true }
        return switch entry.block.kind {
        case .paragraph, .point, .lead: true
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
