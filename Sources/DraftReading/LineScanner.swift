internal import ReadKit
internal import SummaryModel

/// Finds the lines of a draft, puts hard-wrapped ones together, and looks at each by itself: what stands around its
/// text, its marker, its form, the words in it.
struct LineScanner {
    /// Texts longer than this are body text, whatever words stand in them; adverts are shorter.
    static let longestAdvert = 220

    private let words: Lexicon
    private let forms = LineFormScanner()

    init(words: Lexicon) { self.words = words }

    /// The lines of the draft that are not blank, wrapped ones joined.
    func lines(of draft: Draft) -> [DraftLine] {
        let text = DraftText(draft)
        var physical: [PhysicalLine] = []
        physical.reserveCapacity(draft.source.lines.count)
        var blanks = 0
        for (index, range) in draft.source.lines.enumerated() {
            let traits = index < draft.traits.count ? draft.traits[index] : LineTraits()
            guard var line = PhysicalLine(range, number: index + 1, in: text, traits: traits) else {
                blanks += 1
                continue
            }
            line.blanksBefore = blanks
            blanks = 0
            physical.append(line)
        }
        let groups = HardWrap.groups(of: physical, isMarkedUp: !draft.traits.isEmpty) { isAdvert($0, in: text) }
        var lines = groups.map { describe($0, in: text) }
        markFormulas(&lines)
        markContents(&lines)
        markIssuerHeads(&lines)
        dropLoneSequenceMarkers(&lines)
        dropLoneRows(&lines)
        countRepeats(&lines)
        return lines
    }

    /// Whether a line of a wrapped text is an advert by its words, or a page number, and so no part of a paragraph.
    private func isAdvert(_ line: PhysicalLine, in draft: DraftText) -> Bool {
        let text = Scalars(draft.string(line.core).unicodeScalars)
        if forms.form(of: text, longLine: false) == .pageNumber { return true }
        let strong = words.adverts.weights(in: lowered(text)).count { $0 == 3 }
        return strong >= 2 || strong == 1 && ContactPattern.isHeld(by: lowered(text))
    }

    /// The text in lower case and without blanks, in which words are looked for.
    private func lowered(_ text: Scalars) -> Scalars {
        Scalars(text.lazy.filter { !$0.isBlank }.map { $0.isLatinLetter ? Self.lowercased($0) : $0 })
    }

    private func describe(_ group: ArraySlice<PhysicalLine>, in draft: DraftText) -> DraftLine {
        guard let first = group.first, let last = group.last else { preconditionFailure("a group has a line") }
        var line = DraftLine(
            range: SourceRange(first.range.lowerBound, last.range.upperBound),
            number: first.number,
            pieces: group.flatMap { draft.pieces(of: $0.core) }
        )
        line.blanksBefore = first.blanksBefore
        line.indent = first.indent
        // A row of empty cells is a row all the same.
        line.isMarkupOnly = first.core.count == 0 && first.traits.cells.isEmpty
        line.marker = first.marker
        line.traits = first.traits
        guard !line.isMarkupOnly else { return line }
        var text: [Unicode.Scalar] = []
        for piece in line.pieces { text.append(contentsOf: draft.source[piece].unicodeScalars) }
        // Words are looked for in what the line shows; places refer to what is written.
        let shown = LeakedMarkup.plainText(of: text[...])
        line.count = shown.count
        line.isEmphasized = first.isEmphasized || first.traits.isBold
        describe(&line, shown[...])
        applyTraits(&line)
        return line
    }

    /// What the file says about the line by other means than its text.
    private func applyTraits(_ line: inout DraftLine) {
        if !line.traits.cells.isEmpty {
            line.form = .tableRow
            line.cells = line.traits.cells.count
            line.hasBlankColumns = false
            line.marker = nil
            return
        }
        switch line.traits.alignment {
        case .end: line.indent = max(line.indent, Self.rightAlignedIndent)
        case .centre: line.indent = max(line.indent, Self.centredIndent)
        case nil: break
        }
        switch line.traits.kind {
        case .footnote where line.form == nil: line.form = .footnote
        case .tableOfContents: line.form = .tableOfContents
        case .listItem where line.form == nil && line.marker == nil: line.form = .listItem
        default: break
        }
    }

    /// Blanks before a text that stand for setting it at the right.
    private static let rightAlignedIndent = 24
    /// Blanks before a text that stand for setting it in the middle.
    private static let centredIndent = 8

    private func describe(_ line: inout DraftLine, _ text: Scalars) {
        guard let first = text.first, let last = text.last else { return }
        line.endsWithStop =
            last.isSentenceStop
            || (text.count > 1 && "”）)’\"".unicodeScalars.contains(last) && text[text.endIndex - 2].isSentenceStop)
        line.endsWithColon = last == "：" || last == ":"
        line.isDashed =
            text.starts(with: "——") || text.starts(with: "──") || text.starts(with: "--") || text.starts(with: "―")
            || (first == "—" && text.count > 1 && text[text.startIndex + 1].isHan)
        for scalar in text {
            switch scalar {
            case "。", "！", "？", "；", ";": line.sentences += 1
            case "，", ",": line.commas += 1
            default: break
            }
        }
        guard text.count <= Self.longestAdvert else {
            if line.marker == nil { line.form = forms.form(of: text, longLine: true) }
            return
        }
        line.isBracketed = Self.isBracketed(text)
        line.hasSquareBrackets = line.isBracketed && first != "（" && first != "("
        line.isOneOfSeveral = Self.isOneOfSeveral(text)
        line.innerBlanks = zip(text, text.dropFirst()).count { $0.isBlank && !$1.isBlank }
        line.form = forms.form(of: text, longLine: false)
        if line.form == .tableRow {
            line.hasBlankColumns = !text.contains("|") && !text.contains("\t")
            line.cells = line.hasBlankColumns ? LineFormScanner.columns(of: text).count : 2
        }
        line.endsWithNumber = last.digitValue != nil
        line.digest = text.filter { !$0.isBlank }.string
        let inside = line.isBracketed ? text.dropFirst().dropLast() : text
        // 工 作 总 结: letters that are spaced out are words all the same.
        let compact = Scalars(inside.filter { !$0.isBlank })
        let bare = Self.withoutTail(compact)
        line.genre = words.genres.suffix(of: bare)?.weight ?? 0
        line.hasPeriod = Self.hasPeriod(compact)
        let pieces = text.split(whereSeparator: \.isBlank)
        if pieces.count(where: { $0.count == 1 }) * 10 >= pieces.count * 6 { line.innerBlanks = 0 }
        line.endsWithBody = words.organizations.suffix(of: bare) != nil
        line.endsWithPerson = PersonName.ends(inside)
        let lowered = lowered(text)
        var weak = 0.0
        for weight in words.adverts.weights(in: lowered) {
            switch weight {
            case 3: line.advert += 1.7
            case 2: line.advert += 0.7
            default: weak = min(0.6, weak + 0.2)
            }
        }
        line.advert += weak
        line.hasContact = ContactPattern.isHeld(by: lowered)
        if TimeStamp.ends(text) || Breadcrumbs.areHeld(by: text) || Self.isRule(text) { line.advert += 2.4 }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFF21 + 0x61) ?? scalar
        case 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFF41 + 0x61) ?? scalar
        default: scalar
        }
    }

    /// The text without what may follow the genre word of a title: （讨论稿）, a number, a stop, closing marks.
    private static func withoutTail(_ text: Scalars) -> Scalars {
        var part = text
        if let last = part.last, last == "）" || last == ")" || last == "】",
            let open = part.lastIndex(where: { $0 == "（" || $0 == "(" || $0 == "【" }), open > part.startIndex
        {
            part = part[..<open].trimmed
        }
        while let last = part.last,
            last.digitValue != nil || "。！!？?”》…—*".unicodeScalars.contains(last) || last.isBlank
        {
            part.removeLast()
        }
        return part
    }

    private static func isBracketed(_ text: Scalars) -> Bool {
        let pairs: [Unicode.Scalar: Unicode.Scalar] = [
            "（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "［": "］", "★": "★",
        ]
        guard let first = text.first, let close = pairs[first], text.count >= 4 else { return false }
        let mixed: Unicode.Scalar? = first == "（" ? ")" : first == "(" ? "）" : nil
        guard text.last == close || text.last == mixed else { return false }
        let inside = text.dropFirst().dropLast()
        guard !inside.contains(first), !inside.contains(close) else { return false }
        return !inside.allSatisfy { $0.isBlank || HanNumeral.digit($0) != nil || $0.digitValue != nil }
    }

    /// A line drawn with characters: ————, =====, ******.
    private static func isRule(_ text: Scalars) -> Bool {
        text.count >= 3 && text.allSatisfy { "—–-─━=＝~～*·.…<>".unicodeScalars.contains($0) || $0.isBlank }
    }

    private static func isOneOfSeveral(_ text: Scalars) -> Bool {
        guard let last = text.last else { return false }
        if last == "）" || last == ")", let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }) {
            var inside = text[(open + 1)...].dropLast()
            for word in ["之", "范例", "范文", "例", "篇", "样本", "版本"] where inside.starts(with: word) {
                inside = inside.dropFirst(word.unicodeScalars.count)
            }
            return HanNumeral.value(inside) != nil || (!inside.isEmpty && inside.allSatisfy { $0.digitValue != nil })
        }
        return HanNumeral.digit(last) != nil && text.dropLast().last == "篇" || text.starts(with: "篇")
    }

    private static func hasPeriod(_ text: Scalars) -> Bool {
        for phrase in [
            "年度", "上半年", "下半年", "季度", "全年", "学年", "学期", "月份", "近年来", "任期", "阶段",
        ] where text.holds(phrase) { return true }
        for index in text.indices where text[index] == "年" && index > text.startIndex {
            let before = text[index - 1]
            if before.digitValue != nil || "X×xx＊*〇一二三四五六七八九".unicodeScalars.contains(before) { return true }
        }
        return false
    }

    /// The lines between two `$$` are a formula, whatever they look like.
    private func markFormulas(_ lines: inout [DraftLine]) {
        var start: Int?
        for index in lines.indices where lines[index].digest == "$$" {
            if let open = start {
                for inside in open...index { lines[inside].form = .formula }
                start = nil
            } else {
                start = index
            }
        }
    }

    /// The lines below 目录 that end with a page number are contents, in whatever way they are set.
    private func markContents(_ lines: inout [DraftLine]) {
        guard let start = lines.firstIndex(where: { $0.form == .tableOfContents && $0.count <= 6 }) else { return }
        for index in lines.indices.dropFirst(start + 1) {
            guard lines[index].endsWithNumber, lines[index].count <= 60, !lines[index].endsWithStop,
                lines[index].form != .pageNumber
            else { return }
            lines[index].form = .tableOfContents
        }
    }

    /// Short lines at the beginning, directly above the number of a document, are the mark of its issuer.
    private func markIssuerHeads(_ lines: inout [DraftLine]) {
        guard let number = lines.prefix(40).firstIndex(where: { $0.form == .documentNumber }) else { return }
        var index = number
        while index > 0, number - index < 2 {
            index -= 1
            let line = lines[index]
            let names = ["政府", "纪要", "简报", "通报", "快报", "信息", "动态", "局", "委员会", "公司", "党委", "文件", "命令"]
            guard line.form == nil, line.marker == nil, line.count <= 24, line.advert < 0.7, !line.hasPeriod,
                names.contains(where: line.digest.hasSuffix)
            else { return }
            lines[index].form = .issuerHead
        }
    }

    /// 首先 opens a point only where 其次, 再次 or 最后 opens another; else it is a word.
    private func dropLoneSequenceMarkers(_ lines: inout [DraftLine]) {
        let members = lines.indices.filter { lines[$0].marker?.label.scheme == .sequencePoints }
        if Set(members.map { lines[$0].marker?.label.ordinal ?? 0 }).count == 1 {
            for index in members { lines[index].marker = nil }
        }
    }

    /// A tab or a bar in a single line is a blank or a mark; only lines below each other make a table.
    private func dropLoneRows(_ lines: inout [DraftLine]) {
        for index in lines.indices where lines[index].form == .tableRow {
            let before = index > 0 && goTogether(lines[index - 1], lines[index])
            let after = index + 1 < lines.count && goTogether(lines[index], lines[index + 1])
            if !before, !after { lines[index].form = nil }
        }
    }

    /// Whether two lines are rows of one table. Cells between runs of blanks are weak evidence: there must be as many in
    /// both, and no advertising words.
    private func goTogether(_ first: DraftLine, _ second: DraftLine) -> Bool {
        guard second.form == .tableRow, first.cells > 0 else { return false }
        guard first.hasBlankColumns || second.hasBlankColumns else { return true }
        return first.cells == second.cells && first.advert + second.advert < 1.7
    }

    /// Short lines that stand in the draft more than once; numbered lines repeat for good reasons.
    private func countRepeats(_ lines: inout [DraftLine]) {
        var seen: [String: Int] = [:]
        func isCounted(_ line: DraftLine) -> Bool { !line.digest.isEmpty && line.count <= 60 && line.marker == nil }
        for line in lines where isCounted(line) { seen[line.digest, default: 0] += 1 }
        for index in lines.indices where isCounted(lines[index]) {
            lines[index].repeats = (seen[lines[index].digest] ?? 1) - 1
        }
    }
}
