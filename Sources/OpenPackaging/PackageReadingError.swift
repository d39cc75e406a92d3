package import XMLReading

/// Why a package was refused.
package enum PackageReadingError: Error, Sendable, Hashable {
    /// The bytes are not a sound ZIP archive; libzip says why.
    case notAPackage(String)
    /// More parts than allowed.
    case tooManyParts(limit: Int)
    /// A name that leads out of the package.
    case unsafeName(String)
    /// Two names that differ in case at most (ISO/IEC 29500-2, 6.2.2.3).
    case duplicateName(String)
    /// A part that is encrypted.
    case encrypted(String)
    /// A part that is neither stored nor deflated.
    case unknownCompression(String)
    /// A part that grows suspiciously much.
    case suspiciousRatio(String, limit: Int)
    /// All parts together are too large.
    case tooLarge(limit: Int)
    /// A part holds more than its header says.
    case largerThanDeclared(String)
    /// A part that cannot be read to its end; libzip says why.
    case damaged(String, String)
    /// A part that says how others belong together is no sound XML.
    case malformed(String, XMLReadingError)
}
