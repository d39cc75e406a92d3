/// Paths as configurations name them.
enum ConfigurationPath {
    /// `path` as seen from the folder of `file`, without steps that lead nowhere (`./`); an absolute path stays absolute.
    static func resolve(_ path: String, from file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return plain(path) }
        return plain(file[...slash] + path)
    }

    /// The path without `.` and repeated slashes. Steps with `..` stay, since a folder may be a link.
    private static func plain(_ path: String) -> String {
        guard !path.isEmpty else { return path }
        let names = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + names }
        return names.isEmpty ? "." : names
    }

    /// The folder of a path and the name in it.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// Whether a style is named by a file rather than by its name.
    static func isFile(_ name: String) -> Bool {
        name.contains("/") || [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
    }
}
