import SummaryModel
import Testing

@testable import RowReading

/// Whatever the bytes are, reading ends: with rows, with problems, or with an error that says why.
@Suite struct BrokenFileTests {
    private static let samples: [(RowFormat?, String)] = [
        (.csv, "名称,人数,\"备注\"\r\n第一支部,12,\"含,逗号\"\"引号\"\"\"\n\n第二支部;9\t，x\n"),
        (.json, "[{\"a\":1.5e3,\"b\":[true,null,{\"c\":\"\\u6e05\\n\\ud842\\udfb7\"}]},{\"a\":-0}]"),
        (.ndjson, "{\"a\":1}\n{\"b\":\"清溪\",\"c\":{\"d\":[]}}\n\n{\"a\":false}"),
        (.yaml, "- {a: 1, b: [清溪, ~]}\n- a: |\n    x\n    y\n  c: 'q'\n---\nd: 2\n"), (nil, "a: 1\n---\nb: {c: d}\n"),
        (nil, "{\"a\": [1, 2, {\"b\": \"c\"}]}"),
    ]

    @Test("Broken text", arguments: 0..<samples.count)
    func text(_ number: Int) throws {
        let (format, text) = Self.samples[number]
        var generator = Generator(seed: UInt64(number))
        let marks = Array("\"'{}[],:;\\\n\r\t #-&*!%，u0eE.\u{0}".utf8) + [0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0xE6, 0x81]
        for _ in 0..<1_500 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = marks.randomElement(using: &generator) ?? 0
                case 1: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
                case 2: if bytes.count > 1 { bytes.remove(at: place) }
                default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0...8, using: &generator)))
                }
            }
            do {
                let source = try RowSource(bytes: bytes, format: format)
                var count = 0
                while let row = try source.next() {
                    if case .failure(let problem) = row {
                        #expect(!problem.message.zh.isEmpty && problem.position.line > 0)
                    }
                    count += 1
                    try #require(count <= bytes.count + 1)
                }
            } catch let error as RowReadingError {
                #expect(!error.message.en.isEmpty)
            }
        }
    }

    @Test("Broken formats of cells")
    func formats() {
        var generator = Generator(seed: 9)
        let signs = Array("yYmMdDhHsS0#.,%;\"\\_*[]年月日!?/E@ $-元e")
        for _ in 0..<20_000 {
            let code = String(
                (0..<Int.random(in: 0...10, using: &generator)).map { _ in signs.randomElement(using: &generator) ?? "0"
                }
            )
            let format = CellFormat(code: code)
            for value in ["0", "45356.75", "-1e300", "1e-300", "2958465", "x", "nan", "99999999999999999999"] {
                _ = format.shown(value, is1904: false)
            }
        }
    }
}
