import Foundation
import RowReading
import SummaryModel
import Testing

/// Lines that come through a pipe, whose sender waits for the answer to one before it sends the next.
@Suite("Requests")
struct RequestTests {
    @Test("A line is a row as soon as it is there", .timeLimit(.minutes(1)), arguments: [9, 300_000, 999_999])
    func answers(size: Int) throws {
        let pipe = Pipe()
        let text = String(repeating: "长", count: size / 3)
        let line = Data("{\"id\":1,\"draft\":\"\(text)\"}\r\n \n".utf8)
        // A thread of its own: a pipe takes less than the larger lines, and reading waits.
        let writer = pipe.fileHandleForWriting
        Thread.detachNewThread { try? writer.write(contentsOf: line) }
        let source = try RowSource(requests: pipe.fileHandleForReading.fileDescriptor)
        let row = try #require(try source.next()).get()
        #expect(row["draft"] == .string(text))
        #expect(!source.hasRowInMemory)
        try pipe.fileHandleForWriting.write(contentsOf: Data("[]\n{\"id\":\"\u{597D}\"}\n".utf8))
        guard case .failure(let problem)? = try source.next() else {
            Issue.record("a list is no request")
            return
        }
        #expect(!problem.endsReading)
        #expect(source.hasRowInMemory)
        #expect(try source.next()?.get()["id"] == .string("好"))
        try pipe.fileHandleForWriting.close()
        #expect(try source.next() == nil)
    }

    @Test("Bytes that are no UTF-8 spoil their own line only")
    func encoding() throws {
        let pipe = Pipe()
        let bytes: [UInt8] = Array("{\"id\":\"".utf8) + [0xC4, 0xE3] + Array("\"}\n{\"id\":\"好\"}\n".utf8)
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        let source = try RowSource(requests: pipe.fileHandleForReading.fileDescriptor)
        #expect(throws: RowProblem.self) { try source.next()?.get() }
        #expect(try source.next()?.get()["id"] == .string("好"))
        #expect(try source.next() == nil)
    }
}
