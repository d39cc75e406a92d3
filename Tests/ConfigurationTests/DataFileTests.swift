import Foundation
import StageKit
import SummaryModel
import Testing
@testable import Configuration

@Suite("Data files")
struct DataFileTests {
    private func pairs(_ text: String, _ path: String = "数据.csv") throws -> [String] {
        try pairs(Array(text.utf8), path)
    }

    private func pairs(_ bytes: [UInt8], _ path: String = "数据.csv") throws -> [String] {
        try DataFile.read(bytes, path: path).entries?.map { "\($0.key)=\($0.value.text ?? $0.value.typeName.en)" } ?? []
    }

    private func problem(_ text: String) -> ConfigurationProblem? {
        do {
            _ = try DataFile.read(Array(text.utf8), path: "data.csv")
            return nil
        } catch {
            return error.problems.first
        }
    }

    private static let sheet = "键,类型,值,行,所在句子\r\n会议_次,数量,12,3,\"召开会议⟦X⟧次，有\"\"力\"\"推动\"\r\n培训_期,数量,,4,\r\n"

    @Test(
        "a sheet in every encoding",
        arguments: ["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "gb18030"]
    )
    func encodings(_ name: String) throws {
        let bytes: [UInt8]
        switch name {
        case "utf-8": bytes = Array(Self.sheet.utf8)
        case "utf-8 with mark": bytes = [0xEF, 0xBB, 0xBF] + Array(Self.sheet.utf8)
        case "utf-16": bytes = [0xFF, 0xFE] + Self.sheet.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "utf-16 big-endian":
            bytes = [0xFE, 0xFF] + Self.sheet.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        // 键,值\r\n会议_次,12\r\n, as the bytes of GB18030.
        default:
            bytes =
                [0xBC, 0xFC, 0x2C, 0xD6, 0xB5, 0x0D, 0x0A, 0xBB, 0xE1, 0xD2, 0xE9, 0x5F, 0xB4, 0xCE]
                + Array(",12\r\n".utf8)
        }
        #expect(try pairs(bytes) == ["会议_次=12"])
    }

    @Test(
        "fields as spreadsheets write them",
        arguments: [
            ("key,value\na,1\n", ["a=1"]), ("Key,Value\na,\"1,5\"\n", ["a=1,5"]), ("key;value\na;1\n", ["a=1"]),
            ("key\tvalue\na\t1\n", ["a=1"]), ("key,value\na,\"x \"\"y\"\"\"\n", ["a=x \"y\""]),
            ("key,value\r\na, 1 \r\n,\r\n", ["a=1"]),
            ("key,value\na,1", ["a=1"]), ("value,key\n1,a\n", ["a=1"]), ("key,value\n#3,5\n", ["#3=5"]), ("", []),
            ("key,value\n", []),
        ]
    )
    func fields(_ text: String, _ expected: [String]) throws {
        #expect(try pairs(text) == expected)
    }

    @Test("any other table is a list of records under the name of the file")
    func records() throws {
        let value = try DataFile.read(Array("名称,人数\n第一支部,12\n第二支部,9\n".utf8), path: "work/各支部.csv")
        let records = try #require(value["各支部"]?.elements)
        #expect(records.map { $0["名称"]?.text } == ["第一支部", "第二支部"])
        #expect(records[1]["人数"]?.place.position == SourcePosition(line: 3, column: 6))
    }

    @Test(
        "what is wrong has a place",
        arguments: [
            ("key,value\na,\"1\n", 2, 3), ("key,value\na,\"1\"x\n", 2, 6), ("key,value\na,1\na,2\n", 3, 1),
            ("a,b,a\n1,2,3\n", 1, 5),
            ("a,\n1,2\n", 1, 3), ("a,b\n1,2,3\n", 2, 5), ("键,值\n\"甲\n乙\",1\n甲,\"2\n", 4, 3),
        ]
    )
    func problems(_ text: String, _ line: Int, _ column: Int) {
        #expect(problem(text)?.place.position == SourcePosition(line: line, column: column))
    }

    @Test("YAML and JSON in other encodings")
    func yaml() throws {
        #expect(try pairs([0xBB, 0xE1, 0xD2, 0xE9] + Array(": 12\n".utf8), "data.yaml") == ["会议=12"])
        #expect(try pairs("{\"会议\": 12}", "data.json") == ["会议=12"])
        #expect(throws: ConfigurationError.self) {
            try DataFile.read([0x50, 0x4B, 3, 4, 0, 0, 0, 0], path: "data.yaml")
        }
    }
}
