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

    private let blocks: [Block]
    private let outline: Outline
    /// The numbered headings of each document of the file, in order.
    private var documents: [[Int]] = [[]]
    /// The document that each block stands in.
    private var documentOfBlock: [Int] = []
    /// The heading under which each block stands.
    private var above: [Int?] = []
    private var ranks: [Int: Int] = [:]

    init(_ blocks: [Block]) {
        self.blocks = blocks
        outline = Outline(blocks)
        for row in outline.rows {
            for index in row.members { ranks[index] = row.rank }
        }
        var last: Int?
        for (index, block) in blocks.enumerated() {
            if Outline.endsScopes(block) {
                documents.append([])
                last = nil
            }
            if Outline.rank(of: block) != nil { last = index }
            if ranks[index] != nil { documents[documents.count - 1].append(index) }
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

    private func heading(of step: Reference.Step, _ reference: Reference, under scope: Int?, _ own: [Int]) -> Target {
        if !reference.words.isEmpty {
            let named = own.filter { blocks[$0].content.shownText.utf8.starts(with: reference.words.utf8) }
            if named.count == 1 { return .headings(named) }
        }
        if step.numbers.count > 1 {
            let paths = own.filter { path($0).count > 1 }
            return paths.isEmpty ? .unclear : one(paths.filter { path($0) == step.numbers })
        }
        guard let rank = rank(of: step, under: scope, own) else { return .unclear }
        let level = own.filter { index in ranks[index] == rank && (scope.map { isUnder(index, $0) } ?? true) }
        guard scope == nil else { return one(numbered(step, level)) }
        // 第（二）项 is that under the same heading as the text, where there is one.
        let around = ancestors(of: reference.block)
        let parents = Set(level.map { outline.parents[$0] })
        let parent: Int? = around.last { parents.contains($0) } ?? nil
        let near = numbered(step, level.filter { outline.parents[$0] == parent })
        if near.count == 1 { return .headings(near) }
        let all = numbered(step, level)
        if near.isEmpty, all.count == 1, !parents.contains(parent) || rank <= Outline.firstRank {
            return .headings(all)
        }
        return all.isEmpty ? .missing : .unclear
    }

    private func numbered(_ step: Reference.Step, _ level: [Int]) -> [Int] {
        level.filter { blocks[$0].label?.ordinal == step.numbers[0] }
    }

    private func one(_ candidates: [Int]) -> Target {
        candidates.isEmpty ? .missing : candidates.count == 1 ? .headings(candidates) : .unclear
    }

    /// The level whose headings carry such numbers; `nil` when none does for certain.
    private func rank(of step: Reference.Step, under scope: Int?, _ own: [Int]) -> Int? {
        func rank(where fits: (MarkerForm) -> Bool) -> Int? {
            let index = own.first { blocks[$0].label.flatMap { MarkerForm($0.marker) }.map(fits) ?? false }
            return index.flatMap { ranks[$0] }
        }
        switch step.form {
        case .path: return nil
        case .marker(let marker): return MarkerForm(marker).flatMap { wanted in rank { $0 == wanted } }
        case .unit(let unit, let inBrackets):
            if let rank = rank(where: { $0.head == "第" && $0.tail == unit }) { return rank }
            if unit == "部分" { return own.contains { ranks[$0] == Outline.firstRank } ? Outline.firstRank : nil }
            guard !["章", "节"].contains(unit) else { return nil }
            if inBrackets {
                return rank { $0.head == "（" || $0.head == "(" ? $0.numeral == (step.isHan ? .han : .arabic) : false }
            }
            if !step.isHan, let rank = rank(where: { $0.head.isEmpty && $0.numeral == .arabic }) { return rank }
            // 第三部分第二点 is what stands directly under it.
            guard let scope else { return nil }
            let children = Set(own.filter { outline.parents[$0] == scope }.compactMap { ranks[$0] })
            return children.count == 1 ? children.first : nil
        }
    }

    private func path(_ index: Int) -> [Int] {
        guard let label = blocks[index].label, let form = MarkerForm(label.marker) else { return [] }
        return form.parents + [label.ordinal]
    }

    private func isUnder(_ index: Int, _ heading: Int) -> Bool {
        var next = outline.parents[index]
        while let current = next {
            if current == heading { return true }
            next = outline.parents[current]
        }
        return false
    }

    /// The headings above a block, from the top; the first is that of the document itself.
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
