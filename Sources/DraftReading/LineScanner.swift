internal import ParallelWork
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
    func lines(of draft: Draft, by workers: Workers) -> [DraftLine] {
        let text = DraftText(draft)
        let physical = physicalLines(of: draft, text, by: workers)
        let groups = HardWrap.groups(of: physical, isMarkedUp: !draft.traits.isEmpty) { isAdvert($0, in: text) }
        var lines = workers.concatenate(groups.count) { (part, lines: inout [DraftLine]) in
            lines.reserveCapacity(part.count)
            for group in groups[part] { lines.append(describe(physical[group], in: text)) }
        }
        // Where a blank line stands between almost any two lines, it tells nothing.
        if lines.indices.count(where: { lines[$0].blanksBefore > 0 }) * 10 >= lines.count * 7 {
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
        markCaptions(&lines)
        return lines
    }

    /// The lines of the file that are not blank, each by itself.
    private func physicalLines(of draft: Draft, _ text: DraftText, by workers: Workers) -> [PhysicalLine] {
        var lines = workers.concatenate(draft.source.lines.count) { (part, lines: inout [PhysicalLine]) in
            lines.reserveCapacity(part.count)
            for index in part {
                let traits = index < draft.traits.count ? draft.traits[index] : nil
                if let line = PhysicalLine(draft.source.lines[index], number: index + 1, in: text, traits: traits) {
                    lines.append(line)
                }
            }
        }
        var last = 0
        for index in lines.indices {
            lines[index].blanksBefore = lines[index].number - last - 1
            last = lines[index].number
        }
        continueLongLists(&lines, draft.source)
        return lines
    }

    /// A number too large for a marker by itself is one where the number before it stands above: （199）, （200）.
    private func continueLongLists(_ lines: inout [PhysicalLine], _ source: SourceText) {
        let parser = MarkerParser(largest: 99_999)
        /// The last number of each kind that a larger one may follow.
        var last: [BlockKind: Int] = [:]
        for index in lines.indices {
            if let marker = lines[index].marker {
                last[marker.kind] = marker.label.ordinal < MarkerParser.usualLargest ? nil : marker.label.ordinal
            } else if !last.isEmpty, mayOpenMarker(lines[index].core, source),
                let marker = parser.marker(of: source.scalars(lines[index].core)[...]),
                marker.label.ordinal > MarkerParser.usualLargest, last[marker.kind] == marker.label.ordinal - 1
            {
                lines[index].marker = marker
                last[marker.kind] = marker.label.ordinal
            }
        }
    }

    /// Whether the first character of `range` may open a marker.
    private func mayOpenMarker(_ range: SourceRange, _ source: SourceText) -> Bool {
        let end = min(range.upperBound, range.lowerBound + 4)
        return source.scalars(SourceRange(range.lowerBound, end)).first.map(MarkerParser.mayOpen) ?? false
    }

    /// Whether a line of a wrapped text is an advert by its words, or a page number, and so no part of a paragraph.
    private func isAdvert(_ line: PhysicalLine, in draft: DraftText) -> Bool {
        let text = Scalars(draft.string(line.core).unicodeScalars)
        if LineFormScanner.isPageNumber(text) { return true }
        let strong = words.adverts.weights(in: lowered(text)).count { $0 == 3 }
        return strong >= 2 || strong == 1 && ContactPattern.isHeld(by: lowered(text))
    }

    /// The text in lower case and without blanks, in which words are looked for.
    private func lowered(_ text: Scalars) -> Scalars {
        Scalars(text.lazy.filter { !$0.isBlank }.map { $0.isLatinLetter ? Self.lowercased($0) : $0 })
    }

    private func describe(_ group: ArraySlice<PhysicalLine>, in draft: DraftText) -> DraftLine {
        guard let first = group.first, let last = group.last else { preconditionFailure("a group has a line") }
        // Most groups are one line of one piece.
        let isPlain = group.count == 1 && draft.isPlain
        let pieces = isPlain ? [] : group.flatMap { draft.pieces(of: $0.core) }
        let nothing = SourceRange(first.core.lowerBound, first.core.lowerBound)
        var line = DraftLine(
            range: SourceRange(first.range.lowerBound, last.range.upperBound),
            number: first.number,
            firstPiece: isPlain ? first.core : pieces.first ?? nothing,
            furtherPieces: Array(pieces.dropFirst())
        )
        line.blanksBefore = first.blanksBefore
        line.indent = first.indent
        // A row of empty cells is a row all the same.
        line.isMarkupOnly = first.core.count == 0 && first.traits.cells.isEmpty
        line.marker = first.marker
        if let traits = first.statedTraits.value { line.traits = traits }
        guard !line.isMarkupOnly else { return line }
        var text = draft.source.scalars(line.firstPiece)
        for piece in line.furtherPieces { text += draft.source.scalars(piece) }
        if !line.hasMarker { line.dotted = DottedNumber(text[...]) }
        // Words are looked for in what the line shows; places refer to what is written.
        func mayHoldMarkup(_ piece: SourceRange) -> Bool {
            draft.source.holds("<", in: piece) || draft.source.holds("&", in: piece)
        }
        let mayHoldMarkup = mayHoldMarkup(line.firstPiece) || line.furtherPieces.contains(where: mayHoldMarkup)
        let shown = mayHoldMarkup ? LeakedMarkup.plainText(of: text[...]) : text
        line.count = shown.count
        line.isEmphasized = first.isEmphasized || first.traits.isBold
        let written = mayHoldMarkup || !line.furtherPieces.isEmpty ? nil : line.firstPiece
        describe(&line, shown[...], written.map { WrittenText(range: $0, source: draft.source) })
        if line.hasTraits { applyTraits(&line) }
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

    /// A text that stands in the draft as the line shows it.
    private struct WrittenText {
        var range: SourceRange
        var source: SourceText
    }

    private func describe(_ line: inout DraftLine, _ text: Scalars, _ written: WrittenText?) {
        guard let first = text.first, let last = text.last else { return }
        let census = CharacterCensus(text)
        line.endsWithStop =
            last.isSentenceStop
            || (text.count > 1 && Self.closers.contains(last) && text[text.endIndex - 2].isSentenceStop)
        line.endsWithColon = last == "：" || last == ":"
        line.isDashed =
            text.starts(with: "——") || text.starts(with: "──") || text.starts(with: "--") || text.starts(with: "―")
            || (first == "—" && text.count > 1 && text[text.startIndex + 1].isHan)
        line.sentences = census.sentences
        line.commas = census.commas
        guard text.count <= Self.longestAdvert else {
            if !line.hasMarker { line.form = forms.form(of: text, census, longLine: true) }
            return
        }
        line.isBracketed = Self.isBracketed(text)
        line.hasSquareBrackets = line.isBracketed && first != "（" && first != "("
        line.isOneOfSeveral = Self.isOneOfSeveral(text)
        line.isSeparator = CollectionSeparator.isMatched(by: text)
        line.isTimeStamp = TimeStamp.ends(text)
        line.isLoneNumber = text.count <= 3 && text.allSatisfy { $0.digitValue != nil }
        line.form = forms.form(of: text, census, longLine: false)
        if line.form == .tableRow {
            line.hasBlankColumns = !text.contains("|") && !text.contains("\t")
            line.cells = line.hasBlankColumns ? LineFormScanner.columns(of: text).count : 2
        }
        let digits = text.prefix { $0.digitValue != nil }
        line.beginsWithNumber = (1...2).contains(digits.count) && text.dropFirst(digits.count).first?.isBlank == true
        line.endsWithNumber = last.digitValue != nil
        let dense = census.holdsBlank ? Scalars(text.filter { !$0.isBlank }) : text
        if let written, !census.holdsBlank {
            line.digest = written.source[written.range]
            line.isDigestWritten = true
        } else {
            line.digest = dense.string
        }
        let inside = line.isBracketed ? text.dropFirst().dropLast() : text
        // 工 作 总 结: letters that are spaced out are words all the same.
        let compact = !census.holdsBlank ? inside : Scalars(inside.filter { !$0.isBlank })
        let bare = Self.withoutTail(compact)
        line.genre = words.genres.suffix(of: bare)?.weight ?? 0
        line.hasPeriod = census.mayHoldPeriod && Self.hasPeriod(compact)
        if census.holdsBlank {
            line.innerBlanks = zip(text, text.dropFirst()).count { $0.isBlank && !$1.isBlank }
            let pieces = text.split(whereSeparator: \.isBlank)
            if pieces.count(where: { $0.count == 1 }) * 10 >= pieces.count * 6 { line.innerBlanks = 0 }
        }
        line.endsWithBody = words.organizations.suffix(of: bare) != nil
        line.endsWithPerson = PersonName.ends(inside)
        let lowered = census.holdsLatinLetter ? lowered(text) : dense
        var weak = 0.0
        for weight in words.adverts.weights(in: lowered) {
            switch weight {
            case 3: line.advert += 1.7
            case 2: line.advert += 0.7
            default: weak = min(0.6, weak + 0.2)
            }
        }
        line.advert += weak
        line.hasContact = census.mayHoldContact && ContactPattern.isHeld(by: lowered)
        if Self.isBranded(text) { line.advert += 1.3 }
        if line.isTimeStamp || TimeStamp.opens(text) || census.arrows >= 2 && Breadcrumbs.areHeld(by: text)
            || !census.holdsHan && Self.isRule(text) || Self.isDecorated(text)
        {
            line.advert += 2.4
        }
    }

    /// What may stand behind the stop of a sentence.
    private static let closers = ScalarSet("”）)’\"")

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
            last.digitValue != nil || tailMarks.contains(last) || last.isBlank
        {
            // Not by `removeLast`, which copies the text.
            part = part.dropLast()
        }
        return part
    }

    private static let tailMarks = ScalarSet("。！!？?”》…—*-/")

    private static func isBracketed(_ text: Scalars) -> Bool {
        guard let first = text.first, text.count >= 4 else { return false }
        let close: Unicode.Scalar
        switch first {
        case "（": close = "）"
        case "(": close = ")"
        case "【": close = "】"
        case "[": close = "]"
        case "〔": close = "〕"
        case "［": close = "］"
        case "★": close = "★"
        default: return false
        }
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
        guard let first = text.first, let last = text.last, text.count <= 40 else { return false }
        let marks = "↓↑←→▼▲▽△☟☝⬇⬆👇".unicodeScalars
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

    /// Whether the text names a year or a part of one: 2024年, 上半年, 季度, 近年来.
    private static func hasPeriod(_ text: Scalars) -> Bool {
        for index in text.indices where CharacterCensus.mayBeOfPeriod(text[index]) {
            // Every word of a period holds one of these.
            switch text[index] {
            case "年":
                let before = text[..<index].suffix(2)
                guard let last = before.last else { break }
                if last.digitValue != nil || numerals.contains(last) || last == "全" || last == "学" { return true }
                if last == "半", before.first == "上" || before.first == "下" { return true }
                if last == "近", index + 1 < text.endIndex, text[index + 1] == "来" { return true }
            case "度":
                if index > text.startIndex, text[index - 1] == "季" || text[index - 1] == "年" { return true }
            case "期":
                if index > text.startIndex, text[index - 1] == "学" || text[index - 1] == "任" { return true }
            case "份": if index > text.startIndex, text[index - 1] == "月" { return true }
            case "段": if index > text.startIndex, text[index - 1] == "阶" { return true }
            default: break
            }
        }
        return false
    }

    /// What stands before 年 in the number of a year, besides digits.
    private static let numerals = ScalarSet("X×xx＊*〇一二三四五六七八九")

    /// The lines between two `$$` are a formula, whatever they look like.
    private func markFormulas(_ lines: inout [DraftLine]) {
        var start: Int?
        for index in lines.indices where lines[index].count == 2 && lines[index].digest == "$$" {
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
        guard
            let start = lines.indices.first(where: { lines[$0].form == .tableOfContents && lines[$0].count <= 6 })
        else { return }
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
        where entries.contains(lines[further].digest) && !lines[further].hasMarker {
            lines[further].isInContents = true
        }
    }

    /// Short lines at the beginning, directly above the number of a document, are the mark of its issuer.
    private func markIssuerHeads(_ lines: inout [DraftLine]) {
        guard let number = lines.prefix(40).firstIndex(where: { $0.form == .documentNumber }) else { return }
        // Who signed it for issue, and when, stands below or beside the number.
        if number + 1 < lines.count, lines[number + 1].digest.holds("签发"), lines[number + 1].count <= 40 {
            lines[number + 1].form = .issuerHead
        }
        if lines[number].digest.hasPrefix("第"), number > 0 { markEditors(below: number, &lines) }
        // The number of the copy (GB/T 9704-2012, 7.2.1) is the only line of six digits there.
        for index in 0..<number where lines[index].form == nil && lines[index].digest.count == 6 {
            if lines[index].digest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { lines[index].form = .securityMark }
        }
        var index = number
        // Of bodies that issue jointly each has a line, and the last one 文件 (7.2.4).
        let isJoint = number > 1 && lines[number - 1].digest.hasSuffix("文件")
        while index > 0, number - index < (isJoint ? 12 : 2) {
            index -= 1
            let line = lines[index]
            // The name of a bulletin stands above its number, whatever it is: 第12期
            if index == number - 1, lines[number].digest.hasPrefix("第"), line.isShortPhrase, line.count <= 16,
                line.genre < 3 || line.count <= 8, line.advert < 0.7
            {
                lines[index].form = .issuerHead
                return
            }
            if isJoint, index == number - 1, line.form == .issuerHead { continue }
            let names = ["政府", "纪要", "简报", "通报", "快报", "信息", "动态", "局", "委员会", "公司", "党委", "文件", "命令"]
            let bodies = ["厅", "部", "委", "院", "办公室", "联合会", "总工会", "法院", "检察院", "集团"]
            guard line.form == nil, line.marker == nil, line.count <= 24, line.advert < 0.7, !line.hasPeriod,
                names.contains(where: line.digest.hasSuffix) || isJoint && bodies.contains(where: line.digest.hasSuffix)
            else { return }
            lines[index].form = .issuerHead
        }
    }

    /// Who edits a bulletin, and when, stands below its number, above the title.
    private func markEditors(below number: Int, _ lines: inout [DraftLine]) {
        guard number + 2 < lines.count else { return }
        let line = lines[number + 1]
        guard line.form == nil, line.marker == nil, (3...30).contains(line.count), !line.endsWithStop,
            Self.editorEndings.contains(where: line.digest.hasSuffix)
                || Self.editorLabels.contains(where: line.digest.hasPrefix)
        else { return }
        lines[number + 1].form = .issuerHead
        // The date may have a line of its own.
        if lines[number + 2].form == .date, number + 3 < lines.count { lines[number + 2].form = .issuerHead }
    }

    private static let editorEndings = ["编", "编印", "编发", "编制", "主办", "主编", "编辑部"]
    private static let editorLabels = [
        "编发单位：", "编印单位：", "主办单位：", "主办：", "编印：", "编发：", "编辑：", "主编：", "责任编辑：",
    ]

    /// 表1 directly above a table is what the table is called.
    private func markCaptions(_ lines: inout [DraftLine]) {
        for index in lines.indices.dropFirst() where lines[index].form == .tableRow {
            let above = lines[index - 1]
            guard above.form == nil, !above.digest.isEmpty, above.digest.utf8.starts(with: "表".utf8) else { continue }
            lines[index - 1].isCaption = CaptionSearch.isCaption(Array(above.digest.unicodeScalars)[...], of: "表")
        }
    }

    /// 首先 opens a point only where 其次, 再次 or 最后 opens another; else it is a word.
    private func dropLoneSequenceMarkers(_ lines: inout [DraftLine]) {
        let members = lines.indices.filter {
            lines[$0].hasMarker && lines[$0].marker?.label.scheme == .sequencePoints
        }
        let ordinal = members.first.map { lines[$0].marker?.label.ordinal ?? 0 }
        if members.allSatisfy({ lines[$0].marker?.label.ordinal ?? 0 == ordinal }) {
            for index in members { lines[index].marker = nil }
        }
    }

    /// 二， opens a long paragraph as a number only where 一 or 三 stands as well.
    private func dropLoneNumbers(_ lines: inout [DraftLine]) {
        let numbered = lines.indices.filter { lines[$0].hasMarker }
        guard numbered.contains(where: { lines[$0].marker?.needsCompany == true }) else { return }
        let ordinals = Set(
            numbered.compactMap { lines[$0].marker?.kind == .heading1 ? lines[$0].marker?.label.ordinal : nil }
        )
        for index in numbered {
            guard let marker = lines[index].marker, marker.needsCompany else { continue }
            let ordinal = marker.label.ordinal
            if !ordinals.contains(ordinal - 1), !ordinals.contains(ordinal + 1) { lines[index].marker = nil }
        }
    }

    /// 1) is one level below 1. where it follows one, and stands for it where it does not.
    private func raiseHalfBrackets(_ lines: inout [DraftLine]) {
        var isRaised = false
        var above: Marker?
        for index in lines.indices where lines[index].hasMarker {
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
        let counted = lines.indices.filter {
            lines[$0].count <= 60 && !lines[$0].hasMarker && !lines[$0].digest.isEmpty
        }
        // A running head has a page number after it: 某局2021年工作总结　　　3
        let keys = counted.map { index in
            guard lines[index].endsWithNumber, lines[index].innerBlanks > 0 else { return lines[index].digest }
            var text = Array(lines[index].digest.unicodeScalars)[...]
            while text.last?.digitValue != nil { text.removeLast() }
            return text.string
        }
        for key in keys { seen[key, default: 0] += 1 }
        for (index, key) in zip(counted, keys) {
            lines[index].repeats = (seen[key] ?? 1) - 1
            lines[index].isRunningHead = lines[index].repeats > 0 && key != lines[index].digest && key.utf8.count >= 12
        }
    }
}
