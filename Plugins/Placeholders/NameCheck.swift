internal import StageKit
internal import SummaryModel

/// Looks for real names in a text in which the names of places and bodies are masked.
struct NameCheck {
    /// How many masked names make a text a masked one.
    private static let least = 3

    private let isMasked: Bool
    /// The words that follow masked names, 公路管理局 of ××公路管理局; of three characters at least.
    private var tails: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

    /// - Parameter gaps: The gaps that are open.
    init(_ gaps: [PlaceholderFinder.Gap]) {
        var count = 0
        var seen: Set<String> = []
        for gap in gaps where PlaceholderSign.isRun(gap.placeholder.sign) {
            guard gap.placeholder.kind == .place || gap.placeholder.kind == .organization else { continue }
            count += 1
            let tail = Array(gap.nameEnd.unicodeScalars)
            guard tail.count >= 3, let first = tail.first, seen.insert(gap.nameEnd).inserted else { continue }
            tails[first, default: []].append(tail)
        }
        isMasked = count >= Self.least
    }

    /// Reports the names that are left.
    func report(on document: Document, in context: inout StageContext) {
        guard isMasked else { return }
        var found: [(block: Int, names: [Name])] = []
        var guesses: Set<Pair> = []
        for (index, block) in document.blocks.enumerated() where block.kind != .residue {
            let text = Array(block.shownText.unicodeScalars)
            // A name does not go over from one cell into the next.
            let passages = block.table == nil ? [text.indices] : BlockText(block).passages
            let names = passages.flatMap { find(in: text[$0]) }
            if !names.isEmpty { found.append((index, names)) }
            for name in names where name.isGuess { guesses.insert(Pair(text[name.range])) }
        }
        let words = words(in: document, among: guesses)
        for (index, names) in found {
            let block = document.blocks[index]
            let text = BlockText(block)
            for name in names {
                let characters = text.scalars[name.range]
                if name.isGuess, words.contains(Pair(characters)) { continue }
                let masked = NameMask.sign + EntityName.category(of: characters).string
                context.report(.nameBesideMask(characters.string, masked: masked, text.anchor(name.range, in: block)))
            }
        }
    }

    /// Of the pairs of characters that look like the name of a place in one sentence, those that are a word in another.
    private func words(in document: Document, among guesses: Set<Pair>) -> Set<Pair> {
        guard !guesses.isEmpty else { return [] }
        let first = ScalarSet(guesses.map(\.first))
        var words: Set<Pair> = []
        for block in document.blocks where block.kind != .residue {
            let text = Array(block.shownText.unicodeScalars)
            for index in text.indices.dropLast(2) where first.contains(text[index]) {
                let pair = Pair(text[index...])
                if guesses.contains(pair), !Self.isEnding(text[index + 2]) { words.insert(pair) }
            }
        }
        return words
    }

    private struct Name {
        var range: Range<Int>
        /// Whether only the shape says that it is one.
        var isGuess: Bool
    }

    private struct Pair: Hashable {
        var first: Unicode.Scalar
        var second: Unicode.Scalar

        /// The first two characters.
        init(_ text: Scalars) { (first, second) = (text[text.startIndex], text[text.startIndex + 1]) }
    }

    private static func isEnding(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "县", "镇", "乡", "村", "市", "区": true
        default: false
        }
    }

    private func find(in text: Scalars) -> [Name] {
        var found: [Name] = []
        var index = text.startIndex
        while index < text.endIndex {
            let known =
                PlaceNames.standard.end(in: text, at: index, mayBeShort: Self.mayBegin(text, at: index))
                ?? endOfBody(in: text, at: index)
            if let end = known ?? Self.endOfPlace(in: text, at: index) {
                found.append(Name(range: index..<end, isGuess: known == nil))
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether a name can begin here: after a mark, or after a word that a place follows.
    private static func mayBegin(_ text: Scalars, at index: Int) -> Bool {
        guard index > text.startIndex else { return true }
        let last = text[index - 1]
        if last.isHan { return before.contains(last) }
        return last.digitValue == nil && (last == "（" || last == "【" || !PlaceholderSign.mayBegin(last))
    }

    /// 清溪县, 石桥村: two characters that are no part of a common word, and what they name.
    private static func endOfPlace(in text: Scalars, at index: Int) -> Int? {
        guard index + 2 < text.endIndex, isEnding(text[index + 2]), text[index + 2] != "市", text[index + 2] != "区",
            text[index..<index + 2].allSatisfy({ $0.isHan && !common.contains($0) }), mayBegin(text, at: index)
        else { return nil }
        // 村民 and 镇区 are no names of places.
        let rest = text[(index + 3)...]
        guard !["民", "区", "庄", "集体", "级", "域", "镇", "村", "道", "土"].contains(where: rest.starts) else { return nil }
        return index + 3
    }

    /// A name of two or three characters before words that are masked elsewhere.
    private func endOfBody(in text: Scalars, at index: Int) -> Int? {
        guard !tails.isEmpty, text[index].isHan, !Self.common.contains(text[index]), Self.mayBegin(text, at: index)
        else { return nil }
        for length in 2...3 where index + length < text.endIndex {
            let name = text[index..<index + length]
            guard name.allSatisfy({ $0.isHan && !Self.common.contains($0) }) else { return nil }
            let start = index + length
            if let tail = tails[text[start]]?.first(where: { text[start...].starts(with: $0) }) {
                return start + tail.count
            }
        }
        return nil
    }

    /// Characters after which the name of a place may begin.
    private static let before = ScalarSet("在到赴从向于与和及由对往去为给至的了是助扶援访抵驻比请经".unicodeScalars)
    /// Characters that are more often a part of a word of office prose than of a name: of 贫困 and 示范, which stand before
    /// 县, and of verbs such as 完善, which stand before 村.
    private static let common = ScalarSet(
        String(decoding: PackageResources.prose_txt, as: UTF8.self)
            .split(separator: "\n").lazy.filter { !$0.hasPrefix("#") }.flatMap(\.unicodeScalars)
    )
}
