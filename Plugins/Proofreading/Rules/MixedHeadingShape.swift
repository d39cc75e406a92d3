internal import StageKit
internal import SummaryModel

/// Headings of one level, under one parent, of which some have a line of their own and others run into their text.
struct MixedHeadingShape: ProofRule {
    static let name = "mixed-heading-shape"
    static let summary = LocalizedText(
        zh: "同级标题有的独占一行，有的与正文接排",
        en: "Headings of one level of which some have a line of their own and some run into their text."
    )
    static let level = RuleLevel.info

    init(words: WordLists) {}

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        /// The headings of each level that belong together, from the highest level down.
        var open: [Int: [Int]] = [:]
        func close(_ levels: PartialRangeFrom<Int>) {
            for level in open.keys.filter(levels.contains).sorted() {
                if let finding = Self.finding(open[level] ?? [], proof) { findings.append(finding) }
                open[level] = nil
            }
        }
        for part in proof.parts {
            for block in part.blocks {
                let entry = proof.blocks[block]
                if let level = entry.headingLevel {
                    guard !entry.block.isItem, entry.block.label != nil else { continue }
                    close((level + 1)...)
                    open[level, default: []].append(block)
                } else if !open.isEmpty, entry.block.kind == .part || entry.block.kind == .attachment {
                    close(0...)
                }
            }
            close(0...)
        }
        return findings
    }

    /// The first heading of the shape that fewer have; `nil` when all have one shape, or as many the one as the other.
    private static func finding(_ headings: [Int], _ proof: Proof) -> Finding? {
        let runIn = headings.filter { proof.blocks[$0].block.body != nil }
        let alone = headings.filter { proof.blocks[$0].block.body == nil }
        guard !runIn.isEmpty, !alone.isEmpty, runIn.count != alone.count, headings.count >= 3 else { return nil }
        let odd = runIn.count < alone.count ? runIn[0] : alone[0]
        let marker = proof.blocks[odd].block.label?.marker ?? ""
        return Finding(block: odd, proof.blocks[odd].text.marker, message(marker, isRunIn: runIn.count < alone.count))
    }
}

extension MixedHeadingShape {
    private static func message(_ marker: String, isRunIn: Bool) -> LocalizedText {
        LocalizedText(
            zh: isRunIn
                ? "“\(marker)”与正文接排，同级的其他标题独占一行，请统一" : "“\(marker)”独占一行，同级的其他标题与正文接排，请统一",
            en: isRunIn
                ? "'\(marker)' runs into its text, the others of its level have lines of their own; use one shape"
                : "'\(marker)' has a line of its own, the others of its level run into their text; use one shape"
        )
    }
}
