internal import Configuration

/// Where a person keeps the configuration that holds for all of their work.
enum UserConfiguration {
    /// The path of the file, if there is one: `qinggao/config.yaml` in `XDG_CONFIG_HOME`, or in `.config` in `HOME` when that
    /// is not set.
    static func path(in environment: [String: String]) -> String? {
        // By the XDG Base Directory Specification a relative path in this variable does not count.
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            let path = folder + "/qinggao/config.yaml"
            return FileContents.exists(path) ? path : nil
        }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        let path = home + "/.config/qinggao/config.yaml"
        return FileContents.exists(path) ? path : nil
    }
}
