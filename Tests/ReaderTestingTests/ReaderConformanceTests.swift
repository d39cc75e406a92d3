import ReadKit
import ReaderTesting
import SummaryModel
import Synchronization
import Testing

@Suite("The check of readers finds what is wrong")
struct ReaderConformanceTests {
    /// Reads plain text.
    struct LineReader: Reader {
        static let format = "lines"
        static let summary = LocalizedText(zh: "逐行文字", en: "Line by line.")
        static let extensions = ["lines"]
        static func recognition(of file: DraftFile) -> Recognition { .possible }
        init() {}
        func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
            try Draft(text: file.bytes, format: Self.format)
        }
    }

    /// Loses the last line, speaks one language where it refuses, has a bad name, and knows nothing.
    struct LossyReader: Reader {
        static let format = "Lossy"
        static let summary = LocalizedText(zh: "丢行。", en: "Loses lines")
        static let extensions = ["LOSSY"]
        static func recognition(of file: DraftFile) -> Recognition { .none }
        init() {}
        func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
            var lines = file.bytes.split(separator: 0x0A)
            guard lines.count > 1 else { throw DraftError(LocalizedText(zh: "", en: "too short")) }
            lines.removeLast()
            return try Draft(text: Array(lines.joined(separator: [0x0A])), format: Self.format)
        }
    }

    /// Leaves a byte-order mark in the text, takes a line end for a character, and calls syntax what is not there when a
    /// file has no line end.
    struct CarelessReader: Reader {
        static let format = "careless"
        static let summary = LocalizedText(zh: "粗疏", en: "Takes no care.")
        static let extensions = ["careless"]
        static func recognition(of file: DraftFile) -> Recognition { .likely }
        init() {}
        func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
            var bytes: [UInt8] = []
            // Keeps CR where a CRLF stands, as a text character.
            for byte in file.bytes { bytes += byte == 0x0D ? Array("␍".utf8) : [byte] }
            let source = SourceText(String(decoding: bytes, as: UTF8.self))
            var draft = Draft(source: source, format: Self.format)
            if !bytes.contains(0x0A) { draft.syntax = [SourceRange(0, source.utf8.count + 1)] }
            let message = LocalizedText(zh: "没有列出", en: "not listed")
            draft.diagnostics = [Diagnostic(id: "reading.surprise", severity: .info, message: message)]
            return draft
        }
    }

    /// Counts how often it reads, which nobody should notice.
    struct CountingReader: Reader {
        private static let count = Mutex(0)
        static let format = "counting"
        static let summary = LocalizedText(zh: "计数", en: "Counts.")
        static let extensions = ["counting"]
        static func recognition(of file: DraftFile) -> Recognition { .likely }
        init() {}
        func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
            let number = Self.count.withLock { count in
                count += 1
                return count
            }
            return Draft(source: SourceText("第\(number)次"), format: Self.format)
        }
    }

    private static let sample = Array("年度总结\n一、加强学习\n全年三次。\n".utf8)

    private static func failures(_ type: any Reader.Type, recognition: Recognition = .likely) -> [String] {
        ReaderConformance.failures(
            of: type,
            samples: [DraftFile(sample, name: "draft.x")],
            recognition: recognition,
            writing: { Array(($0.joined(separator: "\n") + "\n").utf8) }
        )
    }

    @Test("a reader that keeps all is right")
    func right() {
        #expect(Self.failures(LineReader.self, recognition: .possible) == [])
    }

    @Test("the same seed gives the same files")
    func seeded() {
        #expect(Self.failures(LossyReader.self) == Self.failures(LossyReader.self))
    }

    @Test(
        "each fault is found",
        arguments: [
            "'Lossy' is not made of lower-case words with hyphens",
            "'LOSSY' is not made of lower-case words with hyphens",
            "the summary of the format ends with 。 in 'zh'", "the summary of the format has no stop at its end in 'en'",
            "draft.x: the reader is no surer of it than 'none'", "the refusal has no wording in 'zh'",
            "written line by line: the line '末行' is lost or changed",
        ]
    )
    func lossy(words: String) {
        let failures = Self.failures(LossyReader.self)
        #expect(failures.contains { $0.contains(words) }, "\(failures.prefix(3))")
    }

    @Test(
        "what happens to bytes is found",
        arguments: [
            "with CRLF: the line", "with a byte-order mark: the line", "syntax stands outside the text",
            "the finding 'reading.surprise' is not listed",
        ]
    )
    func careless(words: String) {
        let failures = Self.failures(CarelessReader.self)
        #expect(failures.contains { $0.contains(words) }, "\(failures.prefix(3))")
    }

    @Test("a reading that is another the next time is found")
    func counting() {
        #expect(Self.failures(CountingReader.self).contains { $0.hasSuffix("another draft comes of it the next time") })
    }

    @Test("a check without samples is none")
    func noSamples() {
        #expect(ReaderConformance.failures(of: LineReader.self, samples: []) == ["there are no samples"])
    }
}
