import DraftFixtures
import SummaryModel
import Testing

@testable import Proofreading

/// The one pass over the pairs of a text finds what a look at each place finds.
@Suite struct PairScanTests {
    private static let phrases = PhraseIndex(["其中", "工作总结", "总"])
    private static let setPhrases = PhraseIndex(["会议", "作总"])

    @Test(arguments: 0..<60) func places(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        // Few characters, so that much comes again.
        let alphabet = Array("其中工作总结会议的，1".unicodeScalars.prefix(seed % 3 == 0 ? 4 : 11))
        let row = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        let text = row[min(row.count, seed % 4)...]
        let scan = PairScan(text, for: .init(phrases: [Self.phrases.filter], setPhrases: [Self.setPhrases.filter]))
        func pair(_ index: Int) -> [Unicode.Scalar] { Array(text[index..<index + 2]) }
        let pairs = text.indices.dropLast()
        #expect(scan.doublings == pairs.filter { text[$0] == text[$0 + 1] })
        #expect(
            scan.repetitions
                == pairs.filter { index in
                    text[index] != text[index + 1]
                        && pairs.contains {
                            (2...PairScan.longestRepetition).contains($0 - index) && pair($0) == pair(index)
                        }
                }
        )
        for (index, places) in [(Self.phrases, scan.phrases), (Self.setPhrases, scan.setPhrases)] {
            let found = index.matches(in: text, at: places)
            let all = text.indices.flatMap { index.matches(in: text, at: [$0]) }
            #expect(found.map(\.range) == all.map(\.range))
            #expect(index.matches(in: text).map(\.range) == all.map(\.range))
        }
    }
}
