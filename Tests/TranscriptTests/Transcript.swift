import Foundation

/// A page of Markdown with commands and what they print.
///
/// A block of code with a language and a file name makes that file. In a block with the language `console` every line
/// after `$ ` is a command; below it stand its standard output, its standard error with `! ` before each line, and its
/// exit status in brackets when it is not zero. Everything else is prose.
struct Transcript {
    /// What a page consists of.
    private enum Piece {
        case prose(String)
        case file(name: String, lines: [String])
        case commands([String])
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
                pieces.append(.commands(block.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }))
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

    /// The page as it reads when the commands are run in `folder`.
    func replayed(in folder: URL) throws -> String {
        var lines: [String] = []
        for piece in pieces {
            switch piece {
            case .prose(let line):
                lines.append(line)
            case .file(let name, let content):
                let text = content.map { $0 + "\n" }.joined()
                try Data(text.utf8).write(to: folder.appendingPathComponent(name))
                lines += content
            case .commands(let commands):
                for command in commands {
                    let outcome = try CommandRun(command, in: folder).outcome()
                    lines.append("$ " + command)
                    lines += outcome.output
                    lines += outcome.errors.map { $0.isEmpty ? "!" : "! " + $0 }
                    if outcome.status != 0 { lines.append("[\(outcome.status)]") }
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}
