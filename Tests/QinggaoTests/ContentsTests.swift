import Configuration
import OpenPackaging
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel
import Testing
import WordprocessingML

@Suite("Tables of contents")
struct ContentsTests {
    private static let draft = """
        清溪县档案馆2024年工作总结

        一年来，县档案馆各项工作稳步推进，现将有关情况总结如下。
        一、主要工作
        （一）夯实基础业务。全年接收档案，整理完毕。
        （二）推进数字化[^1]
        目录数据全部著录。
        1.著录数据
        按照规则著录。
        二、下一步打算
        引进专业人员，加强培训。

        [^1]: 不含照片。
        """

    private static let phrases = ["一、主要工作", "（一）夯实基础业务", "（二）推进数字化", "二、下一步打算"]

    private static func sheet(_ contents: ContentsStyle) throws -> StyleSheet {
        var sheet = try TestStyle.sheet()
        sheet.contents = contents
        sheet.paragraphStyles += sheet.missingContentsStyles
        return sheet
    }

    private func convert(_ draft: String, _ name: String = "a.md") throws -> DraftConversion {
        try DraftConversion(DraftFile(Array(draft.utf8), name: name), through: Pipeline([]))
    }

    private func render(
        _ contents: ContentsStyle = ContentsStyle(),
        _ draft: String = draft,
        to format: String = "docx",
        isPrinted: Bool = false
    ) throws -> (bytes: [UInt8], conversion: DraftConversion) {
        var conversion = try convert(draft)
        var sink = MemorySink()
        try conversion.render(
            try #require(RendererCatalog.standard[format]).init(),
            style: Self.sheet(contents),
            context: RenderContext(application: "test", isPrinted: isPrinted),
            into: &sink
        )
        return (sink.bytes, conversion)
    }

    private func main(_ bytes: [UInt8]) throws -> String {
        String(decoding: try #require(try PackageReader(bytes).read("word/document.xml")), as: UTF8.self)
    }

    private func matches(_ pattern: Regex<Substring>, in text: String) -> [String] {
        text.matches(of: pattern).map { String($0.output) }
    }

    /// The characters without blanks and how often each occurs.
    private func characters(_ text: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar.value > 0x20 {
            counts[scalar, default: 0] += 1
        }
        return counts
    }

    // MARK: .docx

    @Test("its lines are the phrases of the headings, each led to a place that there is, without a number")
    func lines() throws {
        let main = try main(render().bytes)
        let field = try #require(main.firstRange(of: #" TOC \o "1-2" \f C \l "1-2" \h \z \u "#)?.lowerBound)
        let list = main[field...].prefix(upTo: try #require(main.firstRange(of: "</w:sdtContent>")?.lowerBound))
        let texts = matches(/<w:t>[^<]*/, in: String(list)).map { String($0.dropFirst("<w:t>".count)) }
        #expect(texts == Self.phrases)
        #expect(matches(/<w:pStyle w:val="TOC\d"/, in: main).map { $0.dropLast().last } == ["1", "2", "2", "1"])
        let references = matches(/PAGEREF _Toc\d+/, in: main).map { $0.dropFirst("PAGEREF ".count) }
        let places = matches(/w:name="_Toc\d+/, in: main).map { $0.dropFirst("w:name=\"".count) }
        #expect(references.count == 4 && references == places)
    }

    @Test("the numbers of bookmarks are different")
    func identities() throws {
        let main = try main(
            render(ContentsStyle(), "# 总结\n\n## 一、<a id=\"x\">甲</a>[^1]\n\n见[甲](#x)。\n\n[^1]: 注。").bytes
        )
        let identities = matches(/<w:bookmarkStart w:id="\d+/, in: main)
        #expect(identities.count == 3 && Set(identities).count == 3)
    }

    @Test(
        "it stands below the title, or before everything on a page of its own",
        arguments: ContentsStyle.Place.allCases
    )
    func place(_ place: ContentsStyle.Place) throws {
        let main = try main(render(ContentsStyle(place: place)).bytes)
        let list = try #require(main.firstRange(of: "<w:sdt>")?.lowerBound)
        let title = try #require(main.firstRange(of: "w:val=\"Title\"")?.lowerBound)
        let lead = try #require(main.firstRange(of: "一年来")?.lowerBound)
        #expect(place == .ownPage ? list < title : title < list && list < lead)
        #expect(main.contains("<w:br w:type=\"page\"/>") == (place == .ownPage))
    }

    @Test("in a file that is printed at once the lines stand without the field, so that LibreOffice counts the pages")
    func printed() throws {
        let (bytes, conversion) = try render(isPrinted: true)
        let main = try main(bytes)
        #expect(!main.contains(" TOC ") && main.contains(" PAGEREF "))
        #expect(!conversion.diagnostics.contains { $0.id == "docx.contents" })
    }

    @Test(
        "Word asks at opening when the sheet wants it; otherwise a finding says what to do",
        arguments: [true, false]
    )
    func update(_ asks: Bool) throws {
        let (bytes, conversion) = try render(ContentsStyle(updatesOnOpening: asks))
        let settings = try #require(try PackageReader(bytes).read("word/settings.xml"))
        #expect(String(decoding: settings, as: UTF8.self).contains("<w:updateFields/>") == asks)
        #expect(conversion.diagnostics.contains { $0.id == "docx.contents" } != asks)
    }

    @Test("each document of a file has one of its own")
    func severalDocuments() throws {
        let document = { (name: String) in
            "\(name)县工作总结\n\n一年来，各项工作稳步推进。\n一、主要工作\n正文一段，内容如下。\n二、下一步打算\n正文二段，内容如下。\n\n\(name)县人民政府\n2024年12月3日\n\n"
        }
        let draft = document("甲") + "---\n\n" + document("乙")
        let main = try main(render(ContentsStyle(), draft).bytes)
        let scopes = matches(/\\b _Toc\d+/, in: main).map { $0.dropFirst("\\b ".count) }
        #expect(scopes.count == 2 && Set(scopes).count == 2)
        for scope in scopes { #expect(main.contains("w:name=\"\(scope)\"")) }
    }

    @Test("many documents of a file as well")
    func combined() throws {
        var rest = [try convert(Self.draft).document, try convert(Self.draft).document][...]
        var sink = MemorySink()
        try DocxCombination(style: Self.sheet(ContentsStyle()), context: RenderContext(application: "test"))
            .render(into: &sink) { _ in
            } next: {
                rest.popFirst()
            }
        let main = try main(sink.bytes)
        let identities = matches(/<w:bookmarkStart w:id="\d+/, in: main)
        // Four headings and one scope for each document, and the reference to the footnote of each.
        #expect(identities.count == 12 && Set(identities).count == 12)
    }

    // MARK: All formats

    @Test("what it shows is in the record of changes", arguments: ["docx", "html"])
    func conservation(_ format: String) throws {
        let (bytes, conversion) = try render(to: format)
        let shown = try format == "docx" ? DocxText.shown(in: bytes) : PageText.shown(in: bytes)
        var wanted = characters(Self.draft)
        for edit in conversion.edits {
            for (scalar, count) in characters(edit.before) { wanted[scalar, default: 0] -= count }
            for (scalar, count) in characters(edit.after) { wanted[scalar, default: 0] += count }
        }
        #expect(characters(shown) == wanted.filter { $0.value != 0 })
        #expect(conversion.edits.filter { $0.reason == "contents" }.map(\.after) == ["目录"] + Self.phrases)
    }

    @Test("it is no text of the file when that is read", arguments: ["docx", "html"], ContentsStyle.Place.allCases)
    func readBack(_ format: String, _ place: ContentsStyle.Place) throws {
        let (bytes, conversion) = try render(ContentsStyle(place: place), to: format)
        let again = try DraftConversion(DraftFile(bytes, name: "b.\(format)"), through: Pipeline([]))
        func text(_ document: Document) -> [String] {
            document.blocks.filter { $0.kind != .residue }.map {
                "\($0.kind.rawValue) \($0.shownText) \($0.startsPage)"
            }
        }
        #expect(text(again.document) == text(conversion.document))
    }

    @Test("formats without pages say that they have none", arguments: ["md", "txt"])
    func losses(_ format: String) throws {
        let (bytes, conversion) = try render(to: format)
        #expect(conversion.diagnostics.contains { $0.id == "\(format).contents" })
        #expect(!String(decoding: bytes, as: UTF8.self).contains("目录\n"))
    }

    @Test("a document without headings has none, and no sheet that comes with the program makes one")
    func none() throws {
        let (bytes, conversion) = try render(ContentsStyle(), "# 通知\n\n正文一段。")
        #expect(!(try main(bytes)).contains("<w:sdt>") && !conversion.diagnostics.contains { $0.id == "docx.contents" })
        for name in StyleLibrary.names { #expect(try StyleLibrary.sheet(.builtIn(name)).contents == nil) }
    }
}
