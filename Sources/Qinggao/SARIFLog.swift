public import StageKit
public import SummaryModel

/// Findings in the form that editors and code hosts read: SARIF 2.1.0 (OASIS).
public struct SARIFLog: Sendable, Encodable {
    private struct Text: Encodable { var text: String }

    private struct Rule: Encodable {
        struct Level: Encodable { var level: String }
        var id: String
        var shortDescription: Text
        var help: Text?
        var defaultConfiguration: Level
    }

    private struct Artifact: Encodable { var uri: String }

    private struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        var endColumn: Int
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            var artifactLocation: Artifact
            var region: Region?
        }
        var physicalLocation: Physical
    }

    private struct Fix: Encodable {
        struct Change: Encodable {
            struct Replacement: Encodable {
                var deletedRegion: Region
                var insertedContent: Text
            }
            var artifactLocation: Artifact
            var replacements: [Replacement]
        }
        var description: Text
        var artifactChanges: [Change]
    }

    private struct Finding: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var fixes: [Fix]?
    }

    private struct Run: Encodable {
        struct Tool: Encodable {
            struct Driver: Encodable {
                var name = "qinggao"
                var version: String
                var rules: [Rule]
            }
            var driver: Driver
        }
        var tool: Tool
        var columnKind = "unicodeCodePoints"
        var results: [Finding]
    }

    private enum Key: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    private let version: String
    private let language: Language
    private let descriptions: [String: FindingDescription]
    private var rules: [Rule] = []
    private var ruleIndices: [String: Int] = [:]
    private var results: [Finding] = []

    /// Creates a log without findings.
    ///
    /// - Parameters:
    ///   - version: The version of the program.
    ///   - stages: The stages, which describe what they find.
    ///   - language: The language of the messages.
    public init(version: String, stages: StageCatalog, language: Language) {
        self.version = version
        self.language = language
        descriptions = Dictionary(
            (stages.definitions.flatMap(\.findings) + Pipeline.findings).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Adds the findings of a listing.
    public mutating func add(_ listing: FindingList) {
        let artifact = Artifact(uri: Self.uri(listing.input))
        for entry in listing.entries {
            let region = entry.start.map {
                Region(
                    startLine: $0.line,
                    startColumn: $0.column,
                    endColumn: entry.endColumn ?? $0.column
                )
            }
            var fixes: [Fix] = []
            if let region, entry.endColumn != nil || entry.fixes.allSatisfy(\.before.isEmpty) {
                fixes = entry.fixes.map { fix in
                    let replacement = Fix.Change.Replacement(
                        deletedRegion: region,
                        insertedContent: Text(text: fix.after)
                    )
                    return Fix(
                        description: Text(text: "\(fix.before) → \(fix.after)"),
                        artifactChanges: [.init(artifactLocation: artifact, replacements: [replacement])]
                    )
                }
            }
            results.append(
                Finding(
                    ruleId: entry.id,
                    ruleIndex: ruleIndex(entry),
                    level: Self.level(entry.severity),
                    message: Text(text: entry.message(language)),
                    locations: [.init(physicalLocation: .init(artifactLocation: artifact, region: region))],
                    fixes: fixes.isEmpty ? nil : fixes
                )
            )
        }
    }

    private mutating func ruleIndex(_ entry: FindingList.Entry) -> Int {
        if let index = ruleIndices[entry.id] { return index }
        let description = descriptions[entry.id]
        rules.append(
            Rule(
                id: entry.id,
                shortDescription: Text(text: description?.summary(language) ?? entry.id),
                help: (entry.source ?? description?.source).map { Text(text: $0) },
                defaultConfiguration: .init(level: Self.level(description?.severity ?? entry.severity))
            )
        )
        ruleIndices[entry.id] = rules.count - 1
        return rules.count - 1
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// A relative reference or file URI (RFC 3986) for a path.
    private static func uri(_ path: String) -> String {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        let escaped = String(decoding: bytes, as: UTF8.self)
        return path.hasPrefix("/") ? "file://" + escaped : escaped
    }

    /// Encodes the log with one run.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("https://json.schemastore.org/sarif-2.1.0.json", forKey: .schema)
        try container.encode("2.1.0", forKey: .version)
        let run = Run(tool: .init(driver: .init(version: version, rules: rules)), results: results)
        try container.encode([run], forKey: .runs)
    }
}
