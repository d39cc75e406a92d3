/// A file that a draft refers to by its path.
public enum CompanionFile: Sendable, Hashable {
    /// Its bytes.
    case bytes([UInt8])
    /// There is none that can be read.
    case missing
    /// It is larger than this many bytes, which is the limit.
    case tooLarge(Int)
}
