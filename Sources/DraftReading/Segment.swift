internal import ReadKit
internal import SummaryModel

/// One document of a file that may hold several, or the page of an attachment with a title of its own: where it begins,
/// and where its text begins and ends.
struct Segment {
    /// Why a segment begins.
    enum Start {
        /// It is the first.
        case file
        /// A title stands where the text before it has ended.
        case title
        /// A line tells the members of a collection apart: 篇二, 范文三.
        case separator
        /// 附件 with at most a number stands above.
        case attachment
    }

    /// The lines, by index.
    var range: Range<Int>
    /// Why it begins where it does.
    var start: Start
    /// The first line that is certainly body text; the end of ``range`` when there is none.
    var firstBody: Int
    /// The last line that is certainly body text; what follows it may be the end of the document.
    var lastBody: Int

    /// How far below a title its text begins at most, in lines.
    private static let reach = 8

    /// How many characters of text, or one number, a document has at least before another may begin: a mail around a draft
    /// is none.
    private static let substance = 120

    /// The segments of `lines`, which tile them.
    ///
    /// - Parameters:
    ///   - isBody: Whether each line is certainly body text.
    static func segments(of lines: [DraftLine], isBody: [Bool]) -> [Segment] {
        var segments: [Segment] = []
        var begin = 0
        var start = Start.file
        var seenBody = false
        var largestOrdinal = 0
        var amount = 0
        // The number of the first heading of the first level from each line on; 0 when none follows.
        var next = Array(repeating: 0, count: lines.count + 1)
        for index in lines.indices.reversed() {
            guard lines[index].hasMarker else {
                next[index] = next[index + 1]
                continue
            }
            let marker = lines[index].marker
            next[index] = marker?.kind == .heading1 ? marker?.label.ordinal ?? 0 : next[index + 1]
        }
        func close(at end: Int) {
            let body = (begin..<end).filter { isBody[$0] }
            segments.append(
                Segment(
                    range: begin..<end,
                    start: start,
                    firstBody: body.first ?? end,
                    lastBody: body.last ?? (begin - 1)
                )
            )
        }
        for index in lines.indices {
            // A date ends even a short letter.
            let isAfterDate = index > 0 && (lines[index - 1].form == .date || lines[index - 1].form == .signedDate)
            // So does the head of the next attachment end one that holds a form or a table alone.
            let isNextAttachment = start == .attachment && index > 0 && lines[index - 1].isAttachmentHead
            if seenBody || amount > 0 && isAfterDate || isNextAttachment,
                let found = self.start(at: index, lines, isBody, largestOrdinal, next[index])
            {
                close(at: index)
                (begin, start, seenBody, largestOrdinal, amount) = (index, found, false, 0, 0)
            }
            if isBody[index] {
                amount += lines[index].count + (lines[index].hasMarker ? substance : 0)
                seenBody = amount >= substance
            }
            if lines[index].hasMarker, let marker = lines[index].marker, marker.kind == .heading1 {
                largestOrdinal = max(largestOrdinal, marker.label.ordinal)
            }
        }
        close(at: lines.count)
        return segments
    }

    /// Why a segment begins at line `index`; `nil` when none does.
    private static func start(
        at index: Int,
        _ lines: [DraftLine],
        _ isBody: [Bool],
        _ largestOrdinal: Int,
        _ nextOrdinal: Int
    ) -> Start? {
        guard index > 0, !isBody[index] else { return nil }
        let line = lines[index]
        let above = lines[index - 1]
        if above.isAttachmentHead, !line.hasMarker, line.form == nil, !line.endsWithStop, line.count <= 40 {
            return .attachment
        }
        let below = lines[index...].dropFirst().prefix(reach)
        guard below.indices.contains(where: { isBody[$0] }) else { return nil }
        if line.isSeparator { return .separator }
        if below.first.map({ $0.isDashed && $0.genre >= 3 && line.isShortPhrase }) == true { return .title }
        guard line.readsLikeTitle || line.isInContents else { return nil }
        if above.form == .date || above.form == .signedDate || above.form == .closing { return .title }
        let ended =
            above.isSeparator
            || above.advert >= 1.3 || above.hasContact || above.isMarkupOnly || above.form == .copies
            || above.form == .imprint || above.form == .pageNumber || above.endsWithPerson || line.traits.startsPage
            || line.isInContents
        let restarts = largestOrdinal > 0 && nextOrdinal == 1
        return ended && (restarts || line.hasPeriod || line.blanksBefore > 0 || largestOrdinal == 0)
            || restarts && (line.hasPeriod || line.blanksBefore > 0 || line.isEmphasized || largestOrdinal > 1)
            ? .title : nil
    }
}
