public import ReadKit
public import SummaryModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads a document in its JSON form (`qinggao-document/1`), which `render --to json` writes.
///
/// The decoder is that of FoundationEssentials: the encoder of the JSON renderer links it anyway, so that a start costs
/// nothing more, and the model describes its form once, in `Codable`. It does not say where in the text something is
/// wrong, which ``JSONSyntax`` does. libyaml, whose events have places, does not take all of JSON: it refuses surrogates
/// in escapes, control characters and keys above 1,024 bytes.
public struct JSONReader: Reader {
    /// The name of the format.
    public static let format = "json"
    /// What is read.
    public static let summary = LocalizedText(
        zh: "文档模型的 JSON（qinggao-document/1）",
        en: "The document as JSON (qinggao-document/1)."
    )
    /// The usual extensions.
    public static let extensions = ["json"]
    /// What it may report.
    public static let findings = [
        FindingDescription(
            "reading.duplicate-id",
            .warning,
            LocalizedText(zh: "段落标识重复", en: "Two blocks with one identity.")
        )
    ]

    /// The beginning of the name of every version of the form, as it stands in a file.
    private static let schemaName = Array("\"qinggao-document/".utf8)
    /// How many bytes at either end of a file are searched for it.
    private static let searched = 1 << 16

    /// Creates the reader.
    public init() {}

    /// The name of the form says it. It stands at the beginning or, where keys are sorted as the renderer does, at the end.
    public static func recognition(of file: DraftFile) -> Recognition {
        guard file.opening.unicodeScalars.first(where: { !" \t\r\n".unicodeScalars.contains($0) }) == "{" else {
            return .none
        }
        if file.bytes.prefix(searched).holds(schemaName) || file.bytes.suffix(searched).holds(schemaName) {
            return .certain
        }
        return extensions.contains(file.pathExtension) ? .likely : .none
    }

    /// Decodes the document and writes its text, on which all places then are.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        let decoded = try TextDecoder().decode(file.bytes)
        let syntax = JSONSyntax(decoded.utf8)
        do { try syntax.check(nesting: context.limits.nesting) } catch {
            throw JSONFailure.error(error.message, at: error.offset, in: decoded.utf8)
        }
        var document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(decoded.utf8))
        } catch {
            throw JSONFailure.error(error, in: syntax)
        }
        if let (path, message) = JSONFailure.valueOutOfBounds(in: document) {
            throw JSONFailure.error(message, at: syntax.offset(of: path), in: decoded.utf8)
        }
        let renamed = Self.makeUnique(&document)
        var writer = DocumentText()
        let source = writer.write(&document)
        return Draft(
            source: source,
            format: Self.format,
            encoding: decoded.encoding,
            metadata: document.metadata,
            diagnostics: decoded.diagnostics(in: source) + renamed,
            document: document
        )
    }

    /// Gives every block whose identity another one has already an identity of its own.
    private static func makeUnique(_ document: inout Document) -> [Diagnostic] {
        var taken = Set(document.blocks.map(\.id))
        guard taken.count < document.blocks.count else { return [] }
        var seen: Set<BlockID> = []
        var next: [BlockID: Int] = [:]
        var findings: [Diagnostic] = []
        for index in document.blocks.indices {
            let id = document.blocks[index].id
            if seen.insert(id).inserted { continue }
            var number = next[id] ?? 2
            while !taken.insert(BlockID(rawValue: "\(id.rawValue)-\(number)")).inserted { number += 1 }
            next[id] = number + 1
            let unique = BlockID(rawValue: "\(id.rawValue)-\(number)")
            document.blocks[index].id = unique
            seen.insert(unique)
            findings.append(
                Diagnostic(
                    id: "reading.duplicate-id",
                    severity: .warning,
                    message: duplicate(id, unique),
                    anchor: Diagnostic.Anchor(unique)
                )
            )
        }
        return findings
    }

    private static func duplicate(_ id: BlockID, _ unique: BlockID) -> LocalizedText {
        LocalizedText(
            zh: "段落标识“\(id.rawValue)”重复，后一段已改为“\(unique.rawValue)”；请核对生成该文件的程序",
            en:
                "two blocks have the id '\(id.rawValue)'; the later one is now '\(unique.rawValue)': check what wrote the file"
        )
    }
}

extension Collection<UInt8> {
    /// Whether the bytes of `part` stand in it.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        var rest = self[...]
        while let start = rest.firstIndex(of: part[0]) {
            rest = rest[start...]
            if rest.starts(with: part) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
