internal import ReadKit
internal import SummaryModel

/// Says how well a line fits a state, from the line itself and its neighbourhood, with the evidence for it.
struct LineScorer {
    private let lines: [DraftLine]
    /// What can be told of each line from the lines around it.
    private let around: Neighbourhood
    /// Lines that a person said are part of the document.
    private let kept: Set<Int>
    /// Lines that a person said are not part of the document.
    private let dropped: Set<Int>

    /// What rules a state out.
    static let impossible = -1_000.0

    init(_ lines: [DraftLine], source: SourceText, kept: Set<Int>, dropped: Set<Int>) {
        self.lines = lines
        self.kept = kept
        self.dropped = dropped
        around = Neighbourhood(lines, source: source)
    }

    /// How well line `index` fits `state`; the parts of the sum go to `evidence`.
    func score(_ state: LineState, _ index: Int, _ evidence: (LocalizedText, Double) -> Void = { _, _ in }) -> Double {
        guard let kind = lines[index].declaredKind else { return judgement(state, index, evidence) }
        if state.fits(kind) {
            evidence(Observation.declared, Self.declared)
            return Self.declared
        }
        return judgement(state, index, evidence) - 5 * Self.declared
    }

    /// How well the state fits that a person or the file named.
    private static let declared = 12.0

    private func judgement(_ state: LineState, _ index: Int, _ evidence: (LocalizedText, Double) -> Void) -> Double {
        let line = lines[index]
        if dropped.contains(line.number) { return state.isResidue ? 10 : Self.impossible }
        if state.isResidue {
            if kept.contains(line.number) { return Self.impossible }
            return residue(line, index, in: state.zone, evidence)
        }
        if line.isMarkupOnly { return Self.impossible }
        var sum = 0.0
        func add(_ weight: Double, _ observation: LocalizedText) {
            guard weight != 0 else { return }
            sum += weight
            evidence(observation, weight)
        }
        switch state {
        case .frontText:
            // Text stands before a title only where a person said that it does.
            add(kept.contains(line.number) ? 0.5 : Self.impossible, Observation.kept)
        case .title: title(line, index, add)
        case .subtitle: subtitle(line, index, add)
        case .author: author(line, index, add)
        case .salutation, .bodySalutation: salutation(line, state, add)
        case .frontForm, .underForm, .bodyForm, .endForm: form(line, index, state, add)
        case .underNote, .bodyNote, .endNote: note(line, index, state, add)
        case .numbered:
            if line.marker != nil { add(2.5, Observation.marker) } else { add(Self.impossible, Observation.noMarker) }
        case .unnumbered: unnumbered(line, add)
        case .paragraph: paragraph(line, index, add)
        case .closing:
            if line.form == .closing {
                add(3, Observation.closingPhrase)
            } else {
                add(Self.impossible, Observation.otherForm)
            }
            if index < around.lastBody(index) { add(-1, Observation.bodyFollows) }
        case .attachment:
            if line.form == .attachment {
                add(3, Observation.attachmentWord)
            } else {
                add(Self.impossible, Observation.otherForm)
            }
        case .attachmentItem:
            if line.marker?.kind == .heading3, line.count <= 60, line.sentences == 0 {
                add(3.5, Observation.attachmentGoesOn)
            } else if line.marker == nil, line.indent >= 4, line.count <= 40, line.sentences == 0, line.form == nil {
                add(0.8, Observation.attachmentGoesOn)
            } else {
                add(Self.impossible, Observation.otherForm)
            }
        case .signature: signature(line, index, add)
        case .date:
            if line.form == .date { add(3, Observation.dateForm) } else { add(Self.impossible, Observation.otherForm) }
            if index < around.lastBody(index) { add(-2, Observation.bodyFollows) }
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: break
        }
        return sum
    }

    /// How well `state` on line `index` follows `previous` on the line before it, apart from what
    /// ``LineState/transition(from:)`` says for every line.
    func transition(from previous: LineState, to state: LineState, _ index: Int) -> Double {
        if previous.isResidue, state.isResidue { return lines[index].blanksBefore == 0 ? 0.6 : 0.3 }
        if previous == .title, state == .title { return titleGoesOn(index) }
        // Where a further document begins, what may stand before a text may stand again.
        if around.isAtFurtherStart(index), previous.zone == .body || previous.zone == .end {
            if state.zone == .title { return 4 }
            if state.zone == .front { return 4 }
        }
        return 0
    }

    /// How well the first line of the draft fits the zone of `state`.
    func opening(_ state: LineState) -> Double {
        switch state.zone {
        case .front, .title: 0
        case .under, .body: -2
        case .end: -5
        }
    }

    // MARK: - Residue

    private func residue(
        _ line: DraftLine,
        _ index: Int,
        in zone: Zone,
        _ evidence: (LocalizedText, Double) -> Void
    ) -> Double {
        var sum = 0.0
        func add(_ weight: Double, _ observation: LocalizedText) {
            guard weight != 0 else { return }
            sum += weight
            evidence(observation, weight)
        }
        if line.isMarkupOnly {
            add(6, Observation.markupOnly)
            return sum
        }
        let (firstBody, lastBody) = (around.firstBody(index), around.lastBody(index))
        let isAmongText = index > firstBody && index < lastBody
        add(isAmongText ? -1.8 : zone == .body || zone == .under ? -1.3 : -0.8, Observation.usuallyText)
        // One phrase or address in a sentence may be what the sentence is about.
        let isSentence = line.endsWithStop && line.advert <= 2 && line.digest.last != "！"
        let isProse = line.count >= 45 && line.endsWithStop && (firstBody...max(firstBody, lastBody)).contains(index)
        add(line.advert * (isProse ? 0.55 : isSentence ? 0.6 : 1), Observation.advertisingWords)
        if line.hasContact { add(isSentence ? 0.5 : isProse ? 1.2 : 2.2, Observation.contact) }
        if around.isAdvertisedName[index] { add(2.5, Observation.advertisedName) }
        if around.isWatermark(index) { add(min(2.4, 0.8 + 0.8 * Double(line.repeats)), Observation.repeated) }
        // A line that does not look like residue by itself is residue only near one that does.
        if !around.isNearEvident[index], !around.isWatermark(index) { add(-1.5, Observation.noAdvertNear) }
        if line.endsWithStop, line.advert < 0.6, !line.hasContact { add(-1, Observation.stop) }
        if line.digest.hasPrefix("{{") { add(-2, Observation.gap) }
        if around.isListedTitle[index] {
            add(index > lastBody ? 3.5 : 2, Observation.listedTitle)
        } else if line.marker != nil, index >= around.headEnd {
            add(line.hasContact ? -1.5 : -2.5, Observation.marker)
        }
        if line.isSeparator { add(around.isAboveText(index) ? 0.6 : 2.4, Observation.oneOfSeveral) }
        if line.endsWithColon { add(-0.8, Observation.colon) }
        if around.isNameAboveTitle(index) { add(2, Observation.nameAboveTitle) }
        if line.isInContents { add(-2, Observation.inContents) }
        if around.isInShortRun[index], index < firstBody || index > lastBody { add(1.6, Observation.listOfWords) }
        if around.isChat, index > 0, lines[index - 1].isTimeStamp, line.count <= 30, !line.endsWithStop,
            line.marker == nil
        {
            add(2, Observation.chatMessage)
        }
        if line.isLoneNumber { add(2.5, Observation.loneNumber) }
        if isProse {
            add(-1.5, Observation.prose)
        } else if line.endsWithStop, line.count >= 25 {
            add(-0.4, Observation.prose)
        }
        if line.genre >= 3, line.hasPeriod, !line.hasContact, !line.isRunningHead, !around.isListedTitle[index],
            !line.isSeparator
        {
            add(-1.6, Observation.readsLikeTitle)
        }
        if let form = line.form {
            switch form {
            case .pageNumber, .tableOfContents, .listItem, .labelledAuthor: add(-0.5, Observation.ownForm)
            case .date: add(-1, Observation.ownForm)
            case .contact: add(-3.5, Observation.ownForm)
            case .closing where line.advert >= 1.3: break
            default: add(-2.2, Observation.ownForm)
            }
        }
        if index > lastBody, zone == .body || zone == .end, !line.endsWithStop { add(0.4, Observation.afterText) }
        if line.isBracketed, line.advert > 0 { add(0.5, Observation.bracketed) }
        if let last = line.digest.unicodeScalars.last, last == "，" || last == "、" { add(-1, Observation.commas) }
        return sum
    }

    // MARK: - Title and what stands under it

    private func title(_ line: DraftLine, _ index: Int, _ add: (Double, LocalizedText) -> Void) {
        if line.genre > 0 { add(line.genre, Observation.genre) } else { add(-0.3, Observation.noGenre) }
        if line.hasPeriod { add(0.6, Observation.period) }
        if line.endsWithStop { add(line.genre > 0 ? -2 : -4, Observation.stop) }
        if line.endsWithColon { add(-3.5, Observation.colon) }
        if line.commas > 0 { add(-0.6 * Double(min(4, line.commas)), Observation.commas) }
        if line.marker != nil { add(-5, Observation.marker) }
        if line.form != nil { add(-4, Observation.otherForm) }
        if line.isBracketed { add(-2.5, Observation.bracketed) }
        if line.isDashed { add(-2.5, Observation.dashed) }
        if line.count < 4 { add(line.genre > 0 ? 0 : -2, Observation.short) }
        if line.count > 50 { add(-1.5 - Double(min(100, line.count - 50)) / 20, Observation.long) }
        add(-1.3 * max(0, line.advert - (line.genre > 0 ? 0.7 : 0)), Observation.advertisingWords)
        if line.hasContact { add(-3, Observation.contact) }
        if around.isAdvertisedName[index] { add(-3, Observation.advertisedName) }
        if line.repeats > 0 { add(line.endsWithBody || line.genre > 0 ? -0.2 : -1.5, Observation.repeated) }
        if line.isOneOfSeveral { add(-1.5, Observation.oneOfSeveral) }
        if line.innerBlanks >= 3 { add(-1.5, Observation.listOfWords) }
        if index + 1 < lines.count,
            lines[index + 1].isDashed || lines[index + 1].isBracketed && lines[index + 1].genre >= 3
        {
            add(2.2, Observation.subtitleFollows)
        }
        if line.genre == 0, line.isShortPhrase, line.count >= 8, index + 1 < lines.count,
            index + 1 < around.firstBody(index)
        {
            let next = lines[index + 1]
            let namesAuthor = (next.endsWithBody || next.endsWithPerson) && next.genre == 0 && next.form == nil
            if namesAuthor, next.count <= 24, next.advert < 0.7, index + 2 == around.firstBody(index) {
                add(1.4, Observation.authorFollows)
            }
        }
        if index + 1 < lines.count, lines[index + 1].advert >= 2.4, line.advert < 0.7 {
            add(0.6, Observation.siteDataFollows)
        }
        if around.isInShortRun[index], !line.readsLikeTitle { add(-1.2, Observation.listOfWords) }
        if around.isListedTitle[index] || line.isRunningHead { add(-2, Observation.listedTitle) }
        if line.isSeparator { add(around.isAboveText(index) ? 1.5 : -2, Observation.oneOfSeveral) }
        if line.isInContents { add(3, Observation.inContents) }
        if around.segment(index).start == .attachment, around.segment(index).range.lowerBound == index {
            add(3.2, Observation.belowAttachment)
        }
        if index == 0 { add(0.5, Observation.firstLine) }
        if line.blanksBefore > 0 || index == 0 { add(0.3, Observation.isolated) }
        if index + 1 < lines.count, lines[index + 1].blanksBefore > 0 { add(0.3, Observation.isolated) }
        if line.isEmphasized { add(0.8, Observation.emphasized) }
        if line.indent >= 6, index + 1 < lines.count, lines[index + 1].indent < line.indent {
            add(0.4, Observation.centred)
        }
        if index < around.firstBody(index) { add(around.agreement[index] ?? 0, Observation.agrees) }
        switch line.traits.kind {
        case .title: add(line.traits.isCertain ? 6 : 2.5, Observation.markedByFile)
        case .some(let kind) where kind != .paragraph: add(-2, Observation.markedByFile)
        default: break
        }
        if line.traits.outlineLevel == 1 { add(1.2, Observation.outlineLevel) }
        if line.traits.alignment == .centre { add(0.8, Observation.centred) }
    }

    /// Whether a title goes on from the line before: an unfinished line, then one that ends it.
    private func titleGoesOn(_ index: Int) -> Double {
        let (first, second) = (lines[index - 1], lines[index])
        // Running text is no title, whatever it is followed by.
        guard first.count + second.count <= 150 else { return -6 }
        var sum = -0.4
        if second.blanksBefore > 0 { sum -= 1.2 }
        if first.genre >= 3 { sum -= second.genre >= 3 ? 3 : 2.5 }
        if second.genre > 0, second.hasPeriod, first.genre == 0, !first.hasPeriod, !first.endsWithBody { sum -= 0.5 }
        if first.count + second.count > 70 { sum -= 2.5 }
        if let last = first.digest.unicodeScalars.last, "的和与及于年度、暨".unicodeScalars.contains(last) { sum += 0.8 }
        if first.digest.contains("关于") || first.hasPeriod { sum += 0.6 }
        if let start = second.digest.unicodeScalars.first, "及暨和与的".unicodeScalars.contains(start) { sum += 3.5 }
        if first.endsWithBody { sum += second.genre > 0 && first.advert < 0.7 ? 1.4 : 0.4 }
        return sum
    }

    private func subtitle(_ line: DraftLine, _ index: Int, _ add: (Double, LocalizedText) -> Void) {
        add(line.isDashed ? 3 : -2, line.isDashed ? Observation.dashed : Observation.notDashed)
        if line.isBracketed, line.genre > 0 || ["稿）", "稿)", "案）", "案)"].contains(where: line.digest.hasSuffix) {
            add(4, Observation.bracketed)
        }
        if line.endsWithStop { add(-2, Observation.stop) }
        if line.count > 50 { add(-3, Observation.long) }
        if line.marker != nil || line.form != nil { add(-4, Observation.otherForm) }
        add(-1.5 * line.advert, Observation.advertisingWords)
        if line.hasContact { add(-3, Observation.contact) }
    }

    private func author(_ line: DraftLine, _ index: Int, _ add: (Double, LocalizedText) -> Void) {
        switch line.form {
        case .labelledAuthor: add(line.advert > 0.7 ? 0 : 3, Observation.authorLabel)
        case .date: add(3, Observation.dateForm)
        case .signedDate: add(2.5, Observation.dateForm)
        case nil: break
        default: add(-5, Observation.otherForm)
        }
        if line.form == nil { add(-1, Observation.noAuthorLabel) }
        if line.isBracketed { add(line.count <= 30 ? 1.8 : 0.3, Observation.bracketed) }
        if line.endsWithPerson, line.count <= 24 { add(1.6, Observation.person) }
        if line.endsWithBody, line.count <= 30 { add(1.3, Observation.body) }
        if !line.digest.isEmpty, line.count <= 40, line.digest.unicodeScalars.contains("年"), line.digest.contains("月"),
            !line.endsWithStop, line.commas == 0 || line.isBracketed
        {
            add(1.6, Observation.dateForm)
        }
        if line.endsWithStop { add(-3, Observation.stop) }
        if line.endsWithColon { add(-3, Observation.colon) }
        if line.commas > 0 { add(line.isBracketed ? -0.4 : -1, Observation.commas) }
        if line.count > 30 { add(-1.5, Observation.long) }
        if line.marker != nil { add(-5, Observation.marker) }
        if line.genre >= 3 { add(-1.5, Observation.genre) }
        if line.isDashed { add(-1, Observation.dashed) }
        add(-1.4 * line.advert, Observation.advertisingWords)
        if line.hasContact { add(-3, Observation.contact) }
        if index > around.firstBody(index) { add(-3, Observation.bodyFollows) }
        if line.traits.kind == .author { add(2.5, Observation.markedByFile) }
    }

    private func salutation(_ line: DraftLine, _ state: LineState, _ add: (Double, LocalizedText) -> Void) {
        switch line.form {
        case .spokenAddress: add(state == .salutation ? 3.5 : 3, Observation.address)
        case .address where state == .salutation: add(3.5, Observation.address)
        default: add(Self.impossible, Observation.otherForm)
        }
    }

    private func form(_ line: DraftLine, _ index: Int, _ state: LineState, _ add: (Double, LocalizedText) -> Void) {
        let weight: Double
        switch (line.form, state) {
        case (.issuerHead, .frontForm), (.documentNumber, .frontForm), (.securityMark, .frontForm): weight = 4
        case (.issuerHead, .underForm): weight = 2
        case (.signedDate, .frontForm) where line.advert < 0.7: weight = 2
        case (.documentNumber, .underForm): weight = 3.5
        case (.pageNumber, _): weight = 2.5
        case (.tableOfContents, _): weight = 3
        case (.tableRow, .bodyForm), (.formula, .bodyForm), (.footnote, .bodyForm): weight = 3.5
        case (.listItem, .bodyForm): weight = around.isListedTitle[index] ? 1 : 2.2
        case (.footnote, .endForm), (.tableRow, .endForm): weight = 2.5
        case (.copies, .endForm), (.imprint, .endForm): weight = 4
        default: weight = Self.impossible
        }
        add(weight, weight > 0 ? Observation.ownForm : Observation.otherForm)
    }

    private func note(_ line: DraftLine, _ index: Int, _ state: LineState, _ add: (Double, LocalizedText) -> Void) {
        if line.form == .contact { return add(2.2, Observation.contactNote) }
        guard line.isBracketed, !line.hasSquareBrackets, line.form == nil else {
            return add(Self.impossible, Observation.notBracketed)
        }
        add(1.6, Observation.bracketed)
        if line.digest.contains("联系人") || line.digest.contains("此件") { add(1.5, Observation.contactNote) }
        if state == .underNote { add(-1.8, Observation.underTitle) }
        if line.hasContact, !line.digest.contains("联系人") { add(-1.5, Observation.contact) }
        if !line.digest.contains("联系人") { add(-0.8 * line.advert, Observation.advertisingWords) }
    }

    // MARK: - Body

    private func paragraph(_ line: DraftLine, _ index: Int, _ add: (Double, LocalizedText) -> Void) {
        if line.marker != nil { return add(Self.impossible, Observation.marker) }
        switch line.form {
        case .attendance: add(2.5, Observation.ownForm)
        case nil, .date, .signedDate, .contact, .closing, .labelledAuthor, .listItem, .attachment: break
        case .address, .spokenAddress: add(-0.5, Observation.otherForm)
        default: return add(Self.impossible, Observation.otherForm)
        }
        if line.endsWithStop { add(line.count >= 15 ? 1.2 : 0.4, Observation.stop) }
        if line.count >= 40 { add(1.2, Observation.prose) }
        if line.sentences >= 2 { add(0.4, Observation.prose) }
        if line.commas >= 2 { add(0.4, Observation.commas) }
        if !line.endsWithStop, !line.endsWithColon, line.count < 25 { add(-0.7, Observation.short) }
        if line.form != nil { add(-1, Observation.otherForm) }
        if line.isBracketed { add(-1, Observation.bracketed) }
        if line.genre >= 3, line.hasPeriod, index < around.firstBody(index), !line.endsWithStop {
            add(-1.5, Observation.readsLikeTitle)
        }
        if index > around.lastBody(index), !line.endsWithStop, line.count < 35 { add(-1.2, Observation.afterText) }
    }

    /// A heading that only the file calls one, by a style or a mark; offices set paragraphs in such styles as well.
    private func unnumbered(_ line: DraftLine, _ add: (Double, LocalizedText) -> Void) {
        guard line.marker == nil, line.form == nil, line.traits.outlineLevel != nil else {
            return add(Self.impossible, Observation.noMarker)
        }
        add(2.2, Observation.outlineLevel)
        if line.endsWithStop { add(line.count > 25 ? -3 : -1.5, Observation.stop) }
        if line.count > 45 { add(-2.5, Observation.long) }
        if line.commas >= 3 { add(-1.5, Observation.commas) }
        add(-line.advert, Observation.advertisingWords)
    }

    private func signature(_ line: DraftLine, _ index: Int, _ add: (Double, LocalizedText) -> Void) {
        if line.marker != nil { return add(Self.impossible, Observation.marker) }
        switch line.form {
        case nil: add(-1.2, Observation.noAuthorLabel)
        case .labelledAuthor: add(1.6, Observation.authorLabel)
        case .signedDate: add(3.5, Observation.dateForm)
        default: return add(Self.impossible, Observation.otherForm)
        }
        if line.endsWithBody { add(1.8, Observation.body) }
        if line.endsWithPerson { add(1.5, Observation.person) }
        if line.indent >= 8 { add(1.2, Observation.rightAligned) }
        if index + 1 < lines.count, lines[index + 1].form == .date { add(1.5, Observation.dateFollows) }
        if line.count > 30 { add(-2.5, Observation.long) }
        if line.endsWithStop { add(-3.5, Observation.stop) }
        if line.endsWithColon { add(-3, Observation.colon) }
        if line.commas > 0 { add(-1, Observation.commas) }
        if line.genre >= 3 { add(-1.2, Observation.genre) }
        if line.isBracketed, !line.hasSquareBrackets { add(-2, Observation.bracketed) }
        if line.isDashed { add(-1.5, Observation.dashed) }
        if index < around.lastBody(index) { add(-3.5, Observation.bodyFollows) }
        add(-1.3 * line.advert, Observation.advertisingWords)
        if line.hasContact { add(-3, Observation.contact) }
        if around.isAdvertisedName[index] { add(-3, Observation.advertisedName) }
    }
}
