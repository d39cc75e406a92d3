public import DraftReading
public import SummaryModel

/// The structure of a draft as `outline --json` prints it: what every line was found to be.
public struct Outline: Sendable, Hashable, Encodable {
    /// One block of the document.
    public struct Entry: Sendable, Hashable, Encodable {
        /// The kind, as in ``/SummaryModel/BlockKind``.
        public var kind: String
        /// `caption` for a paragraph that says what a table or a picture is called.
        public var role: String?
        /// The number as written in the draft.
        public var ordinal: Int?
        /// The marker as written in the draft.
        public var marker: String?
        /// The text; of a heading its phrase, without marker and final stop.
        public var text: String
        /// The text that runs on after the phrase of a heading.
        public var body: String?
        /// Whether text runs on after the phrase, or after the first sentence of a point.
        public var runIn: Bool
        /// The first physical line, from 1.
        public var line: Int
        /// The last physical line.
        public var endLine: Int
        /// Why the line was taken for what it is, when that was asked for.
        public var explanation: Explanation?

        private enum Key: String, CodingKey {
            case kind, role, ordinal, marker, text, body, runIn, line, endLine, explanation
        }

        /// Encodes the entry; what is missing is null.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(kind, forKey: .kind)
            try container.encodeIfPresent(role, forKey: .role)
            try container.encode(ordinal, forKey: .ordinal)
            try container.encode(marker, forKey: .marker)
            try container.encode(text, forKey: .text)
            try container.encode(body, forKey: .body)
            try container.encode(runIn, forKey: .runIn)
            try container.encode(line, forKey: .line)
            try container.encode(endLine, forKey: .endLine)
            try container.encodeIfPresent(explanation, forKey: .explanation)
        }
    }

    /// One piece of residue.
    public struct Dropped: Sendable, Hashable, Encodable {
        /// The physical line, from 1.
        public var line: Int
        /// The text of the line.
        public var text: String
        /// The stable name of the reason.
        public var reason: String
        /// Why the line was taken for residue, when that was asked for.
        public var explanation: Explanation?
    }

    /// Why a line was taken for what it is.
    public struct Explanation: Sendable, Hashable, Encodable {
        /// One reason.
        public struct Reason: Sendable, Hashable, Encodable {
            /// How much it counted: above 0 for, below 0 against.
            public var weight: Double
            /// What was seen.
            public var observation: String
        }

        /// How sure it is, 0.5 to 1.
        public var confidence: Double
        /// The reasons, in the order in which they were looked at.
        public var reasons: [Reason]

        init(_ explanation: DraftReading.Explanation, language: Language) {
            confidence = Self.rounded(explanation.confidence)
            reasons = explanation.evidence.map {
                Reason(weight: Self.rounded($0.weight), observation: $0.observation(language))
            }
        }

        private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
    }

    /// The name and version of the JSON form.
    public var schema = "qinggao-outline/1"
    /// The blocks in reading order.
    public var blocks: [Entry] = []
    /// The residue in reading order.
    public var dropped: [Dropped] = []

    /// Creates the outline of a draft; the language is that of the explanations, where the reading has any.
    public init(_ reading: Reading, language: Language = .english) {
        for block in reading.document.blocks {
            guard let range = block.source else { continue }
            let explanation = reading.explanations[block.id].map { Explanation($0, language: language) }
            let line = reading.source.lineIndex(at: range.lowerBound) + 1
            if block.kind == .residue {
                let last = reading.source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) + 1
                for number in line...max(line, last) {
                    let text = reading.source[reading.source.lines[number - 1]].trimmed
                    if !text.isEmpty {
                        dropped.append(
                            Dropped(
                                line: number,
                                text: text,
                                reason: block.reason ?? "residue",
                                explanation: explanation
                            )
                        )
                    }
                }
                continue
            }
            let endLine = reading.source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) + 1
            var entry = Self.entry(block, line: line, endLine: endLine)
            entry.explanation = explanation
            blocks.append(entry)
        }
        let syntax = reading.syntaxLines
        guard !syntax.isEmpty else { return }
        dropped += syntax.map {
            Dropped(line: $0, text: reading.source[reading.source.lines[$0 - 1]].trimmed, reason: "syntax")
        }
        dropped.sort { $0.line < $1.line }
    }

    private static func entry(_ block: Block, line: Int, endLine: Int) -> Entry {
        var entry = Entry(
            kind: block.kind == .caption ? BlockKind.paragraph.rawValue : block.kind.rawValue,
            role: block.kind == .caption ? block.kind.rawValue : nil,
            ordinal: block.label?.ordinal,
            marker: block.label?.marker.trimmed,
            text: block.content.shownText.trimmed,
            body: block.body?.shownText.trimmed,
            runIn: block.body != nil,
            line: line,
            endLine: endLine
        )
        if block.kind == .point, let label = block.label {
            entry.text = (label.marker + block.content.shownText).trimmed
            entry.runIn = runsOn(block.content.shownText)
            if label.scheme == .sequencePoints { entry.ordinal = nil }
        }
        if let table = block.table {
            entry.text = table.rows.map { row in
                row.map(\.content.shownText).joined(separator: "\t")
            }.joined(separator: "\n")
        }
        return entry
    }

    /// Whether text follows the first sentence.
    private static func runsOn(_ text: String) -> Bool {
        guard let stop = text.unicodeScalars.firstIndex(where: { "。！？".unicodeScalars.contains($0) }) else {
            return false
        }
        let rest = text.unicodeScalars[text.unicodeScalars.index(after: stop)...]
        return rest.contains { !$0.isBlank && !"”’）》\"".unicodeScalars.contains($0) }
    }
}

extension String {
    /// The string without blanks of any width at its ends.
    var trimmed: String { Array(unicodeScalars)[...].trimmed.string }
}
