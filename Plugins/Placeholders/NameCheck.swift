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
            guard let entity = EntityName(gap.placeholder.kind, after: Array(gap.sentenceAfter.unicodeScalars)[...]),
                entity.tail.count >= 3, let first = entity.tail.first, seen.insert(entity.tail.string).inserted
            else { continue }
            tails[first, default: []].append(Array(entity.tail))
        }
        isMasked = count >= Self.least
    }

    /// Reports the names that are left.
    func report(on document: Document, in context: inout StageContext) {
        guard isMasked else { return }
        let texts = document.blocks.filter { $0.kind != .residue }.map { ($0, BlockText($0)) }
        let words = words(in: texts.map(\.1))
        for (block, text) in texts {
            for passage in text.passages {
                for found in names(in: text.scalars[passage]) {
                    let name = text.scalars[found.range]
                    if found.isGuess, words.contains(name.prefix(2).string) { continue }
                    let masked = NameMask.sign + EntityName.category(of: name).string
                    context.report(.nameBesideMask(name.string, masked: masked, text.anchor(found.range, in: block)))
                }
            }
        }
    }

    /// The pairs of characters that look like the name of a place in one sentence and like a word in another.
    private func words(in texts: [BlockText]) -> Set<String> {
        var guesses: Set<Pair> = []
        for text in texts {
            for passage in text.passages {
                for found in names(in: text.scalars[passage]) where found.isGuess {
                    guesses.insert(Pair(text.scalars[found.range.lowerBound], text.scalars[found.range.lowerBound + 1]))
                }
            }
        }
        guard !guesses.isEmpty else { return [] }
        var words: Set<String> = []
        for text in texts {
            for index in text.scalars.indices.dropLast(2) {
                let pair = Pair(text.scalars[index], text.scalars[index + 1])
                guard guesses.contains(pair), !Self.endings.contains(text.scalars[index + 2]) else { continue }
                words.insert([pair.first, pair.second][...].string)
            }
        }
        return words
    }

    private struct Pair: Hashable {
        var first: Unicode.Scalar
        var second: Unicode.Scalar

        init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) { (self.first, self.second) = (first, second) }
    }

    private static let endings = Set("县镇乡村市区".unicodeScalars)

    private func names(in text: Scalars) -> [(range: Range<Int>, isGuess: Bool)] {
        var found: [(range: Range<Int>, isGuess: Bool)] = []
        var index = text.startIndex
        while index < text.endIndex {
            let known =
                PlaceNames.standard.end(in: text, at: index, mayBeShort: Self.mayBegin(text, at: index))
                ?? endOfBody(in: text, at: index)
            if let end = known ?? Self.endOfPlace(in: text, at: index) {
                found.append((index..<end, known == nil))
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
        return !last.isHan && last.digitValue == nil && !PlaceholderSign.mayBegin(last) || last == "（" || last == "【"
            || before.contains(last)
    }

    /// 清溪县, 石桥村: two characters that are no part of a common word, and what they name.
    private static func endOfPlace(in text: Scalars, at index: Int) -> Int? {
        guard index + 2 < text.endIndex, "县镇乡村".unicodeScalars.contains(text[index + 2]),
            text[index..<index + 2].allSatisfy({ $0.isHan && !common.contains($0) }), mayBegin(text, at: index)
        else { return nil }
        // 村民 and 镇区 are no names of places.
        let rest = text[(index + 3)...]
        guard !["民", "区", "庄", "集体", "级", "域", "镇", "村", "道", "土"].contains(where: rest.starts) else { return nil }
        return index + 3
    }

    /// A name of two or three characters before words that are masked elsewhere.
    private func endOfBody(in text: Scalars, at index: Int) -> Int? {
        guard !tails.isEmpty, Self.mayBegin(text, at: index) else { return nil }
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
    private static let before = Set("在到赴从向于与和及由对往去为给至的了是助扶援访抵驻比请经".unicodeScalars)
    /// Characters that are more often a part of a word of office prose than of a name: of 贫困 and 示范, which stand before
    /// 县, and of verbs such as 完善, which stand before 村.
    private static let common = Set(
        String(decoding: PackageResources.prose_txt, as: UTF8.self)
            .split(separator: "\n").lazy.filter { !$0.hasPrefix("#") }.flatMap(\.unicodeScalars)
    )
}
