import SummaryModel
import Testing

@testable import RowReading

@Suite struct YAMLRowsTests {
    @Test(
        "A list, documents, one mapping",
        arguments: [
            "- { a: 1, b: 清溪 }\n- a: 1.50\n  b: [是, null]\n", "a: 1\nb: 清溪\n---\na: 1.50\nb:\n  - 是\n  - ~\n",
            "---\n- {a: 1, b: '清溪'}\n---\n- {a: 1.50, b: [是, ]}\n",
        ]
    )
    func forms(_ text: String) throws {
        let reading = try Reading(text, .yaml)
        #expect(reading.problems == [])
        #expect(reading.rows.first == ["a": .integer(1), "b": .string("清溪")])
        #expect(reading.rows.last?["a"] == .string("1.50"))
        #expect(reading.rows.count == 2)
        #expect(try Reading(text, nil).rows.count == 2)
    }

    @Test(
        "A row that cannot be used does not stop the others",
        arguments: [
            ("{a: 1, a: 2}", "1 2:10"), ("x", "1 2:3"), ("[1]", "1 2:3"), ("{a: &x 1}", "1 2:7"),
            ("{a: {b: 1, b: 2}}", "1 2:14"),
        ]
    )
    func brokenRows(_ row: String, _ place: String) throws {
        let reading = try Reading("- {a: 0}\n- \(row)\n- {a: 9}\n", .yaml)
        #expect(reading.rows == [["a": .integer(0)], ["a": .integer(9)]])
        #expect(reading.problems == [place])
    }

    @Test func brokenSyntaxEndsTheReading() throws {
        let reading = try Reading("- {a: 0}\n- {a: 1\n- b: }\n", .yaml)
        #expect(reading.rows == [["a": .integer(0)]])
        #expect(reading.problems.count == 1)
    }

    @Test func manyRows() throws {
        let text = (0..<5_000).map { "- { n: \($0), 名称: 第\($0)支部 }\n" }.joined()
        #expect(try Reading(text, .yaml).rows.count == 5_000)
    }

    @Test(
        "Formats by name",
        arguments: [
            ("a.CSV", RowFormat.csv), ("a.tsv", .csv), ("a.json", .json), ("a.jsonl", .ndjson), ("b.ndjson", .ndjson),
            ("c.yml", .yaml), ("数据.xlsx", .xlsx), ("a.txt", nil), ("csv", nil),
        ] as [(String, RowFormat?)]
    )
    func formats(_ name: String, _ format: RowFormat?) { #expect(RowFormat(fileName: name) == format) }

    @Test(
        "Formats by content",
        arguments: [("a,b\n1,2\n", RowFormat.csv), ("a:\n  1\n", .yaml), ("名称;数: x\n1;2\n", .csv)]
    )
    func contents(_ text: String, _ format: RowFormat) throws {
        #expect(try RowSource(bytes: Array(text.utf8)).format == format)
    }
}
