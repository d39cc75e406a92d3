#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The folders in which systems keep fonts.
enum FontFolders {
    /// The names of the families in all of them.
    static func families(_ environment: [String: String]) -> [String] {
        let home = environment["HOME"].map { home in
            ["\(home)/Library/Fonts", "\(home)/.local/share/fonts", "\(home)/.fonts"]
        }
        let folders =
            (home ?? []) + [
                "/Library/Fonts", "/System/Library/Fonts", "/System/Library/AssetsV2", "/usr/share/fonts",
                "/usr/local/share/fonts",
            ]
        var names: [String] = []
        for folder in folders {
            for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
                let suffix = path.suffix(4).lowercased()
                guard [".ttf", ".ttc", ".otf", ".otc"].contains(suffix) else { continue }
                names += FontFile.families("\(folder)/\(path)")
            }
        }
        return names
    }
}
