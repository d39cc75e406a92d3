internal import ReadKit
internal import SummaryModel

/// What can be told of each line of a draft from the lines around it: the documents of the file and where their text begins
/// and ends, runs of short lines, lists of links, the names of sites.
struct Neighbourhood {
    private let lines: [DraftLine]
    /// The documents of the file.
    private let segments: [Segment]
    /// The number of the segment of each line.
    private let segmentNumbers: [Int]
    /// Whether each line is one of a list of titles that sites print below a text, with links to other pages.
    let isListedTitle: [Bool]
    /// Whether the draft was copied from a chat.
    let isChat: Bool
    /// Where the first title stands, when it is plain and only short lines stand above it.
    let headEnd: Int
    /// Whether each line is one of several short ones in a row, as the navigation of a site is.
    let isInShortRun: [Bool]
    /// Whether each line is a short name that advertising lines mention, such as the name of a site.
    let isAdvertisedName: [Bool]
    /// Whether a line that by itself looks like residue stands within three lines of each.
    let isNearEvident: [Bool]
    /// How well each line before the body agrees in its words with the first long paragraphs, 0 to 1; 0 for the others.
    let agreement: [Double]

    /// How many adverts are searched for the names that they mention; those of a site stand in its first ones.
    private static let mentionLimit = 200

    init(_ lines: [DraftLine], source: SourceText) {
        self.lines = lines
        let listed = Self.listedTitles(in: lines)
        isListedTitle = listed
        let headEnd = Self.headEnd(of: lines)
        self.headEnd = headEnd
        segments = Segment.segments(
            of: lines,
            isBody: lines.indices.map { $0 >= headEnd && !listed[$0] && Self.isCertainlyBody(lines[$0]) }
        )
        segmentNumbers = segments.enumerated().flatMap { Array(repeating: $0, count: $1.range.count) }
        isInShortRun = Self.shortRuns(in: lines)
        isChat = lines.indices.count { lines[$0].isTimeStamp } >= 2
        let names = Self.names(in: lines)
        let quoted = Self.quotedNames(in: lines)
        isAdvertisedName = lines.indices.map { index in
            !names.isEmpty && names.contains(lines[index].digest)
                || lines[index].innerBlanks > 0 && lines[index].isShortPhrase && lines[index].genre == 0
                    && quoted.contains(where: lines[index].digest.hasPrefix)
        }
        let isName = isAdvertisedName
        let evident = lines.indices.map { index in
            lines[index].advert >= 0.6 || lines[index].hasContact || lines[index].isMarkupOnly || isName[index]
        }
        isNearEvident = lines.indices.map { index in
            evident[max(0, index - 3)...min(lines.count - 1, index + 3)].contains(true)
        }
        var agreement = [Double](repeating: 0, count: lines.count)
        for segment in segments { TitleAgreement.addScores(lines, source: source, in: segment, to: &agreement) }
        self.agreement = agreement
    }

    /// The place of the first line that is plainly a title, when nothing but short lines stand above it; what is numbered
    /// there is an advert and no text. 0 when there is none.
    private static func headEnd(of lines: [DraftLine]) -> Int {
        for (index, line) in lines.prefix(40).enumerated() {
            if line.readsLikeTitle, line.hasPeriod, line.repeats == 0 { return index }
            guard line.count < 35, !line.endsWithStop || line.advert > 0 || line.hasContact else { return 0 }
            guard line.marker == nil || line.marker?.kind == .heading3 || line.marker?.kind == .heading5 else {
                return 0
            }
        }
        return 0
    }

    /// The longest line that may be a link, in characters.
    private static let longestLink = 36

    /// The lines that look like links below a text: titles, numbered or dated, below a line of a site or each other.
    private static func listedTitles(in lines: [DraftLine]) -> [Bool] {
        var listed: [Bool] = []
        listed.reserveCapacity(lines.count)
        // Below the last line of prose even what does not read like a title may be a link.
        let lastProse =
            lines.lastIndex { $0.advert < 1.3 && ($0.count > 40 || $0.endsWithStop && $0.form != .listItem) } ?? -1
        for index in lines.indices {
            guard lines[index].count <= longestLink else {
                listed.append(false)
                continue
            }
            let line = lines[index]
            let isBelow =
                index > 0 && (listed[index - 1] || lines[index - 1].advert >= 1.3 && !lines[index - 1].endsWithStop)
            let isLoose = index > lastProse && (line.form == .listItem || line.marker?.kind == .heading3)
            let looksLikeLink =
                (!line.hasMarker || line.marker?.kind == .heading3) && !line.endsWithColon
                && (isLoose || line.genre >= 3 && !line.endsWithStop && line.commas == 0 && line.form == nil)
            // A title with nothing around it below an advert is the title of the text.
            let isMarked = line.hasMarker || line.beginsWithNumber || line.endsWithNumber || index > lastProse
            listed.append(isBelow && looksLikeLink && (isMarked || index > 0 && listed[index - 1]))
        }
        return listed
    }

    /// The fewest short lines in a row that look like the navigation of a site.
    private static let shortRun = 4

    private static func shortRuns(in lines: [DraftLine]) -> [Bool] {
        var inRun = Array(repeating: false, count: lines.count)
        var start = 0
        for index in 0...lines.count {
            let isAboveTitle =
                index + 1 < lines.count && lines[index].count >= 10 && lines[index].count <= 20
                && lines[index + 1].readsLikeTitle && lines[index + 1].hasPeriod
            let isShort =
                index < lines.count && lines[index].count <= 20 && lines[index].isShortPhrase
                && !lines[index].isBracketed && !isAboveTitle && !lines[index].isInContents
                && !lines[index].endsWithPerson && !lines[index].endsWithBody
                && !(lines[index].readsLikeTitle && lines[index].hasPeriod)
            if isShort { continue }
            if index - start >= shortRun { for short in start..<index { inRun[short] = true } }
            start = index + 1
        }
        return inRun
    }

    /// Whether body text follows at once, so that a line that tells the members of a collection apart is the only title.
    func isAboveText(_ index: Int) -> Bool {
        index + 1 < lines.count && lines[index].genre >= 3 && index + 1 == firstBody(index)
    }

    /// Whether a line of at most six characters, which is no body and no genre, stands directly above a title that needs no
    /// first line.
    func isNameAboveTitle(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isShortPhrase, line.count <= 6, line.genre == 0, !line.endsWithBody, !line.hasPeriod else {
            return false
        }
        guard index + 1 < lines.count else { return false }
        let next = lines[index + 1]
        if next.readsLikeTitle, next.hasPeriod { return true }
        return next.endsWithBody && next.genre == 0 && index + 2 < lines.count && lines[index + 2].readsLikeTitle
    }

    /// The document in which a line stands.
    func segment(_ index: Int) -> Segment { segments[segmentNumbers[index]] }
    /// The first line of that document that is certainly body text.
    func firstBody(_ index: Int) -> Int { segment(index).firstBody }
    /// The last line of that document that is certainly body text.
    func lastBody(_ index: Int) -> Int { segment(index).lastBody }

    /// Whether a further document of the file may begin with this line, or its title may go on.
    func isAtFurtherStart(_ index: Int) -> Bool {
        segmentNumbers[index] > 0 && index <= firstBody(index)
    }

    private static func isCertainlyBody(_ line: DraftLine) -> Bool {
        if line.hasMarker, line.advert < 2 { return true }
        if line.form == .listItem { return line.count >= 20 && line.advert < 0.7 && !line.hasContact }
        guard !line.hasContact, !line.isBracketed, line.form == nil else { return false }
        if line.count >= 35, line.endsWithStop, line.advert < 3 { return true }
        return line.count >= (line.endsWithStop ? 25 : 45) && line.commas > 0 && line.advert < 0.7
    }

    /// Short unnumbered lines whose whole text stands inside a line that is certainly an advert.
    private static func names(in lines: [DraftLine]) -> Set<String> {
        let evident = lines.indices.lazy.filter { lines[$0].hasContact || lines[$0].advert >= 2.4 }
            .map { lines[$0].digest }.filter { !$0.isEmpty }
        let candidates = lines.indices.filter {
            lines[$0].digest.utf8.count <= 12 * 4 && (3...12).contains(lines[$0].digest.unicodeScalars.count)
                && !lines[$0].hasMarker && lines[$0].genre == 0 && !lines[$0].endsWithBody
        }
        let lengths = Set(candidates.map { lines[$0].digest.unicodeScalars.count })
        var mentioned: Set<String> = []
        for advert in Set(evident.prefix(mentionLimit)) {
            let text = Array(advert.unicodeScalars)
            for length in lengths where length < text.count {
                for start in 0...(text.count - length) { mentioned.insert(text[start..<start + length].string) }
            }
        }
        return Set(candidates.lazy.map { lines[$0].digest }.filter(mentioned.contains))
    }

    /// What adverts put in quotation marks, such as the name of an account: 关注“某某”
    private static func quotedNames(in lines: [DraftLine]) -> Set<String> {
        var names: Set<String> = []
        for index in lines.indices.lazy.filter({ lines[$0].hasContact || lines[$0].advert >= 1.3 })
            .prefix(mentionLimit)
        {
            for piece in lines[index].digest.unicodeScalars.split(separator: "“").dropFirst() {
                guard let end = piece.firstIndex(of: "”") else { continue }
                let name = piece[..<end]
                if (3...10).contains(name.count) { names.insert(String(name)) }
            }
        }
        return names
    }

    /// Whether a line is repeated as watermarks and running heads are. Repetition alone does not tell: forms repeat 同意。
    /// and rosters repeat names; a watermark has a word of adverts, stands beside a page number, or stands three times and
    /// is no sentence and no name.
    func isWatermark(_ index: Int) -> Bool {
        guard lines[index].repeats > 0 else { return false }
        let line = lines[index]
        guard line.count <= 60, line.form == nil, !line.endsWithColon else { return false }
        // Bodies sign more than once; a site has its adverts beside its name.
        if line.endsWithBody, line.repeats < 3, line.advert < 0.6, !line.hasContact { return false }
        if line.advert > 0 || line.hasContact || line.isRunningHead { return true }
        let isBesidePageNumber =
            index > 0 && lines[index - 1].form == .pageNumber
            || index + 1 < lines.count && lines[index + 1].form == .pageNumber
        if isBesidePageNumber { return true }
        let isLabelled = line.digest.unicodeScalars.prefix(6).contains { $0 == "：" || $0 == ":" }
        return line.repeats >= 2 && line.count >= 6 && !line.endsWithBody && !line.endsWithStop && !line.endsWithPerson
            && !isLabelled
    }
}
