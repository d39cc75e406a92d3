/// The files of a package as scaffolding sees them. Paths begin at its root.
package struct SourceTree: Sendable {
    /// The text of a file; `nil` when there is none.
    package let text: @Sendable (String) -> String?
    /// The names of what is in a folder; none when there is no such folder.
    package let names: @Sendable (String) -> [String]

    /// Creates a tree.
    package init(
        text: @escaping @Sendable (String) -> String?,
        names: @escaping @Sendable (String) -> [String]
    ) {
        self.text = text
        self.names = names
    }

    /// Whether the tree is a clone of Qinggao.
    package var isQinggao: Bool {
        text("Package.swift")?.split(separator: "\n").contains { $0.trimmingBlanks == "name: \"Qinggao\"," } ?? false
    }

    func exists(_ path: String) -> Bool { text(path) != nil || !names(path).isEmpty }

    /// How deep folders of code lie in one another at most; a link to a folder above has no end.
    private static let depth = 6

    /// The Swift files in a folder and those below it.
    func swiftFiles(in folder: String) -> [String] { swiftFiles(in: folder, depth: Self.depth) }

    private func swiftFiles(in folder: String, depth: Int) -> [String] {
        guard depth > 0 else { return [] }
        return names(folder).sorted().flatMap { name -> [String] in
            let path = folder + "/" + name
            if name.hasSuffix(".swift") { return [path] }
            // Other files have extensions; what a hidden folder holds is no code.
            return name.contains(".") ? [] : swiftFiles(in: path, depth: depth - 1)
        }
    }

    /// The file in these folders that declares a type of this name at its top level.
    func declaration(of type: String, in folders: [String]) -> String? {
        folders.lazy.flatMap(swiftFiles).first { path in
            text(path)?.split(separator: "\n").contains { Self.declares($0, type) } ?? false
        }
    }

    private static func declares(_ line: Substring, _ type: String) -> Bool {
        guard let first = line.utf8.first, first != UInt8(ascii: " ") else { return false }
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let keywords: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]
        guard let place = words.firstIndex(where: keywords.contains), place + 1 < words.count else { return false }
        return words[place + 1] == type
    }
}

extension Substring {
    /// The line without the blanks around it.
    var trimmingBlanks: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
