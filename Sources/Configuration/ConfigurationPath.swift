/// Paths as configurations name them.
enum ConfigurationPath {
    /// `path` as seen from the folder of `file`; an absolute path stays what it is.
    static func resolve(_ path: String, from file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    /// Whether a style is named by a file rather than by its name.
    static func isFile(_ name: String) -> Bool {
        name.contains("/") || [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
    }
}
