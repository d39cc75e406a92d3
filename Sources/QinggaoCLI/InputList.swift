internal import ReadKit
internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The drafts that arguments stand for: a file for itself, a folder for the drafts in it and below, a pattern with `*`, `?`
/// or `[…]` that is no file for the files that match.
struct InputList {
    /// One draft.
    struct Input: Hashable {
        /// The path; `-` for standard input.
        var path: String
        /// The folder of the draft inside the folder that was named, which is made again below a folder of outputs; empty
        /// for none.
        var folder = ""
    }

    /// The drafts, in the order of the arguments; those of a folder or pattern by name.
    private(set) var inputs: [Input] = []
    /// Files of folders that are no drafts by their names.
    private(set) var others: [String] = []
    /// Whether an argument stood for more than itself.
    private(set) var isExpanded = false

    /// What the names of drafts end in.
    private let extensions: Set<String>

    /// Finds the drafts.
    ///
    /// - Parameters:
    ///   - arguments: What the user named.
    ///   - readers: The formats that can be read, whose extensions tell the drafts of a folder.
    ///   - output: The folder of outputs, which is not looked into.
    /// - Throws: ``FileFailure`` when a folder cannot be read or holds no draft, or a pattern fits nothing.
    init(_ arguments: [String], readBy readers: ReaderCatalog, output: String?) throws(FileFailure) {
        extensions = Set(readers.readers.flatMap { $0.extensions })
        let outputs = output.flatMap { $0 == "-" ? nil : FileAccess.resolved($0) }
        for argument in arguments {
            if argument != "-", FileAccess.isFolder(argument) {
                isExpanded = true
                let count = inputs.count
                try addFolder(argument, inside: "", leavingOut: outputs)
                if inputs.count == count { throw FileFailure(noDrafts(argument)) }
            } else if argument.contains(where: { "*?[".contains($0) }), !FileAccess.exists(argument) {
                isExpanded = true
                let found = Self.matches(argument).filter(FileAccess.isRegularFile)
                if found.isEmpty { throw FileFailure(Self.noMatch(argument)) }
                inputs += found.map { Input(path: $0) }
            } else {
                inputs.append(Input(path: argument))
            }
        }
    }

    private mutating func addFolder(_ path: String, inside folder: String, leavingOut output: String?)
        throws(FileFailure)
    {
        guard let directory = opendir(path) else {
            // One folder that cannot be read does not stop the others.
            if folder.isEmpty { throw .reading(path, errno) }
            others.append(path)
            return
        }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            // Hidden files, and the locks that Word puts beside a document that is open.
            if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
        }
        closedir(directory)
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        for name in names {
            let inner = prefix + name
            var status = stat()
            guard lstat(inner, &status) == 0 else {
                // The bytes of the name are no UTF-8, so that there is no text for it.
                others.append(inner)
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                if FileAccess.resolved(inner) == output { continue }
                try addFolder(inner, inside: folder + name + "/", leavingOut: output)
            } else if isDraft(name), FileAccess.isRegularFile(inner) {
                inputs.append(Input(path: inner, folder: folder))
            } else {
                // Among them links to folders, which may lead round in a circle, and pipes, which may never end.
                others.append(inner)
            }
        }
    }

    private func isDraft(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return extensions.contains(name[name.index(after: dot)...].lowercased())
    }

    /// The paths that match a pattern of the shell, in the order of their bytes.
    private static func matches(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    // MARK: - Wording

    private func noDrafts(_ folder: String) -> LocalizedText {
        LocalizedText(
            zh: "文件夹 \(folder) 中没有草稿（\(extensions.sorted().joined(separator: "、"))）",
            en: "the folder \(folder) holds no drafts (\(extensions.sorted().joined(separator: ", ")))"
        )
    }

    private static func noMatch(_ pattern: String) -> LocalizedText {
        LocalizedText(zh: "没有与 \(pattern) 相符的文件", en: "no file matches \(pattern)")
    }

    /// A line about files of folders that were left out.
    var leftOut: LocalizedText? {
        guard !others.isEmpty else { return nil }
        let first = others.prefix(3)
        return LocalizedText(
            zh: "未处理　　\(others.count) 个其他文件：" + first.joined(separator: "、") + (others.count > 3 ? "……" : ""),
            en: "left out   other files \(others.count): " + first.joined(separator: ", ")
                + (others.count > 3 ? ", …" : "")
        )
    }
}
