internal import ReadKit
internal import SummaryModel

/// Says how well a line fits a state, from the line itself and its neighbourhood, with the evidence for it.
struct LineScorer {
    private let lines: [DraftLine]
    private let states = LineState.allCases
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

    /// Adds how well each line of `range` fits each state, line after line.
    func addScores(of range: Range<Int>, to scores: inout [Double]) {
        scores.reserveCapacity(scores.count + range.count * states.count)
        for index in range {
            let line = lines[index]
            // Among the text a line is residue as well in one zone as in another.
            let isAmongText = isAmongText(index)
            var residue: Double?
            for state in states {
                if isAmongText, state.isResidue, let residue {
                    scores.append(residue)
                    continue
                }
                var tally = Tally()
                let score = score(state, line, index, &tally)
                scores.append(score)
                if state.isResidue { residue = score }
            }
        }
    }

    /// Whether text stands before line `index` and after it.
    private func isAmongText(_ index: Int) -> Bool {
        index > around.firstBody(index) && index < around.lastBody(index)
    }

    /// The parts of the score of line `index` for `state`.
    func evidence(_ state: LineState, _ index: Int) -> [Evidence] {
        var tally = Tally(keepsEvidence: true)
        _ = score(state, lines[index], index, &tally)
        return tally.evidence
    }

    private func score(_ state: LineState, _ line: DraftLine, _ index: Int, _ tally: inout Tally) -> Double {
        guard let kind = line.declaredKind else { return judgement(state, line, index, &tally) }
        if state.fits(kind) {
            tally.add(Self.declared, Observation.declared)
            return tally.sum
        }
        return judgement(state, line, index, &tally) - 5 * Self.declared
    }

    /// How well the state fits that a person or the file named.
    private static let declared = 12.0

    private func judgement(_ state: LineState, _ line: DraftLine, _ index: Int, _ tally: inout Tally) -> Double {
        if dropped.contains(line.number) { return state.isResidue ? 10 : Self.impossible }
        if state.isResidue {
            if kept.contains(line.number) { return Self.impossible }
            residue(line, index, in: state.zone, &tally)
            return tally.sum
        }
        if line.isMarkupOnly { return Self.impossible }
        switch state {
        case .frontText:
            // Text stands before a title only where a person said that it does.
            tally.add(kept.contains(line.number) ? 0.5 : Self.impossible, Observation.kept)
        case .title: title(line, index, &tally)
        case .subtitle: subtitle(line, index, &tally)
        case .author: author(line, index, &tally)
        case .salutation, .bodySalutation: salutation(line, state, &tally)
        case .frontForm, .underForm, .bodyForm, .endForm: form(line, index, state, &tally)
        case .underNote, .bodyNote, .endNote: note(line, index, state, &tally)
        case .numbered:
            if line.hasMarker {
                tally.add(2.5, Observation.marker)
            } else {
                tally.add(Self.impossible, Observation.noMarker)
            }
        case .unnumbered: unnumbered(line, &tally)
        case .paragraph: paragraph(line, index, &tally)
        case .closing:
            if line.form == .closing {
                tally.add(3, Observation.closingPhrase)
            } else {
                tally.add(Self.impossible, Observation.otherForm)
            }
            if index < around.lastBody(index) { tally.add(-1, Observation.bodyFollows) }
        case .attachment:
            if line.form == .attachment {
                tally.add(3, Observation.attachmentWord)
            } else {
                tally.add(Self.impossible, Observation.otherForm)
            }
        case .attachmentItem:
            if line.hasMarker, line.marker?.kind == .heading3, line.count <= 60, line.sentences == 0 {
                tally.add(3.5, Observation.attachmentGoesOn)
            } else if !line.hasMarker, line.indent >= 4, line.count <= 40, line.sentences == 0, line.form == nil {
                tally.add(0.8, Observation.attachmentGoesOn)
            } else {
                tally.add(Self.impossible, Observation.otherForm)
            }
        case .signature: signature(line, index, &tally)
        case .date:
            if line.form == .date {
                tally.add(3, Observation.dateForm)
            } else {
                tally.add(Self.impossible, Observation.otherForm)
            }
            if index < around.lastBody(index) { tally.add(-2, Observation.bodyFollows) }
        case .frontResidue, .underResidue, .bodyResidue, .endResidue: break
        }
        return tally.sum
    }

    /// What the step between two states depends on, apart from what ``LineState/transition(from:)`` says for every line.
    enum Step {
        /// Nothing.
        case plain
        /// Whether a block of residue goes on.
        case residue
        /// Whether a title goes on.
        case title
        /// Whether a further document begins.
        case furtherStart

        init(from previous: LineState, to state: LineState) {
            if previous.isResidue, state.isResidue {
                self = .residue
            } else if previous == .title, state == .title {
                self = .title
            } else if previous.zone == .body || previous.zone == .end, state.zone == .title || state.zone == .front {
                self = .furtherStart
            } else {
                self = .plain
            }
        }
    }

    /// How well a step leads to line `index`.
    func transition(_ step: Step, _ index: Int) -> Double {
        switch step {
        case .plain: 0
        case .residue: lines[index].blanksBefore == 0 ? 0.6 : 0.3
        // Running text is no title, whatever it is followed by.
        case .title where lines[index - 1].count + lines[index].count > 150: -6
        case .title: titleGoesOn(from: lines[index - 1], to: lines[index])
        // Where a further document begins, what may stand before a text may stand again.
        case .furtherStart: around.isAtFurtherStart(index) ? 4 : 0
        }
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
        _ tally: inout Tally
    ) {
        if line.isMarkupOnly {
            return tally.add(6, Observation.markupOnly)
        }
        let (firstBody, lastBody) = (around.firstBody(index), around.lastBody(index))
        tally.add(isAmongText(index) ? -1.8 : zone == .body || zone == .under ? -1.3 : -0.8, Observation.usuallyText)
        let isProse = line.count >= 45 && line.endsWithStop && (firstBody...max(firstBody, lastBody)).contains(index)
        if line.advert > 0 || line.hasContact {
            // One phrase or address in a sentence may be what the sentence is about.
            let isSentence = line.endsWithStop && line.advert <= 2 && line.digest.last != "！"
            tally.add(line.advert * (isProse ? 0.55 : isSentence ? 0.6 : 1), Observation.advertisingWords)
            if line.hasContact { tally.add(isSentence ? 0.5 : isProse ? 1.2 : 2.2, Observation.contact) }
        }
        if around.isAdvertisedName[index] { tally.add(2.5, Observation.advertisedName) }
        if around.isWatermark(index) { tally.add(min(2.4, 0.8 + 0.8 * Double(line.repeats)), Observation.repeated) }
        // A line that does not look like residue by itself is residue only near one that does.
        if !around.isNearEvident[index], !around.isWatermark(index) { tally.add(-1.5, Observation.noAdvertNear) }
        if line.endsWithStop, line.advert < 0.6, !line.hasContact { tally.add(-1, Observation.stop) }
        if Self.opensGap(line.digest) { tally.add(-2, Observation.gap) }
        if around.isListedTitle[index] {
            tally.add(index > lastBody ? 3.5 : 2, Observation.listedTitle)
        } else if line.hasMarker, index >= around.headEnd {
            tally.add(line.hasContact ? -1.5 : -2.5, Observation.marker)
        }
        if line.isSeparator { tally.add(around.isAboveText(index) ? 0.6 : 2.4, Observation.oneOfSeveral) }
        if line.endsWithColon { tally.add(-0.8, Observation.colon) }
        if around.isNameAboveTitle(index) { tally.add(2, Observation.nameAboveTitle) }
        if line.isInContents { tally.add(-2, Observation.inContents) }
        if around.isInShortRun[index], index < firstBody || index > lastBody { tally.add(1.6, Observation.listOfWords) }
        if around.isChat, index > 0, lines[index - 1].isTimeStamp, line.count <= 30, !line.endsWithStop,
            !line.hasMarker
        {
            tally.add(2, Observation.chatMessage)
        }
        if line.isLoneNumber { tally.add(2.5, Observation.loneNumber) }
        if line.isCaption { tally.add(-2, Observation.ownForm) }
        if isProse {
            tally.add(-1.5, Observation.prose)
        } else if line.endsWithStop, line.count >= 25 {
            tally.add(-0.4, Observation.prose)
        }
        if line.genre >= 3, line.hasPeriod, !line.hasContact, !line.isRunningHead, !around.isListedTitle[index],
            !line.isSeparator
        {
            tally.add(-1.6, Observation.readsLikeTitle)
        }
        if let form = line.form {
            switch form {
            case .pageNumber, .tableOfContents, .listItem, .labelledAuthor: tally.add(-0.5, Observation.ownForm)
            case .date: tally.add(-1, Observation.ownForm)
            case .contact: tally.add(-3.5, Observation.ownForm)
            case .closing where line.advert >= 1.3: break
            default: tally.add(-2.2, Observation.ownForm)
            }
        }
        if index > lastBody, zone == .body || zone == .end, !line.endsWithStop { tally.add(0.4, Observation.afterText) }
        if line.isBracketed, line.advert > 0 { tally.add(0.5, Observation.bracketed) }
        if let last = line.digest.unicodeScalars.last, last == "，" || last == "、" { tally.add(-1, Observation.commas) }
    }

    /// Whether a text begins with `{{`.
    private static func opensGap(_ text: String) -> Bool {
        var bytes = text.utf8.makeIterator()
        return bytes.next() == UInt8(ascii: "{") && bytes.next() == UInt8(ascii: "{")
    }

    // MARK: - Title and what stands under it

    private func title(_ line: DraftLine, _ index: Int, _ tally: inout Tally) {
        if line.genre > 0 { tally.add(line.genre, Observation.genre) } else { tally.add(-0.3, Observation.noGenre) }
        if line.hasPeriod { tally.add(0.6, Observation.period) }
        if line.endsWithStop { tally.add(line.genre > 0 ? -2 : -4, Observation.stop) }
        if line.endsWithColon { tally.add(-3.5, Observation.colon) }
        if line.commas > 0 { tally.add(-0.6 * Double(min(4, line.commas)), Observation.commas) }
        if line.hasMarker { tally.add(-5, Observation.marker) }
        if line.form != nil { tally.add(-4, Observation.otherForm) }
        if line.isBracketed { tally.add(-2.5, Observation.bracketed) }
        if line.isDashed { tally.add(-2.5, Observation.dashed) }
        if line.count < 4 { tally.add(line.genre > 0 ? 0 : -2, Observation.short) }
        if line.count > 50 { tally.add(-1.5 - Double(min(100, line.count - 50)) / 20, Observation.long) }
        tally.add(-1.3 * max(0, line.advert - (line.genre > 0 ? 0.7 : 0)), Observation.advertisingWords)
        if line.hasContact { tally.add(-3, Observation.contact) }
        if around.isAdvertisedName[index] { tally.add(-3, Observation.advertisedName) }
        if line.repeats > 0 { tally.add(line.endsWithBody || line.genre > 0 ? -0.2 : -1.5, Observation.repeated) }
        if line.isOneOfSeveral { tally.add(-1.5, Observation.oneOfSeveral) }
        if line.innerBlanks >= 3 { tally.add(-1.5, Observation.listOfWords) }
        if index + 1 < lines.count,
            lines[index + 1].isDashed || lines[index + 1].isBracketed && lines[index + 1].genre >= 3
        {
            tally.add(2.2, Observation.subtitleFollows)
        }
        if line.genre == 0, line.isShortPhrase, line.count >= 8, index + 1 < lines.count,
            index + 1 < around.firstBody(index)
        {
            let next = lines[index + 1]
            let namesAuthor = (next.endsWithBody || next.endsWithPerson) && next.genre == 0 && next.form == nil
            if namesAuthor, next.count <= 24, next.advert < 0.7, index + 2 == around.firstBody(index) {
                tally.add(1.4, Observation.authorFollows)
            }
        }
        if index + 1 < lines.count, lines[index + 1].advert >= 2.4, line.advert < 0.7 {
            tally.add(0.6, Observation.siteDataFollows)
        }
        if around.isInShortRun[index], !line.readsLikeTitle { tally.add(-1.2, Observation.listOfWords) }
        if around.isListedTitle[index] || line.isRunningHead { tally.add(-2, Observation.listedTitle) }
        if line.isSeparator { tally.add(around.isAboveText(index) ? 1.5 : -2, Observation.oneOfSeveral) }
        if line.isInContents { tally.add(3, Observation.inContents) }
        if around.segment(index).start == .attachment, around.segment(index).range.lowerBound == index {
            tally.add(3.2, Observation.belowAttachment)
        }
        if index == 0 { tally.add(0.5, Observation.firstLine) }
        if line.blanksBefore > 0 || index == 0 { tally.add(0.3, Observation.isolated) }
        if index + 1 < lines.count, lines[index + 1].blanksBefore > 0 { tally.add(0.3, Observation.isolated) }
        if line.isEmphasized { tally.add(0.8, Observation.emphasized) }
        if line.indent >= 6, index + 1 < lines.count, lines[index + 1].indent < line.indent {
            tally.add(0.4, Observation.centred)
        }
        if index < around.firstBody(index) { tally.add(around.agreement[index], Observation.agrees) }
        guard line.hasTraits else { return }
        switch line.traits.kind {
        case .title: tally.add(line.traits.isCertain ? 6 : 2.5, Observation.markedByFile)
        case .some(let kind) where kind != .paragraph: tally.add(-2, Observation.markedByFile)
        default: break
        }
        if line.traits.outlineLevel == 1 { tally.add(1.2, Observation.outlineLevel) }
        if line.traits.alignment == .centre { tally.add(0.8, Observation.centred) }
    }

    /// Whether a title goes on from the line before: an unfinished line, then one that ends it.
    private func titleGoesOn(from first: DraftLine, to second: DraftLine) -> Double {
        var sum = -0.4
        if second.blanksBefore > 0 { sum -= 1.2 }
        if first.genre >= 3 { sum -= second.genre >= 3 ? 3 : 2.5 }
        if second.genre > 0, second.hasPeriod, first.genre == 0, !first.hasPeriod, !first.endsWithBody { sum -= 0.5 }
        if first.count + second.count > 70 { sum -= 2.5 }
        if let last = first.digest.unicodeScalars.last, "的和与及于年度、暨".unicodeScalars.contains(last) { sum += 0.8 }
        if first.hasPeriod || first.digest.holds("关于") { sum += 0.6 }
        if let start = second.digest.unicodeScalars.first, "及暨和与的".unicodeScalars.contains(start) { sum += 3.5 }
        if first.endsWithBody { sum += second.genre > 0 && first.advert < 0.7 ? 1.4 : 0.4 }
        return sum
    }

    private func subtitle(_ line: DraftLine, _ index: Int, _ tally: inout Tally) {
        tally.add(line.isDashed ? 3 : -2, line.isDashed ? Observation.dashed : Observation.notDashed)
        if line.isBracketed, line.genre > 0 || ["稿）", "稿)", "案）", "案)"].contains(where: line.digest.hasSuffix) {
            tally.add(4, Observation.bracketed)
        }
        if line.endsWithStop { tally.add(-2, Observation.stop) }
        if line.count > 50 { tally.add(-3, Observation.long) }
        if line.hasMarker || line.form != nil { tally.add(-4, Observation.otherForm) }
        tally.add(-1.5 * line.advert, Observation.advertisingWords)
        if line.hasContact { tally.add(-3, Observation.contact) }
    }

    private func author(_ line: DraftLine, _ index: Int, _ tally: inout Tally) {
        switch line.form {
        case .labelledAuthor: tally.add(line.advert > 0.7 ? 0 : 3, Observation.authorLabel)
        case .date: tally.add(3, Observation.dateForm)
        case .signedDate: tally.add(2.5, Observation.dateForm)
        case nil: break
        default: tally.add(-5, Observation.otherForm)
        }
        if line.form == nil { tally.add(-1, Observation.noAuthorLabel) }
        if line.isBracketed { tally.add(line.count <= 30 ? 1.8 : 0.3, Observation.bracketed) }
        if line.endsWithPerson, line.count <= 24 { tally.add(1.6, Observation.person) }
        if line.endsWithBody, line.count <= 30 { tally.add(1.3, Observation.body) }
        if line.count <= 40, !line.digest.isEmpty, line.digest.unicodeScalars.contains("年"),
            line.digest.unicodeScalars.contains("月"),
            !line.endsWithStop, line.commas == 0 || line.isBracketed
        {
            tally.add(1.6, Observation.dateForm)
        }
        if line.endsWithStop { tally.add(-3, Observation.stop) }
        if line.endsWithColon { tally.add(-3, Observation.colon) }
        if line.commas > 0 { tally.add(line.isBracketed ? -0.4 : -1, Observation.commas) }
        if line.count > 30 { tally.add(-1.5, Observation.long) }
        if line.hasMarker { tally.add(-5, Observation.marker) }
        if line.genre >= 3 { tally.add(-1.5, Observation.genre) }
        if line.isDashed { tally.add(-1, Observation.dashed) }
        tally.add(-1.4 * line.advert, Observation.advertisingWords)
        if line.hasContact { tally.add(-3, Observation.contact) }
        if index > around.firstBody(index) { tally.add(-3, Observation.bodyFollows) }
        if line.hasTraits, line.traits.kind == .author { tally.add(2.5, Observation.markedByFile) }
    }

    private func salutation(_ line: DraftLine, _ state: LineState, _ tally: inout Tally) {
        switch line.form {
        case .spokenAddress: tally.add(state == .salutation ? 3.5 : 3, Observation.address)
        case .address where state == .salutation: tally.add(3.5, Observation.address)
        default: tally.add(Self.impossible, Observation.otherForm)
        }
    }

    private func form(_ line: DraftLine, _ index: Int, _ state: LineState, _ tally: inout Tally) {
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
        tally.add(weight, weight > 0 ? Observation.ownForm : Observation.otherForm)
    }

    private func note(_ line: DraftLine, _ index: Int, _ state: LineState, _ tally: inout Tally) {
        if line.form == .contact { return tally.add(2.2, Observation.contactNote) }
        guard line.isBracketed, !line.hasSquareBrackets, line.form == nil else {
            return tally.add(Self.impossible, Observation.notBracketed)
        }
        tally.add(1.6, Observation.bracketed)
        if line.digest.holds("联系人") || line.digest.holds("此件") { tally.add(1.5, Observation.contactNote) }
        if state == .underNote { tally.add(-1.8, Observation.underTitle) }
        if line.hasContact, !line.digest.holds("联系人") { tally.add(-1.5, Observation.contact) }
        if !line.digest.holds("联系人") { tally.add(-0.8 * line.advert, Observation.advertisingWords) }
    }

    // MARK: - Body

    private func paragraph(_ line: DraftLine, _ index: Int, _ tally: inout Tally) {
        if line.hasMarker { return tally.add(Self.impossible, Observation.marker) }
        switch line.form {
        case .attendance: tally.add(2.5, Observation.ownForm)
        case nil, .date, .signedDate, .contact, .closing, .labelledAuthor, .listItem, .attachment: break
        case .address, .spokenAddress: tally.add(-0.5, Observation.otherForm)
        default: return tally.add(Self.impossible, Observation.otherForm)
        }
        if line.endsWithStop { tally.add(line.count >= 15 ? 1.2 : 0.4, Observation.stop) }
        if line.count >= 40 { tally.add(1.2, Observation.prose) }
        if line.sentences >= 2 { tally.add(0.4, Observation.prose) }
        if line.commas >= 2 { tally.add(0.4, Observation.commas) }
        if !line.endsWithStop, !line.endsWithColon, line.count < 25 { tally.add(-0.7, Observation.short) }
        if line.form != nil { tally.add(-1, Observation.otherForm) }
        if line.isBracketed { tally.add(-1, Observation.bracketed) }
        if line.genre >= 3, line.hasPeriod, index < around.firstBody(index), !line.endsWithStop {
            tally.add(-1.5, Observation.readsLikeTitle)
        }
        if index > around.lastBody(index), !line.endsWithStop, line.count < 35 {
            tally.add(-1.2, Observation.afterText)
        }
    }

    /// A heading that only the file calls one, by a style or a mark; offices set paragraphs in such styles as well.
    private func unnumbered(_ line: DraftLine, _ tally: inout Tally) {
        guard line.hasTraits, !line.hasMarker, line.form == nil, line.traits.outlineLevel != nil else {
            return tally.add(Self.impossible, Observation.noMarker)
        }
        tally.add(2.2, Observation.outlineLevel)
        if line.endsWithStop { tally.add(line.count > 25 ? -3 : -1.5, Observation.stop) }
        if line.count > 45 { tally.add(-2.5, Observation.long) }
        if line.commas >= 3 { tally.add(-1.5, Observation.commas) }
        tally.add(-line.advert, Observation.advertisingWords)
    }

    private func signature(_ line: DraftLine, _ index: Int, _ tally: inout Tally) {
        if line.hasMarker { return tally.add(Self.impossible, Observation.marker) }
        switch line.form {
        case nil: tally.add(-1.2, Observation.noAuthorLabel)
        case .labelledAuthor: tally.add(1.6, Observation.authorLabel)
        case .signedDate: tally.add(3.5, Observation.dateForm)
        default: return tally.add(Self.impossible, Observation.otherForm)
        }
        if line.endsWithBody { tally.add(1.8, Observation.body) }
        if line.endsWithPerson { tally.add(1.5, Observation.person) }
        if line.indent >= 8 { tally.add(1.2, Observation.rightAligned) }
        if index + 1 < lines.count, lines[index + 1].form == .date { tally.add(1.5, Observation.dateFollows) }
        if line.count > 30 { tally.add(-2.5, Observation.long) }
        if line.endsWithStop { tally.add(-3.5, Observation.stop) }
        if line.endsWithColon { tally.add(-3, Observation.colon) }
        if line.commas > 0 { tally.add(-1, Observation.commas) }
        if line.genre >= 3 { tally.add(-1.2, Observation.genre) }
        if line.isBracketed, !line.hasSquareBrackets { tally.add(-2, Observation.bracketed) }
        if line.isDashed { tally.add(-1.5, Observation.dashed) }
        if index < around.lastBody(index) { tally.add(-3.5, Observation.bodyFollows) }
        tally.add(-1.3 * line.advert, Observation.advertisingWords)
        if line.hasContact { tally.add(-3, Observation.contact) }
        if around.isAdvertisedName[index] { tally.add(-3, Observation.advertisedName) }
    }
}
