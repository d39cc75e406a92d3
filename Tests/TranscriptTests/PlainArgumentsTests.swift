import ArgumentParser
import Testing

@testable import QinggaoCLI

/// What is read without the argument library must be what the library reads.
@Suite("Plain arguments")
struct PlainArgumentsTests {
    @Test(
        "the library reads the same",
        arguments: [
            "a.txt", "a.txt b.md -", "a.txt -o out.docx", "-o out/ a.txt --quiet", "a.txt --output - --to txt",
            "a.txt --config p.yaml --profile print --no-user-config --style s.yaml",
            "a.txt --data v.yaml --set 局=财政局 --set cleanup.keep=[2] --data w.csv",
            "--keep 1-3,7 --drop 4 a.txt --correct c.yaml --no-external", "a.txt --date 2024-12-31 --report r.json",
            "a.txt --strict --force --verbose --json --lang zh", "a.txt --allow-external --lang en",
        ]
    )
    func same(line: String) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let plain = try #require(RenderCommand(plain: arguments[...]))
        #expect(Self.values(of: plain) == Self.values(of: try RenderCommand.parse(arguments)))
    }

    @Test(
        "what is not plain is left to the library",
        arguments: [
            "", "--quiet", "a.txt -o", "a.txt -o -q", "a.txt --to=md", "a.txt --to md --to txt",
            "a.txt --quiet --quiet", "a.txt --help", "a.txt -h", "a.txt --version", "a.txt -- b.txt",
            "a.txt --unknown", "a.txt --lang fr", "a.txt --color never", "a.txt --date 2024-13-01",
            "a.txt --allow-external --no-external", "a.txt -oout.docx",
        ]
    )
    func notPlain(line: String) {
        #expect(RenderCommand(plain: line.split(separator: " ").map(String.init)[...]) == nil)
    }

    @Test("other commands by themselves are what the root finds")
    func commands() throws {
        for line in ["check a.txt --fix", "outline a.txt --json", "placeholders a.txt --to yaml"] {
            let arguments = line.split(separator: " ").map(String.init)
            let command = try #require(RootCommand.named(in: arguments))
            let wanted = try #require(try RootCommand.parseAsRoot(arguments) as? any ToolCommand)
            #expect(Self.values(of: command) == Self.values(of: wanted))
        }
        for line in ["help", "stages", "check --fix=", "outline --help", "render", "check a.txt --unknown"] {
            #expect(RootCommand.named(in: line.split(separator: " ").map(String.init)) == nil, "\(line)")
        }
    }

    /// Every property of a command with its value, those in groups of options too. A property without a value, which would
    /// end the program, is told by its own text.
    private static func values(of subject: Any, _ path: String = "") -> [String] {
        Mirror(reflecting: subject).children.flatMap { child -> [String] in
            let name = path + (child.label ?? "")
            let parsed = Mirror(reflecting: child.value).children.first { $0.label == "_parsedValue" }
            guard let parsed, let value = Mirror(reflecting: parsed.value).children.first else {
                return ["\(name) \(child.value)"]
            }
            return value.label == "value" && value.value is any ParsableArguments
                ? values(of: value.value, name + ".") : ["\(name) \(value.label ?? "") \(value.value)"]
        }
    }
}
