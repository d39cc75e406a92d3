internal import OpenPackaging
internal import SummaryModel

/// The parts of a Word file, by their relationships (ISO/IEC 29500-2, 6.5).
struct SamplePackage: ~Copyable {
    /// A relationship of a part inside the package.
    struct Relation {
        var id: String
        /// The last step of the type, such as `styles`.
        var type: String
        /// The name of the part.
        var target: String
    }

    /// The name of the main part.
    let main: String
    /// The relationships of the main part.
    let relations: [Relation]
    /// The name of the style sheet by which this program wrote the file.
    let ownStyle: String?

    private let package: PackageReader
    private let names: [String: String]

    init(_ bytes: [UInt8]) throws(SampleError) {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .notWord }
        let package = try Self.archive(bytes)
        let names = Dictionary(package.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let top = try Self.relations(of: "", package, names)
        guard let main = top.first(where: { $0.type == "officeDocument" })?.target else { throw .notWord }
        let relations = try Self.relations(of: main, package, names)
        let ownStyle = try Self.ownStyle(top, package, names)
        self.relations = relations
        self.ownStyle = ownStyle
        self.main = main
        self.names = names
        self.package = package
    }

    /// Opens a part; `nil` when there is none.
    func part(_ name: String) throws(SampleError) -> SamplePart? { try Self.part(name, package, names) }

    /// Reads the first part of a type that belongs to the main part.
    func node(ofType type: String) throws(SampleError) -> SampleNode? {
        guard let relation = relations.first(where: { $0.type == type }) else { return nil }
        return try part(relation.target)?.node()
    }

    private static func archive(_ bytes: [UInt8]) throws(SampleError) -> PackageReader {
        do throws(PackageReadingError) {
            return try PackageReader(bytes)
        } catch {
            throw .package(error)
        }
    }

    private static func part(
        _ name: String,
        _ package: borrowing PackageReader,
        _ names: [String: String]
    ) throws(SampleError) -> SamplePart? {
        guard let stored = names[name.lowercased()] else { return nil }
        let bytes: [UInt8]?
        do throws(PackageReadingError) {
            bytes = try package.read(stored)
        } catch {
            throw .package(error)
        }
        guard let bytes else { return nil }
        return try SamplePart(bytes, name: stored, nesting: Limits.standard.nesting)
    }

    private static func ownStyle(
        _ relations: [Relation],
        _ package: borrowing PackageReader,
        _ names: [String: String]
    ) throws(SampleError) -> String? {
        guard let relation = relations.first(where: { $0.type.lowercased().hasPrefix("custom") }),
            let node = try part(relation.target, package, names)?.node()
        else { return nil }
        return node.children.first { $0.attributes["name"] == "QinggaoStyle" }?.children.first?.text
    }

    private static func relations(
        of source: String,
        _ package: borrowing PackageReader,
        _ names: [String: String]
    ) throws(SampleError) -> [Relation] {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        let folder = source[..<slash]
        guard let node = try part("\(folder)_rels/\(source[slash...]).rels", package, names)?.node() else { return [] }
        return node.children.compactMap { child in
            guard let id = child.attributes["Id"], let target = child.attributes["Target"],
                child.attributes["TargetMode"] != "External",
                let type = child.attributes["Type"]?.split(separator: "/").last
            else { return nil }
            return Relation(id: id, type: String(type), target: resolve(target, in: folder))
        }
    }

    private static func resolve(_ target: String, in folder: Substring) -> String {
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
