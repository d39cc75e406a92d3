internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// What stands in the paragraphs of a document besides text: links, and the places to which they lead.
struct InlinePlan: Sendable {
    private let links: DocumentLinks
    /// The names of places as Word wants them, by the names that they have in the document.
    private let names: [String: String]
    /// How many places the documents above have.
    private let firstBookmark: Int
    /// The names of the references to the footnotes of the document, by number from 1, and how many footnotes those above have.
    private let noteNames: [String]
    private let firstNote: Int
    private var noteCount: Int { noteNames.count }
    /// Whether the document has footnotes.
    var hasNotes: Bool { !noteNames.isEmpty }
    /// Whether gaps are content controls.
    private let hasControls: Bool
    /// The start of a run in the style of the number of a footnote.
    private let noteReference: XMLFragment

    /// - Parameters:
    ///   - notes: The footnotes of the document.
    ///   - style: The sheet, which says whether gaps are content controls.
    ///   - firstBookmark: How many places the documents of the file have that stand above.
    ///   - firstNote: How many footnotes they have.
    init(
        _ links: DocumentLinks,
        _ notes: DocumentNotes,
        _ style: StyleSheet,
        firstBookmark: Int = 0,
        firstNote: Int = 0
    ) {
        self.links = links
        self.firstNote = firstNote
        hasControls = style[.placeholder]?.isControl ?? false
        let id = ReferenceElement.escaped(style.noteReference)
        noteReference = XMLFragment(text: "<w:r><w:rPr><w:rStyle w:val=\"\(id)\"/></w:rPr>")
        self.firstBookmark = firstBookmark
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for name in links.places.sorted(by: { $0.value.number < $1.value.number }).map(\.key) {
            var wanted = Self.wordName(name)
            // Every document of a file has names of its own.
            if firstBookmark > 0 { wanted = Self.wordName(wanted, "_d\(firstBookmark)") }
            names[name] = Self.unique(wanted, &taken)
        }
        self.names = names
        noteNames = notes.notes.map { note in
            // A reader of the file knows the name of the footnote by it.
            let wanted = Self.wordName(note.name, firstNote > 0 ? "_d\(firstNote)" : "", start: Self.notePrefix)
            return Self.unique(wanted, &taken)
        }
    }

    /// A name that differs from those that are taken by more than case (Word), with a number at its end where it must have one.
    private static func unique(_ wanted: String, _ taken: inout Set<String>) -> String {
        var unique = wanted
        var count = 1
        while !taken.insert(unique.lowercased()).inserted {
            count += 1
            unique = wordName(wanted, "_\(count)", start: "")
        }
        return unique
    }

    /// What the name of a reference to a footnote begins with. Word does not list names that begin with a low line.
    private static let notePrefix = "_Note_"

    /// How many places the documents of the file have, this one among them.
    var bookmarkCount: Int { firstBookmark + names.count + noteCount }

    /// Whether there is nothing but text.
    var isEmpty: Bool { links.isEmpty && noteCount == 0 && !hasControls }

    /// The longest name of a bookmark, in UTF-16 units (Word).
    private static let longestName = 40

    /// A name of letters, digits and low lines that begins with a letter.
    private static func wordName(_ name: String, _ ending: String = "", start: String? = nil) -> String {
        var result = start ?? ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
            let new = isPlain ? String(scalar) : "_"
            guard result.utf16.count + new.utf16.count + ending.utf16.count < longestName else { break }
            result += new
        }
        if start == nil, let first = result.unicodeScalars.first, !first.properties.isAlphabetic {
            result = "p" + result
        }
        return result + ending
    }

    /// Writes the pieces of a paragraph as runs, in the links and between the marks of places that they belong to.
    func write(_ pieces: [TextPiece], by fragments: FormatFragments, _ xml: borrowing XMLWriter) {
        var target: Target?
        var bookmark: String?
        for piece in pieces {
            let (nextTarget, nextBookmark) = (self.target(of: piece), piece.bookmark)
            if target != nextTarget { target?.end(xml) }
            if !piece.marks.isEmpty { CommentPlan.write(piece.marks, xml) }
            if bookmark != nextBookmark {
                if let bookmark { end(bookmark, xml) }
                if let nextBookmark { start(nextBookmark, xml) }
                bookmark = nextBookmark
            }
            if target != nextTarget {
                nextTarget?.start(xml)
                target = nextTarget
            }
            var piece = piece
            piece.format.isLink = target != nil
            if let note = piece.note, let number = Int(piece.text) {
                reference(note, to: number, xml)
            } else if hasControls, let key = piece.gap {
                control(key, xml) { fragments.write(piece, xml) }
            } else {
                fragments.write(piece, xml)
            }
        }
        target?.end(xml)
        if let bookmark { end(bookmark, xml) }
    }

    // MARK: Gaps

    /// The longest tag of a content control, in UTF-16 units (Word).
    private static let longestTag = 64

    /// Writes a content control for plain text around a run (ISO/IEC 29500-1, 17.5.2).
    private func control(_ key: String, _ xml: borrowing XMLWriter, _ run: () -> Void) {
        let tag = Self.prefix(of: key, units: Self.longestTag)
        xml.element("w:sdt") {
            xml.element("w:sdtPr") {
                xml.value("w:alias", tag)
                xml.value("w:tag", tag)
                xml.empty("w:text", [:])
            }
            xml.element("w:sdtContent", run)
        }
    }

    /// The beginning of a text, in whole scalars.
    private static func prefix(of text: String, units limit: Int) -> String {
        var count = 0
        return text.unicodeScalars.prefix { scalar in
            count += UTF16.width(scalar)
            return count <= limit
        }.reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    // MARK: Footnotes

    /// Writes the reference to a footnote. Word shows its number; a further one names the first, which has a name for it.
    private func reference(_ note: TextPiece.NoteReference, to number: Int, _ xml: borrowing XMLWriter) {
        let name = noteNames.indices.contains(number - 1) ? noteNames[number - 1] : ""
        switch note {
        case .first:
            let identity = String(firstBookmark + names.count + number - 1)
            xml.empty("w:bookmarkStart", ["w:id": identity, "w:name": name])
            xml.raw(noteReference)
            xml.empty("w:footnoteReference", ["w:id": String(firstNote + number)])
            xml.raw("</w:r>")
            xml.empty("w:bookmarkEnd", ["w:id": identity])
        case .repeated:
            xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">")
            xml.text(" NOTEREF \(name) \\f \\h ")
            xml.raw(
                """
                </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
                """
            )
            xml.raw(noteReference)
            xml.raw("<w:t>")
            xml.text(String(number))
            xml.raw("</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
        }
    }

    // MARK: Places

    private func start(_ name: String, _ xml: borrowing XMLWriter) {
        xml.start("w:bookmarkStart")
        xml.attribute("w:id", identity(name))
        xml.attribute("w:name", names[name] ?? "")
        xml.end()
    }

    private func end(_ name: String, _ xml: borrowing XMLWriter) {
        xml.empty("w:bookmarkEnd", ["w:id": identity(name)])
    }

    private func identity(_ name: String) -> String { String(firstBookmark + (links.places[name]?.number ?? 0)) }

    // MARK: Links

    /// Where a run leads.
    private enum Target: Equatable {
        /// An address, as a field, which needs no relationship (ISO/IEC 29500-1, 17.16.5.25).
        case address(String)
        /// A place of the document, whose text Word keeps the same as there (17.16.5.50).
        case reference(String)
        /// A place of the document.
        case place(String)

        func start(_ xml: borrowing XMLWriter) {
            switch self {
            case .address(let address): field(" HYPERLINK \"", address, "\" ", xml)
            case .reference(let name): field(" REF ", name, " \\h ", xml)
            case .place(let name):
                xml.start("w:hyperlink")
                xml.attribute("w:anchor", name)
                xml.attribute("w:history", "1")
            }
        }

        func end(_ xml: borrowing XMLWriter) {
            switch self {
            case .address, .reference: xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            case .place: xml.end()
            }
        }

        private func field(
            _ before: StaticString,
            _ argument: String,
            _ after: StaticString,
            _ xml: borrowing XMLWriter
        ) {
            xml.raw(
                """
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">
                """
            )
            xml.raw(before)
            var text = ""
            for scalar in argument.unicodeScalars {
                // Word takes curly quotation marks for straight ones in a field.
                switch scalar {
                case "\"", "\u{201C}", "\u{201D}": text += "%22"
                case "\\": text += "%5C"
                default: text.unicodeScalars.append(scalar)
                }
            }
            xml.text(text)
            xml.raw(after)
            xml.raw("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
        }
    }

    private func target(of piece: TextPiece) -> Target? {
        guard let target = piece.link else { return nil }
        guard target.hasPrefix("#") else { return .address(target) }
        let place = String(target.dropFirst())
        guard let name = names[place] else { return nil }
        return links.places[place]?.text == piece.text ? .reference(name) : .place(name)
    }
}
