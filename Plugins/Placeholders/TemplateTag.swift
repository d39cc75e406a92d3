internal import SummaryModel

/// A mark of a template that is no gap: the start or the end of a section.
struct TemplateTag: Equatable {
    /// What the mark says.
    enum Role: Equatable {
        /// `{{#name}}`: what follows stands once for every record, or when the name holds.
        case section
        /// `{{^name}}`: what follows stands when the name does not hold.
        case inverted
        /// `{{/name}}` or `{{/}}`.
        case end
    }

    /// What it says.
    var role: Role
    /// The name; empty for `{{/}}`.
    var name: String
    /// The mark as it stands in the text.
    var inline: Inline

    /// How deep sections may lie in each other; a mark that goes deeper has no partner.
    static let depthLimit = 32

    /// The longest mark, in characters.
    private static let longest = 60

    /// The mark that a gap is; `nil` for a gap that is to be filled.
    init?(_ inline: Inline) {
        guard case .placeholder(let gap) = inline.content else { return nil }
        let sign = Array(gap.sign.unicodeScalars)[...]
        guard PlaceholderSign.isSectionStart(sign), let name = PlaceholderSign.name(in: sign) else { return nil }
        role = sign.dropFirst(2).first { !$0.isBlank } == "#" ? .section : .inverted
        self.name = name
        self.inline = inline
    }

    /// The end of a section.
    init(endOf name: String, _ inline: Inline) {
        role = .end
        self.name = name
        self.inline = inline
    }

    /// Whether the end of a section stands at `index`.
    static func isEnd(_ text: [Unicode.Scalar], at index: Int) -> Bool { endRange(text[...], at: index) != nil }

    /// The range of the end of a section that stands at `index`.
    static func endRange(_ text: Scalars, at index: Int) -> Range<Int>? {
        guard text[index...].starts(with: "{{"),
            text[(index + 2)...].prefix(longest).first(where: { !$0.isBlank }) == "/"
        else { return nil }
        var end = index + 3
        while end + 1 < text.endIndex, end - index < longest {
            if text[end] == "}", text[end + 1] == "}" { return index..<end + 2 }
            end += 1
        }
        return nil
    }
}
