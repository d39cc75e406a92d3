internal import OpenPackaging
internal import ReadKit
internal import SummaryModel
internal import WordReading

/// The parts of a Word file whose looks are taken.
struct SamplePackage: ~Copyable {
    /// The name of the main part.
    let main: String
    /// The relationships of the main part to other parts.
    let relations: [PackageParts.Relation]
    /// The name of the style sheet by which this program wrote the file.
    let ownStyle: String?

    private let parts: PackageParts
    /// How deep elements may be nested.
    let nesting: Int

    /// - Parameter refusal: What is said of a file that is no Word file.
    init(_ bytes: [UInt8], _ limits: Limits, otherwise refusal: DraftError) throws(DraftError) {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw refusal }
        let parts = try Self.checked { () throws(PackageReadingError) in try PackageParts(bytes, limits) }
        guard let main = try Self.checked({ () throws(PackageReadingError) in try parts.main() }) else {
            throw refusal
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

    /// The bytes of a part; `nil` when there is none.
    func bytes(of name: String) throws(DraftError) -> [UInt8]? {
        try Self.checked { () throws(PackageReadingError) in try parts.bytes(of: name) }
    }

    /// The relationships of a part, also those that lead out of the package.
    func relations(of name: String) throws(DraftError) -> [PackageParts.Relation] {
        try Self.checked { () throws(PackageReadingError) in try parts.relations(of: name) }
    }

    /// The name of the first part of a type that belongs to the main part.
    func name(ofType type: String) -> String? { relations.first { $0.type == type }?.target }

    /// Opens a part; `nil` when there is none.
    func part(_ name: String) throws(DraftError) -> SamplePart? {
        guard let bytes = try bytes(of: name) else { return nil }
        return try SamplePart(bytes, name: name, nesting: nesting)
    }

    /// Reads the first part of a type that belongs to the main part.
    func node(ofType type: String) throws(DraftError) -> SampleNode? {
        guard let name = name(ofType: type) else { return nil }
        return try part(name)?.node()
    }

    private static func checked<Result: ~Copyable>(
        _ body: () throws(PackageReadingError) -> Result
    ) throws(DraftError) -> Result {
        do throws(PackageReadingError) { return try body() } catch { throw DraftError(error) }
    }
}
