internal import SummaryModel

/// A mark in the text of a template.
struct TemplateMark {
    /// What the mark says.
    enum Role {
        /// `{{name}}`.
        case value
        /// `{{#name}}`.
        case section
        /// `{{^name}}`.
        case inverted
        /// `{{/name}}` or `{{/}}`.
        case end
    }

    var role: Role
    /// The name; empty for `{{/}}`.
    var name: String
    /// The mark as it stands in the text.
    var written: String
    /// The characters of the mark in the text of its paragraph.
    var range: Range<Int>

    /// How deep sections may lie in each other; a mark that goes deeper has no partner.
    static let depthLimit = 32

    /// The longest mark, in characters.
    private static let longest = 64

    /// The marks in a text.
    ///
    /// Braces may be half or full width, and blanks may stand inside them. What stands between two braces and is no name,
    /// such as `{{! … }}` and `{{> … }}`, is text, as for the stage `placeholders`.
    static func all(in text: [Unicode.Scalar]) -> [TemplateMark] {
        var marks: [TemplateMark] = []
        var index = 0
        while index + 1 < text.count {
            if let mark = mark(in: text, at: index) {
                marks.append(mark)
                index = mark.range.upperBound
            } else {
                index += 1
            }
        }
        return marks
    }

    private static func mark(in text: [Unicode.Scalar], at index: Int) -> TemplateMark? {
        let open = text[index]
        guard open == "{" || open == "｛", text[index + 1] == open else { return nil }
        let close: Unicode.Scalar = open == "{" ? "}" : "｝"
        var end = index + 2
        while end + 1 < text.count, end - index < longest {
            if text[end] == PartText.barrier { return nil }
            if text[end] == close, text[end + 1] == close { break }
            end += 1
        }
        guard end + 1 < text.count, text[end] == close, text[end + 1] == close else { return nil }
        let content = text[index + 2..<end].trimmed
        let range = index..<end + 2
        let written = text[range].string
        guard let first = content.first else { return nil }
        let role: Role
        switch first {
        case "#", "＃": role = .section
        case "^": role = .inverted
        case "/", "／": role = .end
        case "!", "&", ">", "{", "=", "｛": return nil
        default: return TemplateMark(role: .value, name: content.string, written: written, range: range)
        }
        let name = content.dropFirst().trimmed
        guard !name.isEmpty || role == .end else { return nil }
        return TemplateMark(role: role, name: name.string, written: written, range: range)
    }

    /// The place of the other mark of every mark of a section that has one. An end without a name, or with the name of the
    /// section that is open, ends that section; one with the name of a section further out leaves those within without an
    /// end.
    static func partners(_ marks: [TemplateMark]) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var open: [(index: Int, name: String)] = []
        for (index, mark) in marks.enumerated() {
            switch mark.role {
            case .value: continue
            case .section, .inverted: if open.count < depthLimit { open.append((index, mark.name)) }
            case .end:
                guard let place = open.lastIndex(where: { mark.name.isEmpty || $0.name == mark.name }) else { continue }
                partners[open[place].index] = index
                partners[index] = open[place].index
                open.removeSubrange(place...)
            }
        }
        return partners
    }
}
