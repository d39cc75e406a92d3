internal import SummaryModel

/// Finds the headings to which references refer.
struct ReferenceResolver {
    enum Target: Hashable {
        /// The heading of each step, as an index of the blocks.
        case headings([Int])
        /// There are such headings, but none with the number.
        case missing
        /// More than one heading may be meant, or none is of this kind.
        case unclear
    }

    fileprivate struct Number: Hashable {
        var rank: Int
        var ordinal: Int
    }

    /// The numbered headings of one document of the file, arranged for look-up.
    fileprivate struct Index {
        var byNumber: [Number: [Int]] = [:]
        var byPath: [[Int]: [Int]] = [:]
        var byWords: [String: [Int]] = [:]
        /// The forms of the numbers, each with the rank in which it stands first.
        var forms: [(form: MarkerForm, rank: Int)] = []
        /// The headings under which each rank stands; `nil` is the document.
        var parents: [Int: Set<Int?>] = [:]
        /// The ranks that stand directly under each heading.
        var children: [Int: Set<Int>] = [:]
    }

    private let outline: Outline
    private var documents: [Index] = [Index()]
    /// The document that each block stands in.
    private var documentOfBlock: [Int] = []
    /// The heading under which each block stands.
    private var above: [Int?] = []

    init(_ blocks: [Block]) {
        outline = Outline(blocks)
        var ranks: [Int: Int] = [:]
        for row in outline.rows {
            for index in row.members { ranks[index] = row.rank }
        }
        var last: Int?
        documentOfBlock.reserveCapacity(blocks.count)
        above.reserveCapacity(blocks.count)
        for index in blocks.indices {
            let kind = blocks[index].kind
            if Outline.endsScopes(kind) {
                documents.append(Index())
                last = nil
            }
            if Outline.rank(kind, blocks[index].label) != nil { last = index }
            if let label = blocks[index].label, let rank = ranks[index] {
                documents[documents.count - 1].add(index, rank, label, blocks[index], under: outline.parents[index])
            }
            documentOfBlock.append(documents.count - 1)
            above.append(last)
        }
    }

    func target(of reference: Reference) -> Target {
        let own = documents[documentOfBlock[reference.block]]
        var found: [Int] = []
        for step in reference.steps {
            switch heading(of: step, reference, under: found.last, own) {
            case .headings(let indices): found += indices
            case .missing: return .missing
            case .unclear: return .unclear
            }
        }
        return .headings(found)
    }

    private func heading(of step: Reference.Step, _ reference: Reference, under scope: Int?, _ own: Index) -> Target {
        if let named = own.byWords[reference.words], named.count == 1, !reference.words.isEmpty {
            return .headings(named)
        }
        if step.numbers.count > 1 { return own.byPath.isEmpty ? .unclear : one(own.byPath[step.numbers] ?? []) }
        guard let rank = own.rank(of: step, under: scope), let parents = own.parents[rank] else { return .unclear }
        let all = own.byNumber[Number(rank: rank, ordinal: step.numbers[0])] ?? []
        if let scope { return one(all.filter { isUnder($0, scope) }) }
        // 第（二）项 is that under the same heading as the text, where there is one.
        let around = ancestors(of: reference.block)
        let parent: Int? = around.last { parents.contains($0) } ?? nil
        let near = all.filter { outline.parents[$0] == parent }
        if near.count == 1 { return .headings(near) }
        if near.isEmpty, all.count == 1, !parents.contains(parent) || rank <= Outline.firstRank {
            return .headings(all)
        }
        return all.isEmpty ? .missing : .unclear
    }

    private func one(_ candidates: [Int]) -> Target {
        candidates.isEmpty ? .missing : candidates.count == 1 ? .headings(candidates) : .unclear
    }

    private func isUnder(_ index: Int, _ heading: Int) -> Bool {
        var next = outline.parents[index]
        while let current = next {
            if current == heading { return true }
            next = outline.parents[current]
        }
        return false
    }

    /// The document and the headings above a block, from the top.
    private func ancestors(of block: Int) -> [Int?] {
        var chain: [Int?] = []
        var next = above[block]
        while let current = next {
            chain.append(current)
            next = outline.parents[current]
        }
        return [nil] + chain.reversed()
    }
}

extension ReferenceResolver.Index {
    fileprivate mutating func add(_ index: Int, _ rank: Int, _ label: NumberLabel, _ block: Block, under parent: Int?) {
        byNumber[.init(rank: rank, ordinal: label.ordinal), default: []].append(index)
        byWords[block.content.shownText.trimmedText, default: []].append(index)
        parents[rank, default: []].insert(parent)
        if let parent { children[parent, default: []].insert(rank) }
        guard let form = MarkerForm(label.marker) else { return }
        if !form.parents.isEmpty { byPath[form.parents + [label.ordinal], default: []].append(index) }
        // Few forms stand in one document.
        if forms.count < 32, !forms.contains(where: { $0.form == form }) { forms.append((form, rank)) }
    }

    /// The level whose headings carry such numbers; `nil` when none does for certain.
    fileprivate func rank(of step: Reference.Step, under scope: Int?) -> Int? {
        func rank(where fits: (MarkerForm) -> Bool) -> Int? { forms.first { fits($0.form) }?.rank }
        switch step.form {
        case .path: return nil
        case .marker(let marker): return MarkerForm(marker).flatMap { wanted in rank { $0 == wanted } }
        case .unit(let unit, let inBrackets):
            if let rank = rank(where: { $0.head == "第" && $0.tail == unit }) { return rank }
            if unit == "部分" { return parents[Outline.firstRank] == nil ? nil : Outline.firstRank }
            guard !["章", "节"].contains(unit) else { return nil }
            if inBrackets {
                return rank {
                    ($0.head == "（" || $0.head == "(") && $0.numeral == (step.isHan ? .han : .arabic)
                }
            }
            if !step.isHan, let rank = rank(where: { $0.head.isEmpty && $0.numeral == .arabic }) { return rank }
            // 第三部分第二点 is what stands directly under it.
            guard let scope, let ranks = children[scope], ranks.count == 1 else { return nil }
            return ranks.first
        }
    }
}

extension String {
    fileprivate var trimmedText: String { Array(unicodeScalars)[...].trimmed.string }
}
