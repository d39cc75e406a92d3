internal import StageKit
internal import SummaryModel

/// A term that has quotation marks in most places and none here: “三会一课” and 三会一课.
///
/// Terms of four characters and more count that are quoted twice at least, and more often than not.
struct InconsistentQuotes: ProofRule {
    static let name = "inconsistent-quotes"
    static let summary = LocalizedText(
        zh: "同一说法有的加引号，有的不加",
        en: "A term that has quotation marks in most places and none here."
    )
    static let level = RuleLevel.info

    init(words: WordLists) {}

    /// The lengths of the terms that are looked at, in characters.
    private static let lengths = 4...10

    private static let openings = CharacterFilter("“")

    /// How long what stands between marks may be; marks that are further apart belong to something else.
    private static let longestQuotation = 60

    func findings(in proof: Proof) -> [Finding] {
        proof.parts.flatMap { findings(in: proof, $0.blocks) }
    }

    private func findings(in proof: Proof, _ part: Range<Int>) -> [Finding] {
        var counts: [String: Int] = [:]
        for block in part where proof.blocks[block].block.mayHold(Self.openings) {
            let text = proof.blocks[block].scalars
            for (start, end) in Self.quotations(in: text) where Self.lengths.contains(end - start) {
                guard text[start - 1] == "“", text[start..<end].allSatisfy(\.isHan) else { continue }
                counts[text[start..<end].string, default: 0] += 1
            }
        }
        let terms = counts.filter { $0.value >= 2 }.keys.sorted()
        guard !terms.isEmpty else { return [] }
        let index = PhraseIndex(terms)
        var bare: [Int: [(block: Int, range: Range<Int>)]] = [:]
        for block in part {
            let entry = proof.blocks[block]
            guard entry.block.kind != .title, entry.headingLevel == nil || entry.block.body != nil else {
                continue
            }
            let matches = entry.passages.flatMap { index.matches(in: entry.scalars[$0]) }
            guard !matches.isEmpty else { continue }
            var isQuoted = [Bool](repeating: false, count: entry.scalars.count)
            for (start, end) in Self.quotations(in: entry.scalars) where end - start <= Self.longestQuotation {
                for place in start..<end { isQuoted[place] = true }
            }
            for match in matches where !isQuoted[match.range.lowerBound] {
                bare[match.phrase, default: []].append((block, match.range))
            }
        }
        return bare.sorted { $0.key < $1.key }.flatMap { term, places -> [Finding] in
            guard places.count < counts[terms[term]] ?? 0 else { return [] }
            return places.map { Self.finding($0.block, $0.range, terms[term]) }
        }
    }

    /// What stands between marks that open and close: quotation marks, and the marks of titles.
    private static func quotations(in text: [Unicode.Scalar]) -> [(start: Int, end: Int)] {
        var quotations: [(Int, Int)] = []
        var open: [(mark: Unicode.Scalar, start: Int)] = []
        for (index, scalar) in text.enumerated() {
            switch scalar {
            case "“", "《", "‘", "〈": open.append((scalar, index + 1))
            case "”", "》", "’", "〉":
                guard let last = open.popLast() else { continue }
                quotations.append((last.start, index))
            default: break
            }
        }
        return quotations
    }
}

extension InconsistentQuotes {
    private static func finding(_ block: Int, _ range: Range<Int>, _ term: String) -> Finding {
        Finding(
            block: block,
            range,
            LocalizedText(
                zh: "“\(term)”别处加了引号，这里没有，请统一",
                en: "'\(term)' has quotation marks elsewhere; use them here too"
            ),
            replacement: "“\(term)”"
        )
    }
}
