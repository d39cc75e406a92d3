internal import Foundation

/// A draft of `Tests/Fixtures/Drafts` with its labels.
package struct LabelledDraft: CustomStringConvertible, Sendable {
    package struct Line: Sendable {
        package var number: Int
        package var kind: String
        package var ordinal: Int?
        package var runIn: Bool
        package var accepted: Set<String>
        package var isWrapped: Bool
    }

    package struct Gap: Hashable, Sendable {
        package var line: Int
        package var column: Int
        package var sign: String

        package init(line: Int, column: Int, sign: String) {
            self.line = line
            self.column = column
            self.sign = sign
        }
    }

    package var name: String
    package var bytes: [UInt8]
    package var lines: [Line]
    /// The gaps; `nil` when they are not labelled.
    package var gaps: Set<Gap>?

    package var description: String { name }

    /// All drafts, in the order of their names.
    package static let all: [LabelledDraft] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Drafts")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.compactMap { try? load($0) }
    }()

    private static func load(_ file: URL) throws -> LabelledDraft {
        let stem = file.deletingPathExtension()
        let rows = { (kind: String) throws -> [[String]] in
            let text = try String(contentsOf: stem.appendingPathExtension("\(kind).tsv"), encoding: .utf8)
            return text.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let lines = try rows("lines").compactMap { row -> Line? in
            guard row.count >= 2, let number = Int(row[0]) else { return nil }
            let cell = { (index: Int) in index < row.count ? row[index] : "" }
            return Line(
                number: number,
                kind: row[1],
                ordinal: Int(cell(2)),
                runIn: cell(4) == "true",
                accepted: Set(cell(5).split(separator: ",").map(String.init) + [row[1]]),
                isWrapped: cell(6) == "wrap"
            )
        }
        let gaps = try? rows("placeholders").compactMap { row -> Gap? in
            guard row.count >= 3, let line = Int(row[0]), let column = Int(row[1]) else { return nil }
            return Gap(line: line, column: column, sign: row[2])
        }
        return LabelledDraft(
            name: stem.lastPathComponent,
            bytes: [UInt8](try Data(contentsOf: file)),
            lines: lines,
            gaps: gaps.map { Set($0) }
        )
    }
}
