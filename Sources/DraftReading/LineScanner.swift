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
        // Where a blank line stands between almost any two lines, it tells nothing.
        if lines.count(where: { $0.blanksBefore > 0 }) * 10 >= lines.count * 7 {
            for index in lines.indices { lines[index].blanksBefore = max(0, lines[index].blanksBefore - 1) }
        }
        markFormulas(&lines)
        markContents(&lines)
        markIssuerHeads(&lines)
        dropLoneSequenceMarkers(&lines)
        dropLoneRows(&lines)
        dropLoneNumbers(&lines)
        raiseHalfBrackets(&lines)
        DottedNumber.mark(&lines)
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
        if line.marker == nil { line.dotted = DottedNumber(text[...]) }
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
        case .listItem where line.form == nil && line.marker == nil && line.advert < 2.4: line.form = .listItem
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
        line.isSeparator = CollectionSeparator.isMatched(by: text)
        line.isTimeStamp = TimeStamp.ends(text)
        line.isLoneNumber = text.count <= 3 && text.allSatisfy { $0.digitValue != nil }
        line.innerBlanks = zip(text, text.dropFirst()).count { $0.isBlank && !$1.isBlank }
        line.form = forms.form(of: text, longLine: false)
        if line.form == .tableRow {
            line.hasBlankColumns = !text.contains("|") && !text.contains("\t")
            line.cells = line.hasBlankColumns ? LineFormScanner.columns(of: text).count : 2
        }
        let digits = text.prefix { $0.digitValue != nil }
        line.beginsWithNumber = (1...2).contains(digits.count) && text.dropFirst(digits.count).first?.isBlank == true
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
        if Self.isBranded(text) { line.advert += 1.3 }
        if line.isTimeStamp || TimeStamp.opens(text) || Breadcrumbs.areHeld(by: text) || Self.isRule(text)
            || Self.isDecorated(text)
        {
            line.advert += 2.4
        }
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
            last.digitValue != nil || "。！!？?”》…—*-/".unicodeScalars.contains(last) || last.isBlank
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

    /// Whole lines that are no text.
    private static let plainBrands: Set<String> = ["广告", "推广", "AD", "END", "THE END", "完", "全文完", "正文", "分割线"]

    /// The line of an account or a site, with its own kind of ornament: 某某｜材料人社群, ——某某文稿——, >>>更多材料
    private static func isBranded(_ text: Scalars) -> Bool {
        guard text.count <= 40, let last = text.last, !last.isSentenceStop else { return false }
        let dashes = "—–-─―━".unicodeScalars
        if text.contains("｜") || text.contains("丨") || text.contains("︱") { return true }
        if text.indices.dropFirst().dropLast().contains(where: {
            (text[$0] == "·" || text[$0] == "•") && text[$0 - 1].isBlank && text[$0 + 1].isBlank
        }) {
            return true
        }
        if Self.plainBrands.contains(text.string.uppercased()) { return true }
        if text.starts(with: "更多"), text.count <= 60 { return true }
        // 2021-02-26 某某笔记: the date and the account of a post.
        let date = text.prefix { $0.digitValue != nil || "-/.".unicodeScalars.contains($0) }
        if (8...10).contains(date.count), (2...14).contains(text.count - date.count), text[date.endIndex].isBlank,
            date.contains(where: { $0.digitValue == nil })
        {
            return true
        }
        if text.starts(with: ">>") || text.starts(with: "<<") || text.starts(with: "》》") { return true }
        return text.count >= 5 && dashes.contains(text[text.startIndex]) && dashes.contains(last)
            && text.contains(where: \.isHan)
    }

    /// Arrows and stars at both ends: ↓↓↓ 正文 ↓↓↓
    private static func isDecorated(_ text: Scalars) -> Bool {
        let marks = "↓↑←→▼▲▽△☟☝⬇⬆👇".unicodeScalars
        guard let first = text.first, let last = text.last, text.count <= 40 else { return false }
        return marks.contains(first) && marks.contains(last)
    }

    /// A line without a letter or a digit: ————, =====, ◆◆◆. An ellipsis stands for text that was left out.
    private static func isRule(_ text: Scalars) -> Bool {
        text.allSatisfy { scalar in
            scalar.isBlank
                || !scalar.isHan && !scalar.isLatinLetter && scalar.digitValue == nil
                    && !scalar.properties.isAlphabetic
                    && !"…。，；：？！、（）()《》“”【】{}_$＄XＸ×＊*".unicodeScalars.contains(scalar)
        } || text.count >= 3 && text.allSatisfy { "—–-─━=＝~～*·.…<>".unicodeScalars.contains($0) || $0.isBlank }
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
        markEntries(below: start, &lines)
        for index in lines.indices.dropFirst(start + 1) {
            guard lines[index].endsWithNumber, lines[index].count <= 60, !lines[index].endsWithStop,
                lines[index].form != .pageNumber
            else { return }
            lines[index].form = .tableOfContents
        }
    }

    /// The list below 本期要目 names the articles of a bulletin, whose titles stand in it as they are.
    private func markEntries(below start: Int, _ lines: inout [DraftLine]) {
        var entries: Set<String> = []
        var index = start + 1
        while index < lines.count, lines[index].form == .listItem, lines[index].count <= 60, !lines[index].endsWithStop
        {
            lines[index].form = .tableOfContents
            entries.insert(String(lines[index].digest.dropFirst()))
            index += 1
        }
        for further in lines.indices.dropFirst(index)
        where entries.contains(lines[further].digest) && lines[further].marker == nil {
            lines[further].isInContents = true
        }
    }

    /// Short lines at the beginning, directly above the number of a document, are the mark of its issuer.
    private func markIssuerHeads(_ lines: inout [DraftLine]) {
        guard let number = lines.prefix(40).firstIndex(where: { $0.form == .documentNumber }) else { return }
        // Who signed it for issue, and when, stands below or beside the number.
        if number + 1 < lines.count, lines[number + 1].digest.contains("签发"), lines[number + 1].count <= 40 {
            lines[number + 1].form = .issuerHead
        }
        var index = number
        while index > 0, number - index < 2 {
            index -= 1
            let line = lines[index]
            // The name of a bulletin stands above its number, whatever it is: 第12期
            if index == number - 1, lines[number].digest.hasPrefix("第"), line.isShortPhrase, line.count <= 16,
                line.genre < 3 || line.count <= 8, line.advert < 0.7
            {
                lines[index].form = .issuerHead
                return
            }
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

    /// 二， opens a long paragraph as a number only where 一 or 三 stands as well.
    private func dropLoneNumbers(_ lines: inout [DraftLine]) {
        let ordinals = Set(lines.compactMap { $0.marker?.kind == .heading1 ? $0.marker?.label.ordinal : nil })
        for index in lines.indices {
            guard let marker = lines[index].marker, marker.needsCompany else { continue }
            let ordinal = marker.label.ordinal
            if !ordinals.contains(ordinal - 1), !ordinals.contains(ordinal + 1) { lines[index].marker = nil }
        }
    }

    /// 1) is one level below 1. where it follows one, and stands for it where it does not.
    private func raiseHalfBrackets(_ lines: inout [DraftLine]) {
        var isRaised = false
        var above: Marker?
        for index in lines.indices {
            guard let marker = lines[index].marker, marker.kind.headingLevel != nil else { continue }
            if marker.isHalfBracket {
                if marker.label.ordinal == 1 {
                    isRaised = above?.kind != .heading3
                } else if let above, above.kind == .heading3, above.label.ordinal == marker.label.ordinal - 1 {
                    isRaised = true
                }
                if isRaised {
                    lines[index].marker?.kind = .heading3
                    lines[index].marker?.label.level = 3
                }
            }
            above = lines[index].marker
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
        // A running head has a page number after it: 某局2021年工作总结　　　3
        func key(_ line: DraftLine) -> String {
            guard line.endsWithNumber, line.innerBlanks > 0 else { return line.digest }
            var text = Array(line.digest.unicodeScalars)[...]
            while text.last?.digitValue != nil { text.removeLast() }
            return text.string
        }
        for line in lines where isCounted(line) { seen[key(line), default: 0] += 1 }
        for index in lines.indices where isCounted(lines[index]) {
            let key = key(lines[index])
            lines[index].repeats = (seen[key] ?? 1) - 1
            lines[index].isRunningHead = lines[index].repeats > 0 && key != lines[index].digest && key.utf8.count >= 12
        }
    }
}
