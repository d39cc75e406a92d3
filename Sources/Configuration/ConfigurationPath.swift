/// Paths as configurations name them.
enum ConfigurationPath {
    /// `path` as seen from the folder of `file`; an absolute path stays what it is.
    static func resolve(_ path: String, from file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
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
