/// Where the bytes of an output go.
public protocol ByteSink {
    /// Takes the next bytes.
    ///
    /// - Throws: When they cannot be stored, for instance because a disk is full.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws

    /// Takes the place of bytes that are known only later, at the end of what there is so far.
    ///
    /// A format whose head says how long its body is asks for this when the body is too large to be kept in memory. At
    /// most one place is open at a time, and it is filled before the output ends.
    ///
    /// - Parameter count: The number of bytes.
    /// - Returns: `false` when the sink cannot do this, which is the default; nothing was taken then.
    /// - Throws: What ``write(_:)`` throws.
    mutating func reserve(_ count: Int) throws -> Bool

    /// Puts bytes into the place that ``reserve(_:)`` took.
    ///
    /// - Parameter bytes: As many as the place has.
    /// - Throws: What ``write(_:)`` throws.
    mutating func fill(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
    /// No places.
    public mutating func reserve(_ count: Int) throws -> Bool { false }

    /// Does nothing, since there are no places.
    public mutating func fill(_ bytes: UnsafeRawBufferPointer) throws {}

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
    private var reserved = 0

    /// Creates an empty sink.
    public init() {}

    /// Makes the sink empty, and keeps its memory for the next output.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends the bytes.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

    /// Takes a place.
    public mutating func reserve(_ count: Int) -> Bool {
        reserved = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        return true
    }

    /// Fills the place.
    public mutating func fill(_ bytes: UnsafeRawBufferPointer) {
        self.bytes.replaceSubrange(reserved..<reserved + bytes.count, with: bytes)
    }
}
