import Configuration
import Testing

@Suite struct FileContentsTests {
    @Test func wholeFilesAreRead() throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "清稿", count: 50_000)
        let path = try folder.write(text, to: "a.txt")
        #expect(try FileContents.read(path) == Array(text.utf8))
        #expect(try FileContents.read(try folder.write("", to: "empty")).isEmpty)
    }

    @Test func failuresAreNamed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("12345", to: "a.txt")
        #expect(throws: FileContents.Failure.tooLarge(4)) { try FileContents.read(path, limit: 4) }
        #expect(throws: FileContents.Failure.missing) { try FileContents.read(path + "x") }
        #expect(throws: FileContents.Failure.missing) { try FileContents.read(path + "/x") }
        #expect(throws: FileContents.Failure.isFolder) { try FileContents.read(folder.path) }
        #expect(throws: FileContents.Failure.tooLarge(10)) { try FileContents.read("/dev/zero", limit: 10) }
    }
}
