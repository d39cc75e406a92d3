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

    /// - Parameter firstBookmark: How many places the documents of the file have that stand above.
    init(_ links: DocumentLinks, firstBookmark: Int = 0) {
        self.links = links
        self.firstBookmark = firstBookmark
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for name in links.places.sorted(by: { $0.value.number < $1.value.number }).map(\.key) {
            var wanted = Self.wordName(name)
            // Every document of a file has names of its own.
            if firstBookmark > 0 { wanted = Self.wordName(wanted, "_d\(firstBookmark)") }
            var unique = wanted
            var count = 1
            while !taken.insert(unique.lowercased()).inserted {
                count += 1
                unique = Self.wordName(wanted, "_\(count)")
            }
            names[name] = unique
        }
        self.names = names
    }

    /// How many places the documents of the file have, this one among them.
    var bookmarkCount: Int { firstBookmark + names.count }

    /// Whether there is nothing but text.
    var isEmpty: Bool { links.isEmpty }

    /// The longest name of a bookmark, in UTF-16 units (Word).
    private static let longestName = 40

    /// A name of letters, digits and low lines that begins with a letter.
    private static func wordName(_ name: String, _ ending: String = "") -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
            let new = isPlain ? String(scalar) : "_"
            guard result.utf16.count + new.utf16.count + ending.utf16.count < longestName else { break }
            result += new
        }
        if let first = result.unicodeScalars.first, !first.properties.isAlphabetic { result = "p" + result }
        return result + ending
    }

    /// Writes the pieces of a paragraph as runs, in the links and between the marks of places that they belong to.
    func write(_ pieces: [TextPiece], by fragments: FormatFragments, _ xml: borrowing XMLWriter) {
        var target: Target?
        var bookmark: String?
        for piece in pieces {
            let (nextTarget, nextBookmark) = (self.target(of: piece), piece.bookmark)
            if target != nextTarget { target?.end(xml) }
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
            fragments.write(piece, xml)
        }
        target?.end(xml)
        if let bookmark { end(bookmark, xml) }
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
