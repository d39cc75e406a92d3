#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Programs that the machine has.
package enum InstalledProgram {
    /// The first of these paths at which there is a program that may be started.
    package static func first(of paths: [String]) -> String? {
        paths.first { path in
            var status = stat()
            return access(path, X_OK) == 0 && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        }
    }
}
