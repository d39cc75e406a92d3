public import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Why rows cannot be read from a file at all.
public struct RowReadingError: Error, Sendable, Hashable {
    /// What is wrong and what to do.
    public var message: LocalizedText
    /// Where, when it is one place.
    public var position: SourcePosition?
    /// The error number of the system, when it refused to open or read.
    public var systemError: Int32?

    /// Creates an error.
    public init(_ message: LocalizedText, at position: SourcePosition? = nil, systemError: Int32? = nil) {
        self.message = message
        self.position = position
        self.systemError = systemError
    }

    /// The error of a call of the system.
    static func system(_ code: Int32) -> RowReadingError {
        let reason = String(cString: strerror(code))
        return RowReadingError(
            LocalizedText(zh: "无法读取（\(reason)）", en: "cannot be read (\(reason))"),
            systemError: code
        )
    }
}
