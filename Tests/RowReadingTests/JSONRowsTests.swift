import SummaryModel
import Testing

@testable import RowReading

@Suite struct JSONRowsTests {
    private static let expected: [[String: JSONValue]] = [
        ["a": .integer(1), "b": .string("清溪\n\"县\"")], ["a": .number(2.5), "b": .array([.bool(true), .null])],
        ["b": .object(["c": .string("𠮷")])],
    ]

    private static let rows = [
        #"{"a": 1, "b": "清溪\n\"\u53bf\""}"#, #"{"a":2.5,"b":[true , null]}"#, #"{"b":{"c":"\ud842\udfb7"}}"#,
    ]

    @Test(
        "A list, one after the other, and lines",
        arguments: [
            (RowFormat.json, "[" + rows.joined(separator: ",\n") + "]\n"), (.json, rows.joined(separator: " ")),
            (.ndjson, rows.joined(separator: "\n")), (.ndjson, rows.joined(separator: "\r\n\r\n") + "\n"),
            (nil, rows.joined(separator: "\n")), (.ndjson, " [" + rows.joined(separator: ",") + "]"),
        ] as [(RowFormat?, String)]
    )
    func forms(_ format: RowFormat?, _ text: String) throws {
        let reading = try Reading(text, format)
        #expect(reading.problems == [])
        #expect(reading.rows == Self.expected)
    }

    @Test func oneObjectOverSeveralLines() throws {
        let reading = try Reading("{\n  \"名称\": \"第一支部\",\n  \"人数\": 12\n}\n", nil)
        #expect(reading.rows == [["名称": .string("第一支部"), "人数": .integer(12)]])
    }

    @Test func numbersStayAsTheyAreWritten() throws {
        let reading = try Reading(#"{"a":1.50,"b":12345678901234567890,"c":1e3,"d":-0,"e":-7,"f":0.1}"#, .json)
        #expect(
            reading.rows == [
                [
                    "a": .string("1.50"), "b": .string("12345678901234567890"), "c": .string("1e3"), "d": .string("-0"),
                    "e": .integer(-7), "f": .number(0.1),
                ]
            ]
        )
    }

    @Test(
        "A broken line does not stop the others",
        arguments: [
            (#"{"a":1"#, "1 2:1"), (#"{"a" 1}"#, "1 2:6"), (#"{"a":1,"a":2}"#, "1 2:8"),
            (#"{"a":{"b":1,"b":2}}"#, "1 2:13"),
            (#"{"a":1} x"#, "1 2:9"), ("[1]", "1 2:1"), ("12", "1 2:1"), (#"{"a":"\q"}"#, "1 2:7"),
            (#"{"a":"\ud800"}"#, "1 2:7"), (#"{"a":01}"#, "1 2:7"), ("{\"a\":\"x", "1 2:8"),
            ("{\"a\":\"\u{1}\"}", "1 2:7"),
        ]
    )
    func brokenLines(_ line: String, _ place: String) throws {
        let reading = try Reading("{\"a\":0}\n\(line)\n{\"a\":9}\n", .ndjson)
        #expect(reading.rows == [["a": .integer(0)], ["a": .integer(9)]])
        if line != #"{"a":1"# { #expect(reading.problems == [place]) } else { #expect(reading.problems.count == 1) }
    }

    @Test(
        "A broken element of a list does not stop the others",
        arguments: [#"{"a" 1}"#, #"{"a":1,"a":2}"#, "[1]", "12", #"{"a":"\q"}"#, #"{"a":{"b":1,"b":"},{"}}"#]
    )
    func brokenElements(_ element: String) throws {
        let reading = try Reading("[{\"a\":0},\(element),{\"a\":9}]", .json)
        #expect(reading.rows == [["a": .integer(0)], ["a": .integer(9)]])
        #expect(reading.problems == ["1 1:\(reading.problems.first?.split(separator: ":").last ?? "")"])
    }

    @Test(
        "A list that is cut off",
        arguments: ["[", "[{\"a\":0}", "[{\"a\":0},", "[{\"a\":0},{\"a\":", "[{\"a\":0}] x", "[{\"a\":0} {}]"]
    )
    func cutOff(_ text: String) throws {
        let reading = try Reading(text, .json)
        #expect(reading.rows == (text == "[" ? [] : [["a": .integer(0)]]))
        #expect(reading.problems.count == 1)
    }

    @Test func nesting() throws {
        let deep = String(repeating: "[", count: 100_000)
        let reading = try Reading("{\"a\":\(deep)\n{\"a\":1}\n", .ndjson)
        #expect(reading.rows == [["a": .integer(1)]])
        #expect(reading.problems.count == 1)
    }

    @Test func invalidBytes() throws {
        let reading = try Reading(
            Array("{\"a\":\"清\"}\n{\"a\":\"".utf8) + [0xE6, 0xB8] + Array("\"}\n{\"a\":2}".utf8),
            .ndjson
        )
        #expect(reading.rows == [["a": .string("清")], ["a": .integer(2)]])
    }

    /// Rows that are larger than what is read at once, and many of them.
    @Test func rowsOfAnySize() throws {
        let long = String(repeating: "长", count: 400_000)
        let text =
            "[" + (0..<2_000).map { "{\"n\":\($0),\"t\":\"\($0 == 1000 ? long : "短")\"}" }.joined(separator: ",\n")
            + "]"
        let reading = try Reading(text, .json)
        #expect(reading.problems == [])
        #expect(reading.rows.count == 2_000)
        #expect(reading.rows[1000]["t"] == .string(long))
        #expect(reading.lines == (1...2_000).map { $0 })
    }
}
