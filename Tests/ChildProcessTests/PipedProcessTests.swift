import Testing

@testable import ChildProcess

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Programs beside this one")
struct PipedProcessTests {
    private static func start(_ script: String) throws -> PipedProcess {
        try PipedProcess(ProcessStart("/bin/sh", ["-c", script], in: "/"))
    }

    private static func ask(_ process: inout PipedProcess, _ line: String, size: Int = 1 << 20) throws -> String {
        String(decoding: try process.exchange(Array(line.utf8), within: .seconds(5), size: size), as: UTF8.self)
    }

    @Test("lines go there and back, also long ones and several at once")
    func exchange() throws {
        var process = try Self.start("while read -r line; do echo \"<$line>\"; done")
        #expect(try Self.ask(&process, "甲") == "<甲>")
        #expect(try Self.ask(&process, "") == "<>")
        let long = String(repeating: "x", count: 300_000)
        #expect(try Self.ask(&process, long) == "<\(long)>")
        process.end(within: .seconds(5))
        var talker = try Self.start("printf 'a\\nb\\n'; cat >/dev/null")
        #expect(try Self.ask(&talker, "1") == "a")
        #expect(try Self.ask(&talker, "2") == "b")
        talker.end(within: .seconds(5))
    }

    @Test("an answer without an end is stopped at the limit")
    func endless() throws {
        var process = try Self.start("exec tr '\\0' x </dev/zero")
        #expect(throws: PipedProcess.Failure.tooLong) { try Self.ask(&process, "", size: 1 << 20) }
    }

    @Test("a program that never reads does not stop this one")
    func deaf() throws {
        var process = try Self.start("exec sleep 30")
        let line = [UInt8](repeating: 0x78, count: 1 << 20)
        #expect(throws: PipedProcess.Failure.timedOut) {
            try process.exchange(line, within: .milliseconds(300), size: 100)
        }
    }

    @Test("a flood of errors stops neither the clock nor the end")
    func flood() throws {
        var process = try Self.start("tr '\\0' x </dev/zero >&2; true")
        #expect(throws: PipedProcess.Failure.timedOut) {
            try process.exchange([], within: .milliseconds(300), size: 100)
        }
        #expect(process.takeNotes().isCut)
        var talker = try Self.start("echo ok; exec tr '\\0' x </dev/zero")
        #expect(try Self.ask(&talker, "") == "ok")
        talker.end(within: .milliseconds(300))
    }

    @Test("what a program started ends with it")
    func group() throws {
        var process = try Self.start("sleep 30 & echo $!; wait")
        let child = try #require(pid_t(Self.ask(&process, "")))
        process.end(within: .milliseconds(50))
        // A process that was killed may still wait for its parent to notice; it runs no more.
        var isGone = false
        for _ in 0..<200 where !isGone {
            isGone = kill(child, 0) != 0 || Self.isZombie(child)
            usleep(10_000)
        }
        #expect(isGone)
    }

    private static func isZombie(_ process: pid_t) -> Bool {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, 256, file) != nil else { return true }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.contains(") Z")
    }

    @Test("no descriptors are left open")
    func descriptors() throws {
        func open() -> Int { (0..<512).count { fcntl(Int32($0), F_GETFD) >= 0 } }
        let before = open()
        for _ in 0..<20 {
            var process = try Self.start("read line; echo ok; read line")
            #expect(try Self.ask(&process, "") == "ok")
            process.end(within: .seconds(5))
            #expect(throws: PipedProcess.Failure.self) {
                _ = try PipedProcess(ProcessStart("/no/such/program", [], in: "/"))
            }
        }
        // Other tests run at the same time and open a few.
        #expect(open() < before + 20)
    }
}
