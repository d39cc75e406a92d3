public import ReadKit
public import SummaryModel

/// Reads Markdown: CommonMark with tables, strikethrough, task lists, footnotes and front matter.
///
/// The draft is the file as it is written; the marks of Markdown are its syntax. Where Chinese writers use the same signs
/// otherwise (`走访**户`, a paragraph that begins with four blanks) they stay.
public struct MarkdownReader: Reader {
    /// The name of the format.
    public static let format = "markdown"
    /// What is read.
    public static let summary = LocalizedText(
        zh: "Markdown（CommonMark，含表格、脚注和文首元数据）",
        en: "Markdown: CommonMark with tables, footnotes and front matter."
    )
    /// The usual extensions.
    public static let extensions = ["md", "markdown", "mdown", "mkd"]
    /// What it may report.
    public static let findings = PictureIntake.Refusal.findings

    /// One stray `#` or `**` makes no Markdown of a text.
    public static func recognition(of file: DraftFile) -> Recognition {
        if extensions.contains(file.pathExtension) { return .likely }
        let text = Array(file.opening.utf8)
        let lines = Self.lines(of: text)
        if let frontMatter = FrontMatter(text, lines: lines),
            lines[(frontMatter.lines.upperBound + 1)...].contains(where: { !text[$0].trimmedSuffix.isEmpty })
        {
            return .likely
        }
        var headings = 0
        var hasOther = false
        for line in lines {
            let line = text[line].trimmedSuffix
            let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
            if (1...6).contains(marks), line.count > marks + 1, line[line.startIndex + marks] == 0x20 { headings += 1 }
            if line.starts(with: "```".utf8) || MarkdownTableRow.isDelimiter(line) && line.contains(UInt8(ascii: "|"))
                || line.count > 6 && line.starts(with: "**".utf8) && line.suffix(2).elementsEqual("**".utf8)
            {
                hasOther = true
            }
            if headings >= 2 || headings == 1 && hasOther { return .likely }
        }
        return .none
    }

    /// Creates the reader.
    public init() {}

    /// Reads the text, its syntax and what the syntax says about the lines.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        var draft = try Draft(text: file.bytes, format: Self.format)
        let text = draft.source.utf8
        guard !text.isEmpty else { return draft }
        let lines = Self.lines(of: text)
        let frontMatter = FrontMatter(text, lines: lines)
        let masked = MarkdownMask(text, lines: lines, frontMatter: frontMatter).bytes
        let tree = try MarkdownTree(masked)
        let annotator = MarkdownAnnotator(tree, draft.source, masked: masked, lines: lines)
        draft.traits = annotator.traits
        draft.syntax = annotator.syntax
        draft.marks = annotator.marks
        if let frontMatter { add(frontMatter, lines, hasTitle: annotator.hasTitle, to: &draft) }
        takePictures(annotator.pictures, of: file, in: context, into: &draft)
        return draft
    }

    /// How many pictures are told one by one.
    private static let mostPictures = 50

    /// The keys of those who wrote the text, and of its date.
    private static let authorKeys = ["author", "authors", "date", "作者", "单位", "日期"]

    /// The front matter is syntax. Where the text has no title of its own, the front matter has it, and with it who wrote the
    /// text and when.
    private func add(_ frontMatter: FrontMatter, _ lines: [SourceRange], hasTitle: Bool, to draft: inout Draft) {
        for entry in frontMatter.entries where !entry.value.isEmpty && draft.metadata[entry.key] == nil {
            draft.metadata[entry.key] = entry.value
        }
        var shown: [SourceRange: BlockKind] = [:]
        let title = hasTitle ? nil : frontMatter["title"] ?? frontMatter["标题"]
        if let title, title.place.count > 0 {
            shown[title.place] = .title
            for entry in frontMatter.entries
            where entry.line.lowerBound > title.line.lowerBound && entry.place.count > 0
                && Self.authorKeys.contains(entry.key.lowercased())
            {
                shown[entry.place] = .author
            }
        }
        var syntax: [SourceRange] = []
        for index in frontMatter.lines {
            let line = lines[index]
            guard let entry = frontMatter.entries.first(where: { $0.line == line }), let kind = shown[entry.place]
            else {
                if line.count > 0 { syntax.append(line) }
                continue
            }
            syntax.append(SourceRange(line.lowerBound, entry.place.lowerBound))
            if entry.place.upperBound < line.upperBound {
                syntax.append(SourceRange(entry.place.upperBound, line.upperBound))
            }
            let number = draft.source.lineIndex(at: line.lowerBound)
            if draft.traits.indices.contains(number) { draft.traits[number].kind = kind }
        }
        let end = lines[frontMatter.lines.upperBound].upperBound
        draft.syntax = syntax.filter { $0.count > 0 } + draft.syntax.filter { $0.lowerBound >= end }
    }

    /// The lines as Markdown knows them: they end at CR, LF and CRLF.
    static func lines(of text: [UInt8]) -> [SourceRange] {
        var lines: [SourceRange] = []
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            lines.append(SourceRange(start, index))
            index += byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
            start = index
        }
        if start < text.count { lines.append(SourceRange(start, text.count)) }
        return lines
    }

    /// Takes the pictures up; the words that stand for one that cannot be had stay in the text.
    private func takePictures(
        _ pictures: [InlineAlignment.Picture],
        of file: DraftFile,
        in context: ReaderContext,
        into draft: inout Draft
    ) {
        guard !pictures.isEmpty else { return }
        var intake = PictureIntake(file, in: context)
        var refused: [SourceRange: SourceRange] = [:]
        for picture in pictures {
            do throws(PictureIntake.Refusal) {
                let name = try intake.take(picture.address)
                draft.pictures.append(
                    DraftPicture(
                        range: picture.range,
                        picture: Picture(media: name, alternativeText: picture.name)
                    )
                )
            } catch {
                if picture.nameRange.count > 0 { refused[picture.range] = picture.nameRange }
                guard draft.diagnostics.count < Self.mostPictures else { continue }
                draft.diagnostics.append(
                    error.diagnostic(
                        picture.name,
                        isText: picture.nameRange.count > 0,
                        isWanted: true,
                        at: draft.source.position(at: picture.range.lowerBound)
                    )
                )
            }
        }
        draft.media = intake.media
        guard !refused.isEmpty else { return }
        draft.syntax = draft.syntax.flatMap { range in
            guard let name = refused[range] else { return [range] }
            return [SourceRange(range.lowerBound, name.lowerBound), SourceRange(name.upperBound, range.upperBound)]
        }
    }
}
