import Foundation

/// A page of Markdown with commands and what they print.
///
/// A block of code with a language and a file name makes that file. In a block with the language `console` every line
/// after `$ ` is a command; below it stand its standard output, its standard error with `! ` before each line, and its
/// exit status in brackets when it is not zero. A line `…` among them stands for any lines. Everything else is prose.
struct Transcript {
    /// What a page consists of.
    private enum Piece {
        case prose(String)
        case file(name: String, lines: [String])
        case commands([Command])
    }

    /// A command and what the page says that it prints.
    private struct Command {
        var text: String
        var lines: ArraySlice<String>
    }

    private let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while let line = lines.popFirst() {
            pieces.append(.prose(line))
            // A longer row of signs encloses what holds a shorter one.
            let fence = line.prefix { $0 == "`" }
            guard fence.count >= 3, line.count > fence.count else { continue }
            let block = Array(lines.prefix { $0 != fence })
            lines = lines.dropFirst(block.count)
            let words = line.dropFirst(fence.count).split(separator: " ").map(String.init)
            if words == ["console"] {
                pieces.append(.commands(Self.commands(block)))
            } else if words.count == 2 {
                pieces.append(.file(name: words[1], lines: block))
            } else {
                pieces += block.map { .prose($0) }
            }
            // The end of the block, so that it is not taken for the start of one.
            if let end = lines.popFirst() { pieces.append(.prose(end)) }
        }
        self.pieces = pieces
    }

    /// The commands of a block.
    private static func commands(_ block: [String]) -> [Command] {
        let starts = block.indices.filter { block[$0].hasPrefix("$ ") }
        return zip(starts, starts.dropFirst() + [block.endIndex]).map { start, end in
            Command(text: String(block[start].dropFirst(2)), lines: block[(start + 1)..<end])
        }
    }

    /// Whether lines are those of the page, in which a line `…` stands for any lines.
    private static func matches(_ lines: [String], _ page: ArraySlice<String>) -> Bool {
        var parts = page.split(separator: "…", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.popLast(), !parts.isEmpty else { return lines[...] == page }
        parts.removeFirst()
        guard lines.starts(with: first) else { return false }
        var rest = lines.dropFirst(first.count)
        for part in parts where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.suffix(last.count) == last
    }

    /// The page as it reads when the commands are run in `folder`.
    func replayed(in folder: URL) throws -> String {
        var lines: [String] = []
        for piece in pieces {
            switch piece {
            case .prose(let line):
                lines.append(line)
            case .file(let name, let content):
                let text = content.map { $0 + "\n" }.joined()
                let file = folder.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
                lines += content
            case .commands(let commands):
                for command in commands {
                    let outcome = try CommandRun(command.text, in: folder).outcome()
                    var found = outcome.output
                    found += outcome.errors.map { $0.isEmpty ? "!" : "! " + $0 }
                    if outcome.status != 0 { found.append("[\(outcome.status)]") }
                    lines.append("$ " + command.text)
                    lines += Self.matches(found, command.lines) ? Array(command.lines) : found
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}
