import ReadKit
import SummaryModel
import Testing

@testable import RowReading

/// What a source gives, in a form that tests compare.
struct Reading: Equatable {
    var rows: [[String: JSONValue]] = []
    var problems: [String] = []
    var lines: [Int?] = []

    init(_ bytes: [UInt8], _ format: RowFormat?, sheet: String? = nil, limits: Limits = .standard) throws {
        let source = try RowSource(bytes: bytes, format: format, sheet: sheet, limits: limits)
        while let row = try source.next() {
            switch row {
            case .success(let row):
                rows.append(Dictionary(uniqueKeysWithValues: row.fields.map { ($0.name, $0.value) }))
                lines.append(row.line)
            case .failure(let problem):
                problems.append("\(problem.number) \(problem.position.line):\(problem.position.column)")
            }
        }
    }

    init(_ text: String, _ format: RowFormat?, limits: Limits = .standard) throws {
        try self.init(Array(text.utf8), format, limits: limits)
    }
}

/// Why nothing could be read.
func failure(_ bytes: [UInt8], _ format: RowFormat?, sheet: String? = nil) -> RowReadingError? {
    do {
        _ = try Reading(bytes, format, sheet: sheet)
        return nil
    } catch {
        return error as? RowReadingError
    }
}

@Suite struct CSVRowsTests {
    @Test(
        "Separators",
        arguments: [",", ";", "\t", "，"]
    )
    func separators(_ separator: String) throws {
        let text = ["名称\(separator)人数", "第一支部\(separator)12", "第二支部\(separator)9"].joined(separator: "\n")
        let reading = try Reading(text, .csv)
        #expect(
            reading.rows == [
                ["名称": .string("第一支部"), "人数": .string("12")], ["名称": .string("第二支部"), "人数": .string("9")],
            ]
        )
    }

    @Test("Ends of lines", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let reading = try Reading("a,b\(end)1,2\(end)\(end)3,\"x\(end)y\"\(end)5,6", .csv)
        #expect(reading.rows.count == 3)
        #expect(reading.rows[1]["b"] == .string("x\(end)y"))
        #expect(reading.lines == [2, 4, 6])
    }

    @Test func quotationMarks() throws {
        let reading = try Reading("a,b\n\"x,\"\"y\"\"\",\"\"\n \"q\",r\"s\n", .csv)
        #expect(reading.rows[0] == ["a": .string("x,\"y\""), "b": .string("")])
        #expect(reading.rows[1] == ["a": .string(" \"q\""), "b": .string("r\"s")])
    }

    @Test func fewerAndMoreFields() throws {
        let reading = try Reading("a,b\n1\n1,2,3\n1,2,\n4,5\n", .csv)
        #expect(
            reading.rows == [
                ["a": .string("1")], ["a": .string("1"), "b": .string("2")], ["a": .string("4"), "b": .string("5")],
            ]
        )
        #expect(reading.problems == ["1 3:5"])
    }

    @Test func rowsWithoutTextAreNone() throws {
        let reading = try Reading("\n  \na,b\n,\n　,\n1,2\n\n", .csv)
        #expect(reading.rows.count == 1)
        #expect(reading.lines == [6])
    }

    @Test func aQuotationMarkThatIsOpenSpoilsOneRowOnly() throws {
        let reading = try Reading("a,b\n1,\"x\n2,y\n3,z\n", .csv)
        #expect(reading.problems == ["0 2:3"])
        #expect(reading.rows.map { $0["a"] } == [.string("2"), .string("3")])
    }

    @Test func textAfterAQuotationMark() throws {
        let reading = try Reading("a,b\n\"x\"y,1\n2,3\n", .csv)
        #expect(reading.problems == ["0 2:4"])
        #expect(reading.rows.count == 1)
    }

    @Test(
        "Heads that name nothing or the same twice",
        arguments: [("a,b,a\n1,2,3", "1, 3"), ("a,,b\n1,2,3", "2"), (" a,a \n1,2", "1, 2")]
    )
    func heads(_ text: String, _ columns: String) {
        #expect(failure(Array(text.utf8), .csv)?.message.en.contains(columns) == true)
    }

    @Test("Nothing to read", arguments: ["", "\n\n", "  ,  \n"])
    func nothing(_ text: String) { #expect(failure(Array(text.utf8), .csv) != nil) }

    @Test(
        "Encodings",
        arguments: [DraftEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian]
    )
    func encodings(_ encoding: DraftEncoding) throws {
        // Long enough for several pieces, with ASCII for the first of them.
        let head = "名称,说明\n"
        let ascii = String(repeating: "a,b\n", count: 70_000)
        let han = String(repeating: "清溪县档案馆,全年接待群众一百二十户\n", count: 9_000)
        for text in [head + han, "name,note\n" + ascii + han] {
            let encoded = try #require(encoding.encode(Array(text.utf8)))
            let mark: [UInt8] =
                switch encoding {
                case .utf8: [0xEF, 0xBB, 0xBF]
                case .utf16LittleEndian: [0xFF, 0xFE]
                case .utf16BigEndian: [0xFE, 0xFF]
                case .gb18030: []
                }
            let reading = try Reading(mark + encoded, .csv)
            #expect(reading.problems == [])
            #expect(reading.rows == (try Reading(text, .csv)).rows)
            #expect(reading.rows.last?.values.contains(.string("全年接待群众一百二十户")) == true)
        }
    }

    @Test func bytesThatAreNoCharactersSpoilOneRowOnly() throws {
        let bytes = Array("名称,数\n清溪,1\n".utf8) + [0xE6, 0xB8, 0x2C, 0x32, 0x0A] + Array("石桥,3\n".utf8)
        let reading = try Reading(bytes, .csv)
        #expect(reading.rows.map { $0["数"] } == [.string("1"), .string("3")])
        #expect(reading.problems == ["1 3:1"])
    }

    @Test func aFieldOfOneMegabyte() throws {
        let field = String(repeating: "长", count: 350_000)
        let reading = try Reading("a,b\n1,\"\(field)\"\n2,x\n", .csv)
        #expect(reading.rows.count == 2)
        #expect(reading.rows[0]["b"] == .string(field))
    }

    @Test func aRowAboveTheLimit() throws {
        var limits = Limits()
        limits.rowBytes = 1 << 20
        let field = String(repeating: "x", count: 3 << 20)
        let reading = try Reading("a,b\n1,\(field)\n2,y\n", .csv, limits: limits)
        #expect(reading.problems == ["0 2:1"])
        #expect(reading.rows == [["a": .string("2"), "b": .string("y")]])
    }

    @Test func whatIsNoText() {
        #expect(
            failure([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600), .csv) != nil
        )
        #expect(failure(Array("%PDF-1.7\n%\u{1}\u{2}".utf8), .csv) != nil)
    }

    /// Any fields, written by the rules of RFC 4180, are read as they were.
    @Test("What is written is read", arguments: 0..<20)
    func roundTrip(_ seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let characters = Array("ab,;\"\n\r\t ，清0")
        var expected: [[String]] = []
        for _ in 0..<200 {
            expected.append(
                (0..<3).map { _ in
                    String(
                        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                            characters.randomElement(using: &generator) ?? "a"
                        }
                    )
                }
            )
        }
        var text = "x,y,z\n"
        for row in expected {
            text +=
                row.map {
                    "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                }
                .joined(separator: ",") + "\n"
        }
        let shown = expected.filter { !$0.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        let source = try RowSource(bytes: Array(text.utf8), format: .csv)
        var index = 0
        while let row = try source.next() {
            #expect(try row.get().fields.map(\.value) == shown[index].map { .string($0) })
            index += 1
        }
        #expect(index == shown.count)
    }
}

/// SplitMix64: the same numbers on every run.
struct Generator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
