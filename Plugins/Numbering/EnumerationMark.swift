internal import StageKit
internal import SummaryModel

/// The mark of a point inside a text: 二是, 二要, 第二， 其二， 其次.
struct EnumerationMark {
    /// What tells marks apart that do not count together.
    struct Family: Hashable {
        var scheme: NumberLabel.Scheme
        var head: String

        init(_ scheme: NumberLabel.Scheme, _ head: String) {
            self.scheme = scheme
            self.head = head
        }
    }

    var family: Family
    /// The number; of 首先, 其次, 再次 and 最后 it is 1, 2, 3 and 9.
    var ordinal: Int
    /// The mark, as indices of the characters of its block.
    var range: Range<Int>
    /// The numeral or the word.
    var numeral: Range<Int>

    /// The words of a sequence, with their places in it.
    static let words: [(word: String, ordinal: Int)] = [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", 9)]

    /// The marks in the text of a block, in order: those that begin a clause, outside quotation marks and brackets. The
    /// number with which a point opens is the first.
    static func marks(in block: Block, _ text: BlockText) -> [EnumerationMark] {
        guard [.lead, .paragraph, .point, .listItem].contains(block.kind) || block.body != nil else { return [] }
        var marks: [EnumerationMark] = []
        if let label = block.label, label.scheme.isOfPoints {
            let head = label.scheme == .ordinalPoints ? String(label.marker.unicodeScalars.prefix(1)) : ""
            let family = Family(label.scheme, head)
            marks.append(
                EnumerationMark(family: family, ordinal: label.ordinal, range: text.marker, numeral: text.marker)
            )
        }
        guard block.table == nil, let passage = text.passages.first else { return marks }
        let scalars = text.scalars
        /// The marks that close what is open.
        var closing: [Unicode.Scalar] = []
        var isStart = block.label == nil
        var index = passage.lowerBound
        while index < passage.upperBound {
            let scalar = scalars[index]
            if brackets.contains(scalar) {
                if let pair = pairs[scalar] {
                    closing.append(pair)
                } else if closing.last == scalar {
                    closing.removeLast()
                }
            }
            if isStart, closing.isEmpty, let mark = mark(scalars[..<passage.upperBound], at: index) {
                marks.append(mark)
                index = mark.range.upperBound
                isStart = false
                continue
            }
            if !scalar.isBlank { isStart = starts.contains(scalar) }
            index += 1
        }
        return marks
    }

    /// Whether a mark may stand in a text of the block, or is its number; in most none does.
    static func mayStand(in block: Block) -> Bool {
        if let label = block.label, label.scheme.isOfPoints { return true }
        guard block.mayHold(seconds) else { return false }
        return block.content.contains { mayStand(in: $0.shownText) } || mayStand(in: block.terminator)
            || (block.body ?? []).contains { mayStand(in: $0.shownText) }
    }

    /// Characters of which each mark has one.
    private static let seconds = CharacterFilter("先次者后是要第其")

    /// Whether a mark may stand in a piece of a text: at its beginning, or after a character that is no Han character.
    private static func mayStand(in text: String) -> Bool {
        var text = text
        let firsts = firsts
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let first = Unicode.Scalar(Unicode.Scalar.value(at: index, of: bytes).value)
                if let first, firsts.contains(first), mayBegin(in: bytes, at: index) { return true }
                // The next Han character after one that is none.
                index = bytes.firstIndexBeyondHan(from: index)
                while index < bytes.count, bytes[index] &- 0xE4 >= 6 {
                    index += Unicode.Scalar.value(at: index, of: bytes).width
                }
            }
            return false
        }
    }

    /// The characters with which a mark may begin; numerals among them.
    private static let firsts = ScalarSet("首再最第其一二三四五六七八九十百两零壹贰叁肆伍陆柒捌玖拾")

    /// Whether a mark may begin at a place of a piece, by its first characters; it may go on in the next piece.
    private static func mayBegin(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var index = start
        func next() -> Unicode.Scalar? {
            guard index < bytes.count else { return nil }
            let (value, width) = Unicode.Scalar.value(at: index, of: bytes)
            index += width
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        guard let first = next() else { return false }
        switch first {
        case "首", "再", "最": return next().map { $0 == "先" || $0 == "次" || $0 == "者" || $0 == "后" } ?? true
        case "第", "其": return next().map { $0 == "次" || HanNumeral.digit($0) != nil } ?? true
        default:
            while let scalar = next() {
                if HanNumeral.digit(scalar) == nil { return scalar == "是" || scalar == "要" }
            }
            return true
        }
    }

    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」",
    ]
    private static let brackets = ScalarSet("“‘（(《「”’）)》」")
    private static let starts = ScalarSet("。；;，,：:、！？!?")

    private static func mark(_ text: Scalars, at start: Int) -> EnumerationMark? {
        func scalar(_ index: Int) -> Unicode.Scalar? { index < text.endIndex ? text[index] : nil }
        func made(_ scheme: NumberLabel.Scheme, _ head: String, _ ordinal: Int, _ numeral: Range<Int>, _ end: Int)
            -> EnumerationMark
        {
            EnumerationMark(family: Family(scheme, head), ordinal: ordinal, range: start..<end, numeral: numeral)
        }
        if "首其再最".unicodeScalars.contains(text[start]) {
            for (word, ordinal) in words where text[start...].starts(with: word) {
                guard let next = scalar(start + 2), "，,、：:是要".unicodeScalars.contains(next) else { return nil }
                return made(.sequencePoints, "", ordinal, start..<start + 2, start + 2)
            }
        }
        let hasHead = text[start] == "第" || text[start] == "其"
        let first = hasHead ? start + 1 : start
        var end = first
        while end < text.endIndex, end - first < 4, HanNumeral.digit(text[end]) != nil { end += 1 }
        guard end > first, let ordinal = HanNumeral.value(text[first..<end]), let mark = scalar(end),
            let next = scalar(end + 1)
        else { return nil }
        let numeral = first..<end
        if hasHead {
            let isList = mark == "、" && (next == text[start] || HanNumeral.digit(next) != nil)
            guard "，,、：:是".unicodeScalars.contains(mark), !isList else { return nil }
            return made(.ordinalPoints, text[start..<first].string, ordinal, numeral, end)
        }
        // 一是一 and 一是否 are no marks, nor is 三要素.
        if mark == "是", next != text[first], next != "否", next != "非" {
            return made(.isPoints, "", ordinal, numeral, end + 1)
        }
        if mark == "要", !"素件点目领义塞害".unicodeScalars.contains(next) {
            return made(.mustPoints, "", ordinal, numeral, end + 1)
        }
        return nil
    }
}
