import Foundation
import Qinggao
import QinggaoCLI
import RenderKit
import StageKit

/// One command of a transcript: `qinggao` in this process, anything else by the shell.
struct CommandRun {
    /// What a command did.
    struct Outcome {
        var output: [String]
        var errors: [String]
        var status: Int32
    }

    private let command: String
    private let folder: URL

    init(_ command: String, in folder: URL) {
        self.command = command
        self.folder = folder
    }

    /// Runs the command.
    func outcome() throws -> Outcome {
        let streams = folder.deletingLastPathComponent()
        let output = streams.appendingPathComponent("output")
        let errors = streams.appendingPathComponent("errors")
        let words = Self.words(of: command)
        let status =
            words.contains("qinggao")
            ? try runProgram(words, output: output.path, errors: errors.path)
            : try runShell(output: output, errors: errors)
        return Outcome(output: try Self.lines(of: output), errors: try Self.lines(of: errors), status: status)
    }

    /// `NAME=value … qinggao argument … [< file] [> file]`
    private func runProgram(_ words: [String], output: String, errors: String) throws -> Int32 {
        var environment = ["LANG": "en_US.UTF-8"]
        var arguments: [String] = []
        var (input, result) = ("/dev/null", output)
        for stream in [output, errors] { try Data().write(to: URL(fileURLWithPath: stream)) }
        var rest = words[...]
        while let word = rest.popFirst(), word != "qinggao" {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { environment[parts[0]] = parts[1] }
        }
        while let word = rest.popFirst() {
            switch word {
            case "<": input = rest.popFirst() ?? input
            case ">": result = rest.popFirst() ?? result
            default: arguments.append(word)
            }
        }
        let before = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(folder.path) else { throw CocoaError(.fileNoSuchFile) }
        defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
        let descriptors = [
            open(input, O_RDONLY), open(result, O_WRONLY | O_CREAT | O_TRUNC, 0o644), open(errors, O_WRONLY),
        ]
        defer { for descriptor in descriptors { close(descriptor) } }
        let streams = descriptors.map { Session.Stream(descriptor: $0, isTerminal: false) }
        return CommandLineTool(readers: .standard, stages: .standard, renderers: .standard)
            .run(arguments, environment: environment, output: streams[1], errors: streams[2], input: streams[0])
    }

    private func runShell(output: URL, errors: URL) throws -> Int32 {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "(\(command)) >'\(output.path)' 2>'\(errors.path)'"]
        shell.currentDirectoryURL = folder
        try shell.run()
        shell.waitUntilExit()
        return shell.terminationStatus
    }

    /// The words of a command; quotation marks hold a word together.
    private static func words(of command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in command {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character == " " {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// The lines of a stream, times left out.
    private static func lines(of file: URL) throws -> [String] {
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if text.hasSuffix("\n") { text.removeLast() }
        if text.isEmpty { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false)

            .map { String($0).replacing(/[0-9]+\.[0-9]{3} ms/, with: "(time) ms") }
            .map { $0.replacing(/"milliseconds" : [0-9.]+/, with: "\"milliseconds\" : (time)") }
    }
}
