internal import StageKit
internal import SummaryModel

/// A paragraph that stands in the document already.
struct RepeatedParagraph: ProofRule {
    static let name = "repeated-paragraph"
    static let summary = LocalizedText(zh: "与前文相同的段落", en: "A paragraph that stands in the document already.")
    static let level = RuleLevel.warning

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for part in proof.parts {
            var seen = TextTable(expecting: part.blocks.count)
            for block in part.blocks {
                let entry = proof.blocks[block]
                guard entry.block.table == nil, let first = entry.passages.first, let last = entry.passages.last,
                    last.upperBound - first.lowerBound >= TextTable.shortest
                else { continue }
                let range = first.lowerBound..<last.upperBound
                let isWhole = range == entry.scalars.indices
                guard seen.isRepeated(range, of: block, in: proof, hash: isWhole ? entry.hash : nil) else { continue }
                findings.append(Self.finding(block, range))
            }
        }
        return findings
    }
}

extension RepeatedParagraph {
    private static func finding(_ block: Int, _ range: Range<Int>) -> Finding {
        Finding(
            block: block,
            range,
            LocalizedText(zh: "这一段与前文重复，请核对", en: "this paragraph stands in the document already; check it")
        )
    }
}
