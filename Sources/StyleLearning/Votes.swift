internal import RenderKit
internal import SummaryModel

/// What most of the text of each style says: whether it is as the sheet has it, or else how it is.
struct Votes {
    /// What one paragraph says about a property.
    private enum Vote: Hashable {
        case keep
        case value(FormatValue)
    }

    /// The keys of the styles that both files show.
    private(set) var shown: Set<ParagraphStyle.Key> = []
    /// In what the phrases of headings with text after them differ, by their levels.
    private(set) var phrases: [Int: SampleFormat] = [:]

    private var counts: [ParagraphStyle.Key: [FormatProperty: [Vote: Int]]] = [:]

    init(
        _ theirs: BlockMatching,
        _ ours: BlockMatching,
        _ sample: WordSample,
        _ made: WordSample,
        _ sheet: StyleSheet
    ) {
        var own: [Int: [BlockMatching.Match]] = [:]
        for match in ours.matches { own[match.block, default: []].append(match) }
        var used: [Int: Int] = [:]
        var phraseCounts: [Int: [FormatProperty: [Vote: Int]]] = [:]
        for match in theirs.matches {
            let number = used[match.block, default: 0]
            used[match.block] = number + 1
            guard let others = own[match.block], number < others.count else { continue }
            let (paragraph, other) = (sample.paragraphs[match.paragraph], made.paragraphs[others[number].paragraph])
            shown.insert(match.key)
            var end = Int.max
            var start = 0
            if let phrase = match.phrase, let otherPhrase = others[number].phrase {
                start = phrase.length
                end = otherPhrase.length
                let (text, ownText) = (paragraph.textFormat(0..<start), other.textFormat(0..<end))
                for property in FormatProperty.ofText {
                    guard let value = text[property] else { continue }
                    let vote: Vote = value == ownText[property] ? .keep : .value(value)
                    phraseCounts[phrase.level, default: [:]][property, default: [:]][vote, default: 0] += start
                }
            }
            let hasPhrase = end != Int.max
            let text = hasPhrase ? paragraph.textFormat(start..<Int.max) : paragraph.textFormat()
            let ownText = hasPhrase ? other.textFormat(end..<Int.max) : other.textFormat()
            for property in FormatProperty.ofText {
                guard let value = text[property] else { continue }
                vote(match.key, property, value, ownText[property], weight: max(1, paragraph.text.count - start))
            }
            guard paragraph.frame == nil, other.frame == nil else { continue }
            let (format, ownFormat) = (Self.format(paragraph, match.key), Self.format(other, match.key))
            for property in FormatProperty.ofParagraph {
                guard var value = format[property] else { continue }
                if property == .right, Self.isPlaced(match.key) {
                    // A signature and its date are placed by each other (GB/T 9704-2012, 7.3.5): the one that the style places
                    // is as much further as the file has it.
                    let style = sheet[sheet.hasSeal ? BlockKind.date : .signature]
                    guard match.key == style.key else { continue }
                    let inset = style.format.rightIndent
                        .length(characterSize: style.format.text.size, linePitch: sheet.page.linePitch)
                    if case .twips(let their) = value, case .twips(let own)? = ownFormat[property], their != own {
                        let place = max(0, inset.twips + their - own)
                        vote(match.key, property, .twips(place), .twips(inset.twips), weight: 1)
                        continue
                    }
                    value = ownFormat[property] ?? value
                }
                vote(match.key, property, value, ownFormat[property], weight: 1)
            }
        }
        phrases = phraseCounts.mapValues { $0.compactMapValues(Self.winner) }
    }

    /// In what a style differs; what is not named is as the sheet has it.
    func values(_ key: ParagraphStyle.Key) -> SampleFormat {
        counts[key]?.compactMapValues(Self.winner) ?? [:]
    }

    /// In what a style differs in a property; `nil` when it does not.
    func value(_ key: ParagraphStyle.Key, _ property: FormatProperty) -> FormatValue? {
        counts[key]?[property].flatMap(Self.winner)
    }

    private mutating func vote(
        _ key: ParagraphStyle.Key,
        _ property: FormatProperty,
        _ value: FormatValue,
        _ own: FormatValue?,
        weight: Int
    ) {
        let vote: Vote = value == own ? .keep : .value(value)
        counts[key, default: [:]][property, default: [:]][vote, default: 0] += weight
    }

    private static func winner(_ votes: [Vote: Int]) -> FormatValue? {
        let best = votes.max { first, second in
            if first.value != second.value { return first.value < second.value }
            // As the sheet has it, when the paragraphs are divided.
            return second.key == .keep || (first.key != .keep && "\(second.key)" < "\(first.key)")
        }
        if case .value(let value)? = best?.key { return value }
        return nil
    }

    private static func isPlaced(_ key: ParagraphStyle.Key) -> Bool {
        key.rawValue == "signature" || key.rawValue == "date"
    }

    /// Which styles have an empty line below rather than above.
    private static let openings: Set<String> = ["title", "subtitle", "author"]

    /// The format with empty paragraphs counted as space: under a title below it, elsewhere above.
    private static func format(_ paragraph: SampleParagraph, _ key: ParagraphStyle.Key) -> SampleFormat {
        var format = paragraph.format
        if openings.contains(key.rawValue), case .twips(let after)? = format[.after] {
            format[.after] = .twips(after + paragraph.blankBelow)
        } else if key != .body, case .twips(let before)? = format[.before] {
            format[.before] = .twips(before + paragraph.blankAbove)
        }
        return format
    }
}
