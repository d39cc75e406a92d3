internal import StageKit
internal import SummaryModel

/// A quotation that is closed by an opening mark, or opened by a closing one: “甲“, ”甲“.
enum QuoteDirection: PunctuationRule {
    static let name = "quote-direction"
    static let summary = LocalizedText(
        zh: "引号的方向反了",
        en: "A quotation mark is turned the wrong way."
    )
    static let source: String? = "GB/T 15834-2011, 4.8"
    static let level = RuleLevel.fix

    /// The longest quotation of which both marks are turned, in characters.
    private static let longestQuotation = 30

    static func findings(in passage: Passage) -> [Finding] {
        guard !passage.isMarker else { return [] }
        var marks: [Int] = []
        for index in passage.range where !passage.isExempt(index) {
            switch passage.text[index] {
            case "“", "”": marks.append(index)
            case "\"", "＂": return []
            default: break
            }
        }
        guard marks.count >= 2 else { return [] }
        let isBroken = passage.pairs.unmatched.contains { passage.text[$0] == "“" || passage.text[$0] == "”" }
        var findings = aroundConjunctions(passage)
        guard isBroken else { return findings }
        let whole = turned(marks[...], passage)
        findings += whole.isEmpty ? sentences(marks, passage).flatMap { turned($0, passage) } : whole
        return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The marks sentence by sentence.
    private static func sentences(_ marks: [Int], _ passage: Passage) -> [ArraySlice<Int>] {
        var sentences: [ArraySlice<Int>] = []
        var first = 0
        for place in marks.indices.dropFirst()
        where passage.text[marks[place - 1]..<marks[place]].contains(where: \.isStop) {
            sentences.append(marks[first..<place])
            first = place
        }
        return sentences + [marks[first...]]
    }

    /// What has to be turned so that every other mark opens: one mark, or the two of one quotation.
    private static func turned(_ marks: ArraySlice<Int>, _ passage: Passage) -> [Finding] {
        guard marks.count.isMultiple(of: 2) else { return [] }
        let marks = Array(marks)
        var wrong: [Int] = []
        for (place, index) in marks.enumerated() {
            let opens = place.isMultiple(of: 2)
            if (passage.text[index] == "“") != opens { wrong.append(place) }
            if wrong.count > 2 { return [] }
        }
        guard let first = wrong.first, let last = wrong.last else { return [] }
        if wrong.count == 2 {
            guard last == first + 1, first.isMultiple(of: 2) else { return [] }
            let inside = passage.text[(marks[first] + 1)..<marks[last]]
            guard inside.count <= longestQuotation, !inside.contains(where: \.isStop) else { return [] }
        }
        for place in wrong {
            guard place.isMultiple(of: 2) ? mayOpen(marks[place], passage) : mayClose(marks[place], passage) else {
                return []
            }
        }
        return wrong.map { finding(marks[$0], passage, opens: $0.isMultiple(of: 2)) }
    }

    /// “甲“和”乙”: nobody quotes a conjunction, so the two marks around it are turned.
    private static func aroundConjunctions(_ passage: Passage) -> [Finding] {
        passage.pairs.pairs.flatMap { pair -> [Finding] in
            guard quotesConjunction(pair, passage), passage.before(pair.lowerBound)?.isHan == true,
                passage.at(pair.upperBound)?.isHan == true
            else { return [] }
            return [
                finding(pair.lowerBound, passage, opens: false), finding(pair.upperBound - 1, passage, opens: true),
            ]
        }
    }

    /// Whether a pair of marks holds nothing but what joins two quotations.
    static func quotesConjunction(_ pair: Range<Int>, _ passage: Passage) -> Bool {
        guard passage.text[pair.lowerBound] == "“", pair.count <= 4 else { return false }
        let inside = passage.string((pair.lowerBound + 1)..<(pair.upperBound - 1))
        return ["和", "与", "及", "、", "或", "以及"].contains(inside)
    }

    private static func mayOpen(_ index: Int, _ passage: Passage) -> Bool {
        guard let next = passage.at(index + 1), !next.isPoint, !next.isClosing else { return false }
        return passage.before(index).map { !$0.isStop } ?? true
    }

    private static func mayClose(_ index: Int, _ passage: Passage) -> Bool {
        guard let last = passage.before(index), !last.isOpening, !"，、；：".unicodeScalars.contains(last) else {
            return false
        }
        return true
    }

    private static func finding(_ index: Int, _ passage: Passage, opens: Bool) -> Finding {
        let (found, mark) = opens ? ("”", "“") : ("“", "”")
        return Finding(
            index..<index + 1,
            LocalizedText(
                zh: "引号“\(found)”方向反了，请改为“\(mark)”",
                en: "'\(found)' is turned the wrong way; write '\(mark)'"
            ),
            replacement: mark,
            isSafe: true
        )
    }
}
