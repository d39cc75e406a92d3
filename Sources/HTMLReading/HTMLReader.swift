public import ReadKit
public import SummaryModel

/// Reads HTML: pages that were saved from a browser, fragments of web editors, and files of Word that hold HTML.
///
/// The draft has one line for each paragraph, item or row of a table. What a page hides from its readers is left out and
/// reported, since it is there to spoil copies.
public struct HTMLReader: Reader {
    /// The name of the format.
    public static let format = "html"
    /// What is read.
    public static let summary = LocalizedText(
        zh: "网页（HTML），包括 Word 存成的网页和网页编辑器的片段",
        en: "HTML: web pages, pages saved by Word, fragments of web editors."
    )
    /// The usual extensions.
    public static let extensions = ["html", "htm", "xhtml"]
    /// What it may report.
    public static let findings =
        [
            FindingDescription(
                "reading.hidden-text",
                .warning,
                LocalizedText(zh: "网页中隐藏的文字", en: "Text that the page hides.")
            ),
            FindingDescription(
                "reading.deleted-text",
                .warning,
                LocalizedText(zh: "标为已删除的文字", en: "Text marked as deleted.")
            ),
            FindingDescription(
                "reading.repaired-markup",
                .info,
                LocalizedText(zh: "被误认作标签而恢复的文字", en: "Text that was taken for a tag and put back.")
            ),
        ] + PictureIntake.Refusal.findings

    /// The elements that a fragment is told by: each begins a line.
    private static let blockNames: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th", "section",
        "article", "blockquote", "center", "dl", "dt", "dd", "pre",
    ]

    /// Looks for the beginning of a page, or for a fragment whose lines are not those of its text. A text with one element
    /// on each line is better read as plain text with leaked tags: its lines are those that people see.
    public static func recognition(of file: DraftFile) -> Recognition {
        let text = Array(file.opening.utf8)
        let start = Self.start(of: text)
        if isArchive(text) { return .certain }
        for opening in ["<!doctype html", "<html", "<head", "<body"] where begins(text[start...], with: opening) {
            return .certain
        }
        let hasExtension = extensions.contains(file.pathExtension)
        guard hasExtension || start < text.count && text[start] == UInt8(ascii: "<") else { return .none }
        let census = Census(text)
        if hasExtension, census.tags > 0 { return .likely }
        let isFragment =
            census.beginsWithTag && census.blocks >= 2 && census.bareLines < census.blocks
            && census.crowded * 3 >= census.blocks
        return isFragment ? .likely : .none
    }

    /// Creates the reader.
    public init() {}

    /// Reads the text of the page.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        let decoded = try TextDecoder().decode(file.bytes)
        if Self.isArchive(decoded.utf8) { throw DraftError(Self.archive) }
        let preparation = HTMLPreparation(decoded.utf8)
        var builder = try HTMLParser.parse(
            preparation.output,
            into: HTMLTextBuilder(file, in: context, repairs: preparation.repairs, sources: preparation.sources),
            nesting: context.limits.nesting
        )
        var draft = builder.draft(encoding: decoded.encoding)
        draft.diagnostics = decoded.diagnostics(in: draft.source) + draft.diagnostics
        return draft
    }

    // MARK: - Recognition

    /// What tags stand in a text.
    private struct Census {
        var tags = 0
        var blocks = 0
        var beginsWithTag = false
        /// How many elements begin on a line after text.
        var crowded = 0
        /// How many lines hold text and no tag.
        var bareLines = 0

        init(_ text: [UInt8]) {
            var lineHasTag = false
            var lineHasText = false
            var isFirst = true
            var index = 0
            func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
            while index < text.count {
                let byte = text[index]
                if byte == 0x0A || byte == 0x0D {
                    if lineHasText, !lineHasTag { bareLines += 1 }
                    (lineHasTag, lineHasText) = (false, false)
                } else if byte == 0x3C {
                    var start = index + 1
                    if start < text.count, text[start] == UInt8(ascii: "/") { start += 1 }
                    var end = start
                    while end < text.count, end - start < 20, HTMLReader.isNameByte(text[end]) { end += 1 }
                    let name = String(decoding: text[start..<end], as: UTF8.self).lowercased()
                    let isTag =
                        end < text.count && HTMLElement.named(name) != nil
                        && (isBlank(text[end]) || text[end] == 0x3E || text[end] == UInt8(ascii: "/"))
                    if isTag {
                        tags += 1
                        lineHasTag = true
                        if isFirst { beginsWithTag = true }
                        if start == index + 1, HTMLReader.blockNames.contains(name) || name == "br" {
                            if name != "br" { blocks += 1 }
                            if lineHasText { crowded += 1 }
                        }
                    } else {
                        lineHasText = true
                    }
                    isFirst = false
                } else if !isBlank(byte) {
                    lineHasText = true
                    isFirst = false
                }
                index += 1
            }
            if lineHasText, !lineHasTag { bareLines += 1 }
        }
    }

    fileprivate static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte)
    }

    /// Where the text begins after blanks, comments and the declaration of XML.
    private static func start(of text: [UInt8]) -> Int {
        var index = 0
        func skip(_ opening: String, _ closing: String) -> Bool {
            guard text[index...].starts(with: opening.utf8) else { return false }
            let end = Array(closing.utf8)
            var place = index + opening.utf8.count
            while place + end.count <= text.count {
                if text[place..<place + end.count].elementsEqual(end) {
                    index = place + end.count
                    return true
                }
                place += 1
            }
            return false
        }
        while index < text.count {
            if text[index] <= 0x20 {
                index += 1
            } else if text[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
                index += 3
            } else if text[index] != 0x3C || !(skip("<!--", "-->") || skip("<?xml", ">")) {
                break
            }
        }
        return index
    }

    private static func begins(_ text: ArraySlice<UInt8>, with opening: String) -> Bool {
        text.count >= opening.utf8.count
            && zip(text, opening.utf8).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
    }

    // MARK: - MHTML

    /// Whether the text is a page that was packed with its pictures into one mail (MHTML).
    private static func isArchive(_ text: [UInt8]) -> Bool {
        let head = text.prefix(4096)
        var isLineStart = true
        // In a draft that speaks of mails these words do not stand at the beginning of lines, and Chinese comes first.
        for index in head.indices {
            let byte = head[index]
            guard byte < 0x80 else { return false }
            if isLineStart, begins(head[index...], with: "mime-version:") {
                return head.indices.contains { begins(head[$0...], with: "multipart/related") }
            }
            isLineStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        return false
    }

    private static let archive = LocalizedText(
        zh: "这是单一文件网页（MHTML）；请在浏览器或 Word 中打开，另存为 .html 或 .docx",
        en: "this is a web archive (MHTML); open it in a browser or in Word and save it as .html or .docx"
    )
}
