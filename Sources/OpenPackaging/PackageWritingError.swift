/// Why a package could not be written.
package enum PackageWritingError: Error, Sendable, Hashable {
    /// A compressor could not be made.
    case outOfMemory
    /// zlib gave up with this code.
    case compression(Int32)
    /// The package would pass a limit of the ZIP format without its 64-bit extension: 4 GiB or 65,535 parts.
    case tooLarge
    /// A part does not fit the place that was kept for it.
    case changedSize
}
