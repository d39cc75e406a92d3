import DraftReading
import ReadKit
import SummaryModel
import Testing

@Suite("Any bytes end in a reading or a clear error")
struct HostileInputTests {
    @Test(
        "binary files are refused by name",
        arguments: [
            ("%PDF-1.7\n", "PDF"), ("GIF89a", "picture"), ("Rar!abc", "archive"),
        ]
    )
    func binaries(_ start: String, _ name: String) throws {
        let error = #expect(throws: DraftError.self) { try DraftReader().read(text: Array(start.utf8)) }
        #expect(error?.message.en.contains(name) == true)
    }

    @Test("random bytes are refused or read, never a crash", arguments: 0..<200)
    func random(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let bytes = (0..<Int(seed % 97) * 13).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        if let reading = try? DraftReader().read(text: bytes) {
            #expect(String(validating: reading.source.utf8, as: UTF8.self) != nil)
        }
    }

    @Test(
        "nothing and blanks give an empty document",
        arguments: ["", "\n\n", " \u{3000}\u{FEFF}\n\t", "\u{0}\n\u{200B}"]
    )
    func empty(_ text: String) throws {
        #expect(try DraftReader().read(text: Array(text.utf8)).document.blocks.isEmpty)
    }

    @Test("a broken byte is shown as U+FFFD and reported with its place")
    func brokenByte() throws {
        let bytes = Array("年度工作总结\n全年召开会议".utf8) + [0xFF] + Array("三次。\n".utf8)
        let reading = try DraftReader().read(text: bytes)
        #expect(reading.diagnostics.map(\.id) == ["reading.invalid-bytes"])
        #expect(reading.diagnostics.first?.start == SourcePosition(line: 2, column: 7))
    }

    @Test("a very long line and very many lines are read")
    func large() throws {
        let long = String(repeating: "全年工作扎实推进，", count: 100_000)
        #expect(try DraftReader().read(text: Array(long.utf8)).document.blocks.count == 1)
        let many = String(repeating: "（一）加强学习。召开会议X次。\n", count: 20_000)
        #expect(try DraftReader().read(text: Array(many.utf8)).document.blocks.count == 20_000)
    }
}
