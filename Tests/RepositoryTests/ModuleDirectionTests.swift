import Foundation
import Testing

/// The table of allowed imports in `Documentation/Architecture.md` is the law; the import lines are measured by it.
@Suite("Directions between modules")
struct ModuleDirectionTests {
    /// The modules that a module may import, by the table; the row `Plugins` is for every stage.
    private static func table() throws -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        for line in try Repository.text("Documentation/Architecture.md").split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count == 3 else { continue }
            table[Self.names(cells[0]).first ?? ""] = Set(Self.names(cells[2]))
        }
        return table
    }

    /// The words in back quotes.
    private static func names(_ cell: String) -> [String] {
        cell.matches(of: /`([A-Za-z0-9]+)/).map { String($0.output.1) }
    }

    private static func module(of path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        return parts[0] == "Styles" ? "Styles" : parts[1]
    }

    /// The row of a file: a stage that may import more than others has one of its own.
    private static func row(of path: String, in table: [String: Set<String>]) -> String {
        let module = module(of: path)
        return path.hasPrefix("Plugins/") && table[module] == nil ? "Plugins" : module
    }

    private static func imports(_ path: String) throws -> [String] {
        try Repository.code(path).compactMap { _, line in
            guard line.contains("import ") else { return nil }
            return line.firstMatch(
                of: /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(\w+)/
            )
            .map { String($0.output.1) }
        }
    }

    /// What comes with the compiler.
    private static let system: Set = [
        "Glibc", "Musl", "Darwin", "Foundation", "FoundationEssentials", "Synchronization", "Dispatch",
    ]

    @Test("every module stands in the table")
    func rows() throws {
        let modules = try Repository.names(in: "Sources") + ["Plugins", "Styles"]
        let rows = try Set(Self.table().keys)
        #expect(rows.isSuperset(of: modules))
        #expect(try rows.subtracting(modules).isSubset(of: Repository.names(in: "Plugins")))
    }

    @Test("modules import only what the table allows")
    func imports() throws {
        let table = try Self.table()
        for path in try Repository.productFiles() {
            let allowed = table[Self.row(of: path, in: table)] ?? []
            for name in try Self.imports(path) where !Self.system.contains(name) {
                #expect(allowed.contains(name), "\(path) imports \(name)")
            }
        }
    }

    @Test("the table allows nothing that no file needs")
    func noSpareRights() throws {
        let table = try Self.table()
        var used: [String: Set<String>] = [:]
        for path in try Repository.productFiles() {
            let row = Self.row(of: path, in: table)
            used[row, default: []].formUnion(try Self.imports(path).filter { !Self.system.contains($0) })
        }
        for (module, allowed) in table {
            #expect(allowed.subtracting(used[module] ?? []).isEmpty, "\(module) does not import everything it may")
        }
    }
}
