public import SummaryModel

/// Findings that a configuration says are not to be reported: by identity, by line, by what stands in the text.
public struct Suppression: Sendable, Hashable {
    /// The identity, `*` at its end standing for anything; `nil` for every finding.
    public var id: String?
    /// The lines of the draft; `nil` for every line.
    public var lines: [ClosedRange<Int>]?
    /// A phrase that the finding touches; `nil` for findings about any text.
    public var phrase: String?

    /// Creates a suppression; a finding must meet everything that is given.
    public init(id: String? = nil, lines: [ClosedRange<Int>]? = nil, phrase: String? = nil) {
        self.id = id
        self.lines = lines
        self.phrase = phrase
    }

    /// Whether the suppression means `diagnostic`, which was found in `source`.
    public func covers(_ diagnostic: Diagnostic, in source: SourceText) -> Bool {
        covers(id: diagnostic.id, line: diagnostic.start?.line, range: diagnostic.range, in: source)
    }

    /// Whether the suppression means `edit`, which has the identity of its stage and reason, such as
    /// `punctuation.doubled-mark`.
    public func covers(_ edit: Edit, in source: SourceText) -> Bool {
        let range = SourceRange(edit.offset, min(edit.offset + edit.before.utf8.count, source.utf8.count))
        return covers(id: edit.id, line: source.position(at: edit.offset).line, range: range, in: source)
    }

    private func covers(id found: String, line: Int?, range: SourceRange?, in source: SourceText) -> Bool {
        if let id, id != found, !(id.hasSuffix("*") && found.hasPrefix(id.dropLast())) { return false }
        if let lines {
            guard let line, lines.contains(where: { $0.contains(line) }) else { return false }
        }
        if let phrase { return touches(phrase, line, range, in: source) }
        return true
    }

    /// Whether the range and an occurrence of the phrase in its line have a place in common.
    private func touches(_ phrase: String, _ line: Int?, _ range: SourceRange?, in source: SourceText) -> Bool {
        guard let line, line <= source.lines.count, let range, !phrase.isEmpty else { return false }
        let bounds = source.lines[line - 1]
        let wanted = Array(phrase.utf8)
        let text = source.utf8[bounds.lowerBound..<bounds.upperBound]
        var start = max(text.startIndex, range.lowerBound - wanted.count)
        while start + wanted.count <= text.endIndex, start <= range.upperBound {
            if text[start..<start + wanted.count].elementsEqual(wanted) { return true }
            start += 1
        }
        return false
    }
}

extension Edit {
    /// The name under which the change is listed beside findings: the stage, a dot and the reason.
    public var id: String { "\(stage).\(reason)" }
}
