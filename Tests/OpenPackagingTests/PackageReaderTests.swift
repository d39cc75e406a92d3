import RenderKit
import Testing

@testable import OpenPackaging

@Suite struct PackageReaderTests {
    /// An archive of our own making, to be broken by the tests.
    private func archive(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var sink = MemorySink()
        var writer = PackageWriter()
        for part in parts {
            try writer.add(PackagePart(name: part.name, contentType: nil, bytes: part.bytes), to: &sink)
        }
        try writer.finish(to: &sink)
        return sink.bytes
    }

    private func failure(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) -> PackageReadingError? {
        do throws(PackageReadingError) {
            let reader = try PackageReader(bytes, limits: limits)
            for name in reader.names { _ = try reader.read(name) }
            return nil
        } catch {
            return error
        }
    }

    /// The offsets of the local header and of the directory entry of an archive with one part.
    private func headers(_ bytes: [UInt8]) -> (local: Int, central: Int) {
        let central = bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
        return (0, central ?? 0)
    }

    @Test(
        "Names that lead out of the package",
        arguments: ["../a.xml", "a/../../b.xml", "/etc/a", "a\\b.xml", ".."]
    )
    func unsafeNames(_ name: String) throws {
        #expect(failure(try archive([(name, [1])])) == .unsafeName(name))
    }

    @Test func namesThatDifferInCaseOnly() throws {
        #expect(failure(try archive([("a.xml", [1]), ("A.XML", [2])])) == .duplicateName("A.XML"))
    }

    @Test func tooManyParts() throws {
        let parts = (0..<5_000).map { ("p\($0)", [UInt8(1)]) }
        #expect(failure(try archive(parts)) == .tooManyParts(limit: 4096))
    }

    @Test func aPartThatGrowsTooMuch() throws {
        let zeros = [UInt8](repeating: 0, count: 4 << 20)
        #expect(failure(try archive([("a", zeros)])) == .suspiciousRatio("a", limit: 200))
        // Small ones may.
        #expect(failure(try archive([("a", [UInt8](repeating: 0, count: 1 << 19))])) == nil)
    }

    @Test func allPartsTogetherAreTooLarge() throws {
        var limits = PackageLimits()
        limits.totalSize = 1000
        let bytes = try archive([("a", [UInt8](repeating: 7, count: 600)), ("b", [UInt8](repeating: 7, count: 600))])
        #expect(failure(bytes, limits: limits) == .tooLarge(limit: 1000))
    }

    @Test func anUnknownCompression() throws {
        var bytes = try archive([("a", [1, 2, 3])])
        let (local, central) = headers(bytes)
        bytes[local + 8] = 12
        bytes[central + 10] = 12
        #expect(failure(bytes) == .unknownCompression("a"))
    }

    @Test func anEncryptedPart() throws {
        var bytes = try archive([("a", [1, 2, 3])])
        let (local, central) = headers(bytes)
        bytes[local + 6] = 1
        bytes[central + 8] = 1
        #expect(failure(bytes) == .encrypted("a"))
    }

    @Test func aPartThatIsLargerThanDeclared() throws {
        var bytes = try archive([("a", [UInt8](repeating: 65, count: 200))])
        let (local, central) = headers(bytes)
        bytes[local + 22] = 10
        bytes[central + 24] = 10
        #expect(failure(bytes) != nil)
    }

    @Test func aPartThatIsShorterThanDeclared() throws {
        var bytes = try archive([("a", [UInt8](repeating: 65, count: 100))])
        let (local, central) = headers(bytes)
        bytes[local + 22] = 200
        bytes[central + 24] = 200
        #expect(failure(bytes) != nil)
    }

    @Test func aDamagedPart() throws {
        let content = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 13) }
        var bytes = try archive([("a", content)])
        bytes[400] ^= 0xFF
        #expect(failure(bytes) != nil)
    }

    @Test func whatIsNoArchive() throws {
        let good = try archive([("a", [1, 2, 3])])
        for bytes in [[], [0x50, 0x4B], Array("没有压缩".utf8), Array(good.dropLast(10)), Array(good.prefix(30))] {
            guard case .notAPackage = failure(bytes) else {
                Issue.record("\(bytes.count) bytes were taken for a package")
                continue
            }
        }
    }
}
