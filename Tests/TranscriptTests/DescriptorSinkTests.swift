import Foundation
import RenderKit
import Testing

@testable import QinggaoCLI

@Suite("Writing to a descriptor")
struct DescriptorSinkTests {
    /// Writes two places that are filled later, the second first.
    private func write(to descriptor: Int32) throws {
        var sink = DescriptorSink(descriptor, path: "-")
        try sink.write("ab")
        let first = try #require(try sink.reserve(3))
        try sink.write("cd")
        let second = try #require(try sink.reserve(1))
        try sink.write("ef")
        try Array("2".utf8).withUnsafeBytes { try sink.fill(second, with: $0) }
        try sink.write("g")
        try Array("111".utf8).withUnsafeBytes { try sink.fill(first, with: $0) }
        try sink.write("h")
        try sink.flush()
    }

    @Test(
        "places in a file are filled, whether it is replaced or added to",
        arguments: [(O_TRUNC, "ab111cd2efgh"), (O_APPEND, "beforeab111cd2efgh"), (0, "ab111cd2efgh")]
    )
    func file(flags: Int32, content: String) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data("before".utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let descriptor = open(path.path, O_WRONLY | flags)
        try write(to: descriptor)
        close(descriptor)
        #expect(try String(contentsOf: path, encoding: .utf8) == content)
    }

    @Test("what follows a place waits until it is filled, where the descriptor cannot go back")
    func pipe() throws {
        let pipe = Pipe()
        try write(to: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        #expect(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "ab111cd2efgh")
    }
}
