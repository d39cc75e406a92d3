internal import OpenPackaging
public import ReadKit
public import SummaryModel

/// Reads .docx (ISO/IEC 29500, transitional and strict), with its numbers as Word shows them.
///
/// Text that a tracked change deletes, comments, hidden text, pictures and headers are no part of the text; each of them is
/// a finding.
public struct DocxReader: Reader {
    /// The name of the format.
    public static let format = "docx"
    /// What is read.
    public static let summary = LocalizedText(
        zh: "Word 文档（.docx、.docm、.dotx），含自动编号",
        en: "Word documents (.docx, .docm, .dotx), with the numbers that Word makes."
    )
    /// The usual extensions.
    public static let extensions = ["docx", "docm", "dotx"]
    /// What it may report.
    public static let findings = [
        FindingDescription(
            "reading.deleted-text",
            .warning,
            LocalizedText(zh: "修订中已删除的文字", en: "Text that a tracked change deletes.")
        ),
        FindingDescription(
            "reading.comment",
            .warning,
            LocalizedText(zh: "批注", en: "A comment.")
        ),
        FindingDescription(
            "reading.hidden-text",
            .info,
            LocalizedText(zh: "隐藏的文字", en: "Hidden text.")
        ),
        FindingDescription(
            "reading.picture",
            .info,
            LocalizedText(zh: "图片、图表或对象", en: "A picture, chart or object.")
        ),
        FindingDescription(
            "reading.header-footer",
            .info,
            LocalizedText(zh: "页眉、页脚中的文字", en: "The text of a header or footer.")
        ),
    ]

    /// Creates the reader.
    public init() {}

    /// Any ZIP archive but one of OpenDocument, which another reader takes, and a document behind a password. What else an
    /// archive may be is refused by its name.
    public static func recognition(of file: DraftFile) -> Recognition {
        let bytes = file.bytes
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return isOpenDocument(bytes) ? .none : .certain
        }
        return isEncrypted(bytes) ? .certain : .none
    }

    /// Reads the document.
    ///
    /// - Throws: ``DraftError`` when the file is damaged or harmful, or an archive of something else.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        do throws(WordFileError) {
            if Self.isEncrypted(file.bytes) { throw .encrypted }
            return try Self.draft(try WordPackage(file.bytes, context.limits))
        } catch {
            throw error.draftError
        }
    }

    // MARK: - Recognition

    /// Whether the first entry is `mimetype` and names a format of OpenDocument (ISO/IEC 26300-3, 3.3).
    private static func isOpenDocument(_ bytes: [UInt8]) -> Bool {
        let name = Array("mimetype".utf8)
        guard bytes.count > 30, bytes[26] == UInt8(name.count), bytes[27] == 0, bytes[30...].starts(with: name) else {
            return false
        }
        let content = 30 + name.count + Int(bytes[28]) + Int(bytes[29]) << 8
        return bytes.count > content
            && bytes[content...].starts(with: Array("application/vnd.oasis.opendocument".utf8))
    }

    /// Whether the file is a compound file that holds an encrypted package ([MS-OFFCRYPTO], 2.3.4).
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return false }
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        // Entries of the directory lie at multiples of 128 bytes.
        for start in stride(from: 512, to: bytes.count, by: 128) where bytes[start...].starts(with: name) {
            return true
        }
        return false
    }

    // MARK: - Reading

    private static func draft(_ package: borrowing WordPackage) throws(WordFileError) -> Draft {
        guard let main = try package.part(package.main) else { throw .missingPart(package.main) }
        let (element, root) = try main.root()
        guard element == .document else { throw .otherFormat(package.otherFormat) }
        let isOwn = package.isOwn
        let styles = try package.part(ofType: "styles")
        let numbering = try package.part(ofType: "numbering")
        let context = WordContext(
            styles: try styles.map { xml throws(WordFileError) in try WordStyles(xml, isOwn: isOwn) } ?? WordStyles(),
            labels: ListLabels(
                try numbering.map { xml throws(WordFileError) in try NumberingDefinitions(xml) }
                    ?? NumberingDefinitions()
            ),
            comments: try comments(package),
            links: package.links,
            isOwn: isOwn
        )
        var passage = Passage()
        let story = Story(main, context, isMain: true)
        while let child = try main.child(of: root) {
            if child.element == .body { try story.blocks(in: child, into: &passage) }
        }
        try addNotes(package, context, to: &passage)
        for comment in context.comments.sorted(by: { $0.key < $1.key }) {
            // One that nothing refers to.
            passage.noteElsewhere(.comment(comment.value.text, by: comment.value.author))
        }
        try reportFurniture(package, context, in: &passage)
        let source = SourceText(utf8: passage.utf8)
        let findings = passage.findings.enumerated().sorted {
            ($0.element.offset ?? .max, $0.offset) < ($1.element.offset ?? .max, $1.offset)
        }
        var draft = Draft(
            source: source,
            format: Self.format,
            traits: passage.traits,
            // Word has names of its own, which begin with a low line, for what nobody named.
            marks: passage.marks.withoutUnusedBookmarks { !$0.hasPrefix("_") }
        )
        draft.hasNoteReferences = !context.references.isEmpty
        var intake = PictureIntake(DraftFile([]), in: ReaderContext())
        for (_, finding) in findings {
            guard let picture = finding.picture, let offset = finding.offset,
                let media = try media(of: picture, package, &intake)
            else {
                draft.diagnostics.append(finding.diagnostic(in: source))
                continue
            }
            draft.pictures.append(DraftPicture(range: SourceRange(offset, offset), picture: picture.taken(as: media)))
        }
        draft.media = intake.media
        return draft
    }

    /// The name under which the bytes of a picture are taken up; `nil` when they are in another format or not in the file.
    private static func media(
        of picture: EmbeddedPicture,
        _ package: borrowing WordPackage,
        _ intake: inout PictureIntake
    ) throws(WordFileError) -> String? {
        guard let relation = package.relations.first(where: { $0.id == picture.relation && $0.type == "image" }),
            let bytes = try package.bytes(relation.target)
        else { return nil }
        return try? intake.take(bytes)
    }

    private static func comments(
        _ package: borrowing WordPackage
    ) throws(WordFileError) -> [String: WordContext.Comment] {
        guard let xml = try package.part(ofType: "comments") else { return [:] }
        var comments: [String: WordContext.Comment] = [:]
        let root = try xml.root().place
        while let child = try xml.child(of: root) {
            guard child.element == .comment, let id = xml.attribute("id") else { continue }
            let author = xml.attribute("author") ?? ""
            comments[id] = WordContext.Comment(author: author, text: try PlainText.read(xml, child).trimmed)
        }
        return comments
    }

    /// Adds the footnotes and endnotes after the text: those that it refers to, in that order, then any others.
    private static func addNotes(
        _ package: borrowing WordPackage,
        _ context: WordContext,
        to passage: inout Passage
    ) throws(WordFileError) {
        var notes: [String: Passage] = [:]
        var marks: [String] = []
        for (part, prefix) in [("footnotes", ""), ("endnotes", "e")] {
            guard let xml = try package.part(ofType: part) else { continue }
            let story = Story(xml, context)
            let root = try xml.root().place
            while let child = try xml.child(of: root) {
                // Separators are notes of a type of their own.
                guard child.element == .footnote || child.element == .endnote, let id = xml.attribute("id"),
                    (xml.attribute("type") ?? "normal") == "normal"
                else { continue }
                var note = Passage()
                try story.blocks(in: child, into: &note)
                if notes.updateValue(note, forKey: prefix + id) == nil { marks.append(prefix + id) }
            }
        }
        let referred = Set(context.references)
        let others = marks.filter { mark in
            !referred.contains(mark) && notes[mark].map { $0.utf8.contains { $0 > 0x20 } } ?? false
        }
        for mark in context.references + others {
            guard let note = notes[mark] else { continue }
            var traits = LineTraits()
            traits.kind = .footnote
            passage.beginParagraph(traits)
            // A blank stands between the number and the text in most files.
            passage.append("[^\(context.mark(of: mark))]:\(note.utf8.first == 0x20 ? "" : " ")")
            passage.append(linesOf: note)
            passage.endParagraph()
        }
    }

    /// Reports headers and footers that hold more than the number of the page.
    private static func reportFurniture(
        _ package: borrowing WordPackage,
        _ context: WordContext,
        in passage: inout Passage
    ) throws(WordFileError) {
        var seen: Set<String> = []
        let targets = Dictionary(package.relations.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
        for item in context.furniture {
            guard let target = targets[item.relation], seen.insert(target).inserted,
                let xml = try package.part(target)
            else { continue }
            let root = try xml.root().place
            let text = try PlainText.read(xml, root, dropsPageNumbers: true).trimmed
            guard saysMoreThanPageNumber(text) else { continue }
            var finding = ReadingFinding.headerOrFooter(text, isHeader: item.isHeader)
            finding.offset = item.offset
            passage.noteElsewhere(finding)
        }
    }

    private static func saysMoreThanPageNumber(_ text: String) -> Bool {
        let marks = "0123456789-–—－─·.．/|第页共，,（）() ".unicodeScalars
        let words = text.lowercased().replacing("page", with: "").replacing("of", with: "")
        return words.unicodeScalars.contains { !$0.isBlank && !marks.contains($0) }
    }
}

extension String {
    /// The string without blanks at its ends.
    fileprivate var trimmed: String { Array(unicodeScalars)[...].trimmed.string }
}
