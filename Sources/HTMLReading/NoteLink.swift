/// A link between a text and its footnotes, as programs write them: Word, pandoc, and what makes pages of Markdown.
enum NoteLink {
    /// From the text to the footnote with this mark.
    case reference(String)
    /// At the beginning of a footnote of Word, back to the text.
    case wordNote(String)
    /// From a footnote back to the text.
    case back

    private static let notes = ["fn", "footnote", "user-content-fn", "cite_note"]
    private static let backs = ["fnref", "footnote-ref", "footnoteref", "user-content-fnref", "cite_ref"]

    /// Reads the target of a link; `nil` for any other.
    ///
    /// - Parameter isOwn: Whether this program wrote the page, in which footnotes may have names.
    init?(_ target: String, isOwn: Bool) {
        guard target.hasPrefix("#") else { return nil }
        let name = target.dropFirst()
        for (prefix, sign) in [("_ftnref", ""), ("_ednref", "e")] {
            if let number = Self.number(name, after: prefix) {
                self = .wordNote(sign + number)
                return
            }
        }
        for (prefix, sign) in [("_ftn", ""), ("_edn", "e")] {
            if let number = Self.number(name, after: prefix) {
                self = .reference(sign + number)
                return
            }
        }
        if isOwn, name.hasPrefix(OwnClass.noteReference) {
            self = .back
            return
        }
        if Self.backs.contains(where: { Self.number(name, after: $0) != nil }) {
            self = .back
            return
        }
        guard let mark = Self.note(String(name), isOwn: isOwn) else { return nil }
        self = .reference(mark)
    }

    /// The mark of the footnote whose element has this name; `nil` when it is no footnote.
    static func note(_ name: String, isOwn: Bool) -> String? {
        if isOwn { return name.hasPrefix(OwnClass.note) ? String(name.dropFirst(OwnClass.note.count)) : nil }
        return notes.lazy.compactMap { number(name[...], after: $0) }.first
    }

    /// The number after a name, of at most four digits: `fn1`, `fn:1`, `fn-1`.
    private static func number(_ name: Substring, after prefix: String) -> String? {
        guard name.hasPrefix(prefix) else { return nil }
        var rest = name.dropFirst(prefix.count)
        if let sign = rest.first, sign == ":" || sign == "-" { rest = rest.dropFirst() }
        guard (1...4).contains(rest.count), rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(rest)
    }
}
