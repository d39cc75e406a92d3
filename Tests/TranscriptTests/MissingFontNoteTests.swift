import Foundation
import Qinggao
import Testing

@testable import QinggaoCLI

/// Programs of the machine are played by scripts.
@Suite("Fonts that the machine lacks")
struct MissingFontNoteTests {
    /// What `render` says to the user while it makes a PDF on a machine that has fonts of these names only.
    private func messages(fonts: String, language: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        let programs = folder.appendingPathComponent("bin")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = """
            for word do
                [ "$previous" = --outdir ] && out=$word
                previous=$word
            done
            mkdir -p "$out" && echo '%PDF-1.7' > "$out/draft.pdf"
            """
        for (name, script) in [("soffice", office), ("fc-list", "printf '\(fonts)'"), ("fc-match", "exit 1")] {
            let path = programs.appendingPathComponent(name).path
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        let draft = folder.appendingPathComponent("draft.txt")
        try Data("工作总结\n\n正文。\n".utf8).write(to: draft)
        let errors = folder.appendingPathComponent("errors")
        let null = open("/dev/null", O_RDWR)
        let messages = open(errors.path, O_WRONLY | O_CREAT, 0o644)
        defer { for descriptor in [null, messages] { close(descriptor) } }
        let streams = [null, messages].map { Session.Stream(descriptor: $0, isTerminal: false) }
        let status = CommandLineTool(readers: .standard, stages: .standard, renderers: .standard)
            .run(
                ["render", draft.path, "--to", "pdf", "--lang", language],
                environment: ["PATH": "\(programs.path):/usr/bin:/bin", "HOME": folder.path],
                output: streams[0],
                errors: streams[1],
                input: streams[0]
            )
        #expect(status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("draft.pdf").path))
        return try String(contentsOf: errors, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("render names them before it makes pages")
    func missing() throws {
        let notes = try messages(fonts: "FangSong_GB2312,仿宋_GB2312\\nTimes New Roman\\n", language: "en")
        let note = try #require(notes.first { $0.hasPrefix("note: this machine lacks the fonts ") })
        #expect(note.contains("'qinggao styles gbt9704 --fonts'"))
        #expect(note.contains("黑体") && !note.contains("仿宋_GB2312") && !note.contains("Times New Roman"))
        #expect(try messages(fonts: "SimSun\\n", language: "zh").contains { $0.hasPrefix("提示：本机没有字体 ") })
    }

    @Test("where all are there, nothing is said")
    func complete() throws {
        let all = "方正小标宋简体\\n仿宋_GB2312\\n黑体\\n楷体_GB2312\\n宋体\\nTimes New Roman\\n"
        #expect(try messages(fonts: all, language: "en").allSatisfy { !$0.contains("fonts") })
    }
}
