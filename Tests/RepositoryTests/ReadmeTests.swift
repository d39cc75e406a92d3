import Foundation
import Qinggao
import ReadKit
import StageKit
import SummaryModel
import Testing

@Suite("The two READMEs")
struct ReadmeTests {
    private static let names = ["README.md", "README.zh-CN.md"]

    /// The blocks of code, with their languages.
    private static func codeBlocks(_ text: String) -> [String] {
        text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// The levels of the headings.
    private static func headings(_ text: String) -> [Int] {
        text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }.flatMap { _, part in
            part.split(separator: "\n").filter { $0.hasPrefix("#") }.map { $0.prefix { $0 == "#" }.count }
        }
    }

    private static let manuals = ["Documentation/Manual.md", "Documentation/Manual.zh-CN.md"]

    @Test("they have the same headings and blocks of code, and so have the manuals", arguments: [names, manuals])
    func sameShape(names: [String]) throws {
        let (english, chinese) = (try Repository.text(names[0]), try Repository.text(names[1]))
        #expect(Self.headings(english) == Self.headings(chinese))
        let languages = [english, chinese].map { Self.codeBlocks($0).map { $0.prefix { $0 != "\n" } } }
        #expect(languages[0] == languages[1])
    }

    @Test("links lead to files", arguments: names + manuals + ["CONTRIBUTING.md", "Documentation/Architecture.md"])
    func links(name: String) throws {
        let folder = name.hasPrefix("Documentation/") ? "Documentation/" : ""
        for match in try Repository.text(name).matches(of: /\]\(([^)#:]+)\)/) {
            #expect(Repository.exists(folder + match.output.1), "\(name) links \(match.output.1)")
        }
    }

    @Test("the stage that they show is the one that is compiled here", arguments: names)
    func stage(name: String) throws {
        let file = try Repository.text("Tests/RepositoryTests/LongParagraphStage.swift")
        let shown = Self.codeBlocks(try Repository.text(name)).filter { $0.hasPrefix("swift\n") }
        #expect(shown.contains("swift\n" + file))
    }

    @Test("the stage works")
    func stageWorks() throws {
        let catalog = try StageCatalog().adding(LongParagraphStage.self)
        #expect(catalog["long-paragraph"] != nil)
        let draft = Array((String(repeating: "工作扎实推进。", count: 100) + "\n").utf8)
        let conversion = try DraftConversion(
            DraftFile(draft),
            through: Pipeline([LongParagraphStage(options: NoOptions())])
        )
        #expect(conversion.diagnostics.map(\.id) == ["long-paragraph.found"])
    }

    @Test("the pipeline that they show is that of the example", arguments: names)
    func pipeline(name: String) throws {
        let example = try Repository.text("Examples/pipeline.yaml")
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        let shown = Self.codeBlocks(try Repository.text(name)).filter { $0.hasPrefix("yaml\n") }
        #expect(shown.contains("yaml\n" + example + "\n"))
    }

    @Test("what the manuals show is in a transcript, which is run", arguments: manuals)
    func manual(name: String) throws {
        let pages = try Repository.names(in: "Tests/Transcripts").map { try Repository.text("Tests/Transcripts/" + $0) }
        let blocks = Self.codeBlocks(try Repository.text(name))
        #expect(blocks.count > 10)
        for block in blocks {
            let lines = block.split(separator: "\n").dropFirst()
            if block.hasPrefix("console\n") {
                for line in lines where line.hasPrefix("$ ") {
                    #expect(pages.contains { $0.contains("\n\(line)\n") }, "\(name): \(line)")
                }
            } else {
                #expect(
                    pages.contains { $0.contains("\n" + lines.joined(separator: "\n") + "\n```\n") },
                    "\(name): \(block)"
                )
            }
        }
    }
}
