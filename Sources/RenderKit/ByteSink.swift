/// Where the bytes of an output go.
public protocol ByteSink {
    /// Takes the next bytes.
    ///
    /// - Throws: When they cannot be stored, for instance because a disk is full.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws

    /// Takes the place of bytes that are known only later, at the end of what there is so far.
    ///
    /// A format whose head says how long its body is asks for this when the body is too large to be kept in memory. Several
    /// places may be open at a time; all are filled before the output ends.
    ///
    /// - Parameter count: The number of bytes.
    /// - Returns: The place, a number of the sink; `nil` when the sink cannot do this, which is the default. Nothing was taken
    ///   then.
    /// - Throws: What ``write(_:)`` throws.
    mutating func reserve(_ count: Int) throws -> Int?

    /// Puts bytes into a place that ``reserve(_:)`` took.
    ///
    /// - Parameters:
    ///   - place: The number that ``reserve(_:)`` gave.
    ///   - bytes: As many as the place has.
    /// - Throws: What ``write(_:)`` throws.
    mutating func fill(_ place: Int, with bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
    /// No places.
    public mutating func reserve(_ count: Int) throws -> Int? { nil }

    /// Does nothing, since there are no places.
    public mutating func fill(_ place: Int, with bytes: UnsafeRawBufferPointer) throws {}

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

    /// Makes the sink empty, and keeps its memory for the next output.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Appends the bytes.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

    /// Takes a place.
    public mutating func reserve(_ count: Int) -> Int? {
        defer { bytes.append(contentsOf: repeatElement(0, count: count)) }
        return bytes.count
    }

    /// Fills a place.
    public mutating func fill(_ place: Int, with bytes: UnsafeRawBufferPointer) {
        self.bytes.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
}
