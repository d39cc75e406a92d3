import Foundation
import JSONSchemaTesting
import Testing

/// The page for those who add something shows what stands in files that are built and run.
@Suite("The page on extending")
struct ExtendingPageTests {
    private static let names = ["Documentation/Extending.md", "Documentation/Extending.zh-CN.md"]

    /// A block of code, without the indentation of the list that it stands in.
    private struct CodeBlock {
        /// What the comment above it says, such as `from PATH`.
        var note: String?
        var language: String
        var lines: [String]
    }

    private static func codeBlocks(_ name: String) throws -> [CodeBlock] {
        var blocks: [CodeBlock] = []
        var (note, open): (String?, (block: CodeBlock, indent: Int)?)
        for line in try Repository.text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            if case (var block, let indent)? = open {
                if text == "```" {
                    blocks.append(block)
                    open = nil
                } else {
                    block.lines.append(String(line.dropFirst(min(indent, line.count - text.count))))
                    open = (block, indent)
                }
            } else if text.hasPrefix("```") {
                open = (CodeBlock(note: note, language: String(text.dropFirst(3)), lines: []), line.count - text.count)
                note = nil
            } else if let comment = text.wholeMatch(of: /<!-- (.*) -->/) {
                note = String(comment.output.1)
            } else {
                note = nil
            }
        }
        #expect(open == nil)
        return blocks
    }

    /// The lines that follow one another; a line `…` stands for what is left out.
    private static func fragments(_ lines: [String]) -> [[String]] {
        lines.split(separator: "…").map(Array.init)
    }

    /// Where a fragment stands in a file from `start` on, in any indentation; the place behind it.
    private static func end(of fragment: [String], in file: [Substring], from start: Int) -> Int? {
        guard let first = fragment.first, file.count >= start + fragment.count else { return nil }
        return (start...file.count - fragment.count).first { place in
            let indent = file[place].count - first.count
            guard indent >= 0, file[place].prefix(indent).allSatisfy({ $0 == " " }) else { return false }
            return zip(file[place...], fragment).allSatisfy { line, wanted in
                line.dropFirst(wanted.isEmpty ? 0 : indent) == wanted && line.count - wanted.count <= indent
            }
        }
        .map { $0 + fragment.count }
    }

    @Test("both have the same headings, blocks of code and tables")
    func sameShape() throws {
        func shape(_ name: String) throws -> [String] {
            try Repository.text(name).split(separator: "\n").compactMap { line in
                line.hasPrefix("#") ? String(line.prefix { $0 == "#" }) : line.hasPrefix("|") ? "row" : nil
            }
        }
        #expect(try shape(Self.names[0]) == shape(Self.names[1]))
        let (english, chinese) = (try Self.codeBlocks(Self.names[0]), try Self.codeBlocks(Self.names[1]))
        #expect(english.map(\.lines) == chinese.map(\.lines))
        #expect(english.map(\.note) == chinese.map(\.note))
        #expect(english.map(\.language) == chinese.map(\.language))
    }

    @Test("links lead to files and headings", arguments: names)
    func links(name: String) throws {
        let text = try Repository.text(name)
        let headings = text.matches(of: /(?m)^#+ (.*)$/).map { match in
            match.output.1.lowercased().replacing(" ", with: "-").replacing(/[^\w\-]/, with: "")
        }
        for match in text.matches(of: /\]\(([^)]+)\)/) {
            let target = match.output.1
            if target.hasPrefix("#") {
                #expect(headings.contains(String(target.dropFirst())), "\(name) links \(target)")
            } else {
                #expect(Repository.exists("Documentation/" + target), "\(name) links \(target)")
            }
        }
    }

    @Test("the code stands in the files that are named", arguments: names)
    func excerpts(name: String) throws {
        let blocks = try Self.codeBlocks(name)
        #expect(blocks.count > 10)
        for block in blocks {
            guard let note = block.note else {
                // Without a file there are only commands.
                #expect(block.language == "console", "\(name): \(block.lines)")
                continue
            }
            guard note.hasPrefix("from ") else { continue }
            let file = try Repository.text(String(note.dropFirst(5))).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            var place = 0
            for fragment in Self.fragments(block.lines) {
                let end = Self.end(of: fragment, in: file, from: place)
                #expect(end != nil, "\(note) does not have, in this order:\n\(fragment.joined(separator: "\n"))")
                place = end ?? place
            }
        }
    }

    /// `Tests/OutOfTree/check.py` has the program and the stage say these lines.
    @Test("the lines of the exchange are valid", arguments: names)
    func exchange(name: String) throws {
        let protocolSchema = try JSONSchema(Repository.text("Documentation/Schemas/stage-protocol.schema.json"))
        let documentSchema = try JSONSchema(Repository.text("Documentation/Schemas/document.schema.json"))
        let blocks = try Self.codeBlocks(name).filter { $0.note?.hasPrefix("from") == false }
        #expect(blocks.map(\.lines.count) == [4, 1])
        for line in blocks.flatMap(\.lines) {
            let json = line.drop { $0 == "→" || $0 == "←" || $0 == " " }
            #expect(try protocolSchema.failures(String(json)) == [])
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            guard let document = object["document"] else { continue }
            let text = String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
            #expect(try documentSchema.failures(text) == [])
        }
    }

    @Test("every snippet has an article, and every article a snippet")
    func snippets() throws {
        let catalog = "Sources/Qinggao/Qinggao.docc"
        let articles = try Repository.names(in: catalog).filter { $0 != "Qinggao.md" }
        let snippets = try Repository.names(in: "Snippets")
        #expect(articles.map { $0.replacing(".md", with: ".swift") } == snippets)
        for article in articles {
            let text = try Repository.text("\(catalog)/\(article)")
            let name = article.replacing(".md", with: "")
            #expect(text.contains("@Snippet(path: \"Qinggao/Snippets/\(name)\""), "\(article) shows no snippet")
            #expect(text.contains("\nThe example prints:\n\n```text\n"), "\(article) does not say what is printed")
            #expect(try Repository.text("\(catalog)/Qinggao.md").contains("<doc:\(name)>"))
        }
    }
}
