import SummaryModel
import Testing
import XMLReading

@testable import OpenPackaging

@Suite("Parts by relationships")
struct PackagePartsTests {
    private static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

    private func parts(_ files: [(name: String, text: String)]) throws -> PackageParts {
        var package = Package()
        for file in files {
            let bytes = Array(file.text.utf8)
            package.add(try PackagePart(name: file.name, contentType: "application/xml", bytes: bytes))
        }
        var bytes: [UInt8] = []
        try package.write(to: { bytes.append(contentsOf: $0) })
        return try PackageParts(bytes, .standard)
    }

    private func relationships(_ rows: [(id: String, type: String, target: String)], mode: String = "") -> String {
        let elements = rows.map { #"<Relationship Id="\#($0.id)" Type="\#($0.type)" Target="\#($0.target)"\#(mode)/>"# }
        return "<Relationships>\(elements.joined())</Relationships>"
    }

    @Test("the main part and those that belong to it, in transitional and in strict files", arguments: [true, false])
    func families(isStrict: Bool) throws {
        let family = isStrict ? Self.strict : Self.transitional
        let main = [("r1", family + "officeDocument", "/text/Main.xml"), ("r2", "urn:officeDocument", "other.xml")]
        let others = [
            ("a", family + "styles", "styles.xml"), ("b", family + "image", "../media/./1.png"),
            ("c", family + "image", "../../../up.png"), ("d", "urn:styles", "own.xml"),
        ]
        let parts = try parts([
            ("_rels/.rels", relationships(main)), ("text/_rels/Main.xml.rels", relationships(others)),
            ("text/main.xml", "<m/>"),
        ])
        #expect(try parts.main() == "text/Main.xml")
        let relations = try parts.relations(of: "text/Main.xml")
        #expect(relations.map(\.id) == ["a", "b", "c"])
        #expect(relations.map(\.type) == ["styles", "image", "image"])
        #expect(relations.map(\.target) == ["text/styles.xml", "media/1.png", "up.png"])
        #expect(relations.allSatisfy { !$0.isExternal })
        // Names are the same when they differ in case only.
        #expect(try parts.bytes(of: "text/Main.xml") == Array("<m/>".utf8))
        #expect(try parts.relations(of: "text/other.xml").isEmpty)
    }

    @Test("an address outside is taken as it is")
    func addresses() throws {
        let type = Self.transitional + "hyperlink"
        let rows = [("l", type, "https://example.com/a/../b")]
        let parts = try parts([("_rels/.rels", relationships(rows, mode: #" TargetMode="External""#))])
        let relation = try #require(try parts.relations(of: "").first)
        #expect(relation.isExternal && relation.type == "hyperlink" && relation.target == "https://example.com/a/../b")
        #expect(try parts.main() == nil)
    }

    @Test("a property of the author is found by its name", arguments: ["custom-properties", "customProperties"])
    func properties(type: String) throws {
        let rows = [("p", Self.strict + type, "docProps/custom.xml")]
        let properties = """
            <Properties xmlns:vt="urn:vt"><property name="A"><vt:i4>1</vt:i4></property>\
            <property name="B"><vt:lpwstr>乙</vt:lpwstr></property><property name="C"/></Properties>
            """
        let parts = try parts([("_rels/.rels", relationships(rows)), ("docProps/custom.xml", properties)])
        #expect(try parts.property("A") == "1")
        #expect(try parts.property("B") == "乙")
        #expect(try parts.property("C") == "")
        #expect(try parts.property("D") == nil)
    }

    @Test("relationships that are no XML are refused with their part")
    func damage() throws {
        let parts = try parts([("_rels/.rels", "<Relationships><"), ("a/_rels/b.xml.rels", "<!DOCTYPE a><a/>")])
        func refused(_ source: String) -> String? {
            do throws(PackageReadingError) {
                _ = try parts.relations(of: source)
            } catch {
                if case .malformed(let name, _) = error { return name }
            }
            return nil
        }
        #expect(refused("") == "_rels/.rels")
        #expect(refused("a/b.xml") == "a/_rels/b.xml.rels")
    }
}
