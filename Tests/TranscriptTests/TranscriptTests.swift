import Foundation
import Testing

/// The transcripts under `Tests/Transcripts`, replayed. `RECORD=1` writes what was found into the page; the test fails
/// all the same, so that a recorded page is read before it is believed.
///
/// The commands run in this process, which changes its current folder meanwhile; no other test uses relative paths.
@Suite("Transcripts", .serialized)
struct TranscriptTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Transcripts")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".md") && $0 != "README.md" }
        .filter { $0 != "full-disk.md" || FileManager.default.fileExists(atPath: "/dev/full") }
        .sorted()

    @Test("there are transcripts")
    func notEmpty() {
        #expect(!Self.names.isEmpty)
    }

    @Test("commands print what the transcript shows", arguments: names)
    func replay(name: String) throws {
        let page = Self.folder.appendingPathComponent(name)
        let expected = try String(contentsOf: page, encoding: .utf8)
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("transcript-\(UUID().uuidString)")
        let work = place.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let found = try Transcript(expected).replayed(in: work)
        guard found != expected else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try found.write(to: page, atomically: true, encoding: .utf8)
        }
        Issue.record("\(name) reads differently:\n\(Self.differences(expected, found))")
    }

    /// The lines that are not in both texts.
    private static func differences(_ expected: String, _ found: String) -> String {
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = found.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.difference(from: wanted).map { change in
            switch change {
            case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
            }
        }.joined(separator: "\n")
    }
}
