public import SummaryModel

/// The links of a document that an output may hold, and those that it may not.
///
/// Only addresses that people open without harm are written: `http:`, `https:`, `mailto:`, `ftp:`, and `#` with the name of a
/// place of the document. A link of another kind is text, and a finding says so.
public struct DocumentLinks: Sendable {
    /// A place to which links of the document lead.
    package struct Place: Sendable, Hashable {
        /// Its number, from 0 in the order of the document.
        package var number: Int
        /// What it shows.
        package var text: String
    }

    /// The document without links that may not be written, and without names that a format cannot hold or that stand in two
    /// places, of which the first keeps it.
    public let document: Document
    /// Whether the document has neither links nor places with names.
    public let isEmpty: Bool
    /// The places by name.
    package let places: [String: Place]
    /// Links that are not written, with the block that each stands in.
    private let refused: [(block: BlockID, text: String, target: String)]
    /// Links that are written.
    private let writtenCount: Int
    private let firstWritten: (block: BlockID, text: String)?

    /// Looks for the links of a document.
    public init(_ document: Document) {
        let marked = document.blocks.indices.filter { Self.holdsAny(document.blocks[$0]) }
        isEmpty = marked.isEmpty
        var document = document
        var places: [String: Place] = [:]
        for index in marked { Self.takePlaces(of: &document.blocks[index], into: &places) }
        var refused: [(BlockID, String, String)] = []
        var written = 0
        var first: (BlockID, String)?
        for index in marked {
            let id = document.blocks[index].id
            document.blocks[index].updateInlines { inlines in
                var last: String?
                for place in inlines.indices {
                    let target = inlines[place].link
                    defer { last = target }
                    guard let target else { continue }
                    if target.hasPrefix("#") ? places[String(target.dropFirst())] != nil : Self.isAddress(target) {
                        if target != last { written += 1 }
                        if first == nil { first = (id, inlines[place].shownText) }
                    } else {
                        inlines[place].link = nil
                        if target != last { refused.append((id, inlines[place].shownText, target)) }
                    }
                }
            }
        }
        self.document = document
        self.places = places
        self.refused = refused
        writtenCount = written
        firstWritten = first
    }

    private static func takePlaces(of block: inout Block, into places: inout [String: Place]) {
        block.updateInlines { inlines in
            var last: String?
            for index in inlines.indices {
                guard let name = inlines[index].bookmark else {
                    last = nil
                    continue
                }
                if name == last {
                    places[name]?.text += inlines[index].shownText
                } else if isName(name), places[name] == nil {
                    places[name] = Place(number: places.count, text: inlines[index].shownText)
                    last = name
                } else {
                    inlines[index].bookmark = nil
                    last = nil
                }
            }
        }
    }

    // MARK: Findings

    /// What ``refusals(in:)`` may report.
    public static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).link",
                .warning,
                LocalizedText(zh: "没有写入的链接", en: "A link that was left out.")
            )
        ]
    }

    /// Findings about the links that are not written.
    public func refusals(in format: String) -> [Diagnostic] {
        refused.map { link in
            Diagnostic(
                id: "\(format).link",
                severity: .warning,
                message: link.target.hasPrefix("#")
                    ? Self.missing(link.text, link.target) : Self.refused(link.text, link.target),
                anchor: Diagnostic.Anchor(link.block)
            )
        }
    }

    /// What ``losses(in:)`` may report.
    public static func losses(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).link",
                .info,
                LocalizedText(zh: "没有写入的链接", en: "Links that were left out.")
            )
        ]
    }

    /// The finding about a format that has no links.
    public func losses(in format: String) -> [Diagnostic] {
        guard let firstWritten else { return [] }
        return [
            Diagnostic(
                id: "\(format).link",
                severity: .info,
                message: Self.lost(firstWritten.text, writtenCount, format),
                anchor: Diagnostic.Anchor(firstWritten.block)
            )
        ]
    }

    // MARK: -

    private static func holdsAny(_ block: borrowing Block) -> Bool {
        func holdsAny(_ inlines: borrowing [Inline]) -> Bool {
            for index in inlines.indices where inlines[index].link != nil || inlines[index].bookmark != nil {
                return true
            }
            return false
        }
        if holdsAny(block.content) { return true }
        if let body = block.body, holdsAny(body) { return true }
        guard let table = block.table else { return false }
        return table.rows.contains { $0.contains { holdsAny($0.content) } }
    }

    private static let schemes = ["http:", "https:", "mailto:", "ftp:"]

    /// Whether the address is of a kind that is written, without blanks and control characters.
    private static func isAddress(_ target: String) -> Bool {
        let start = target.prefix(8).lowercased()
        guard let scheme = schemes.first(where: { start.hasPrefix($0) }), target.utf8.count > scheme.utf8.count,
            target.utf8.count <= longestAddress
        else { return false }
        return target.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }

    /// Longer addresses Word does not open.
    private static let longestAddress = 2083

    /// Whether every format can hold the name.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 200
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.value > 0x20 && scalar.value != 0x7F && !"\"'<>{}[]()#\\`&".unicodeScalars.contains(scalar)
            }
    }
}

extension DocumentLinks {
    private static func quote(_ text: String, _ limit: Int) -> String {
        let scalars = Array(text.unicodeScalars.prefix(limit + 1))
        return scalars.count > limit ? scalars[..<limit].string + "…" : text
    }

    private static func refused(_ text: String, _ target: String) -> LocalizedText {
        let (text, target) = (quote(text, 30), quote(target, 60))
        return LocalizedText(
            zh: "“\(text)”的链接“\(target)”没有写入；只写 http、https、mailto、ftp 地址和本文内的位置，请改用这类地址",
            en:
                "the link of '\(text)' to '\(target)' was left out; only http, https, mailto and ftp addresses and places of the document are written, so use one of these"
        )
    }

    private static func missing(_ text: String, _ target: String) -> LocalizedText {
        let (text, target) = (quote(text, 30), quote(target, 60))
        return LocalizedText(
            zh: "“\(text)”的链接指向“\(target)”，文中没有这个位置，链接没有写入；请核对名称",
            en:
                "the link of '\(text)' leads to '\(target)', which the document does not have; it was left out; check the name"
        )
    }

    private static func lost(_ text: String, _ count: Int, _ format: String) -> LocalizedText {
        let text = quote(text, 30)
        return LocalizedText(
            zh: "\(format) 没有链接，\(count) 处链接只写了文字，第一处是“\(text)”；需要时请输出 docx 或 html",
            en:
                "\(format) has no links, so \(count) of them are text only, the first of which is '\(text)'; render docx or html to have them"
        )
    }
}
