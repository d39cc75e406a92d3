/// Where the bytes of an output go.
public protocol ByteSink {
    /// Takes the next bytes.
    ///
    /// - Throws: When they cannot be stored, for instance because a disk is full.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
    /// Takes the UTF-8 of a text.
    public mutating func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }
}

/// A sink that keeps the bytes in memory.
public struct MemorySink: ByteSink {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    /// Creates an empty sink.
    public init() {}

    /// Appends the bytes.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
}
