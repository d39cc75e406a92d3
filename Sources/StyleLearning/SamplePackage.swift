internal import OpenPackaging
internal import ReadKit
internal import SummaryModel
internal import WordReading

/// The parts of a Word file that is measured.
struct SamplePackage: ~Copyable {
    /// The name of the main part.
    let main: String
    /// The relationships of the main part to other parts.
    let relations: [PackageParts.Relation]
    /// The name of the style sheet by which this program wrote the file.
    let ownStyle: String?

    private let parts: PackageParts
    private let nesting: Int

    init(_ bytes: [UInt8], _ limits: Limits) throws(DraftError) {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .notWordSample }
        let parts = try Self.checked { () throws(PackageReadingError) in try PackageParts(bytes, limits) }
        guard let main = try Self.checked({ () throws(PackageReadingError) in try parts.main() }) else {
            throw .notWordSample
        }
        let relations = try Self.checked { () throws(PackageReadingError) in
            try parts.relations(of: main).filter { !$0.isExternal }
        }
        ownStyle = try Self.checked { () throws(PackageReadingError) in
            try parts.property(PackageParts.styleProperty)
        }
        self.relations = relations
        self.main = main
        self.parts = parts
        nesting = limits.nesting
    }

    /// Opens a part; `nil` when there is none.
    func part(_ name: String) throws(DraftError) -> SamplePart? {
        guard let bytes = try Self.checked({ () throws(PackageReadingError) in try parts.bytes(of: name) }) else {
            return nil
        }
        return try SamplePart(bytes, name: name, nesting: nesting)
    }

    /// Reads the first part of a type that belongs to the main part.
    func node(ofType type: String) throws(DraftError) -> SampleNode? {
        guard let relation = relations.first(where: { $0.type == type }) else { return nil }
        return try part(relation.target)?.node()
    }

    private static func checked<Result: ~Copyable>(
        _ body: () throws(PackageReadingError) -> Result
    ) throws(DraftError) -> Result {
        do throws(PackageReadingError) { return try body() } catch { throw DraftError(error) }
    }
}
