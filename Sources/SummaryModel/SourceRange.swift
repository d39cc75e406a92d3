/// A half-open range of UTF-8 offsets in the draft as it was decoded.
public struct SourceRange: Sendable, Hashable, Codable {
    /// Offset of the first byte, counted from 0.
    public var lowerBound: Int
    /// Offset after the last byte; never less than `lowerBound`.
    public var upperBound: Int

    /// Creates the range `lowerBound..<upperBound`.
    public init(_ lowerBound: Int, _ upperBound: Int) {
        self.lowerBound = lowerBound
        self.upperBound = max(lowerBound, upperBound)
    }

    /// The number of bytes.
    public var count: Int { upperBound - lowerBound }

    /// Encodes the range as the array `[lowerBound, upperBound]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(lowerBound)
        try container.encode(upperBound)
    }

    /// Decodes the array `[lowerBound, upperBound]`.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let lower = try container.decode(Int.self)
        let upper = try container.decode(Int.self)
        guard lower >= 0, lower <= upper else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a source range is [start, end] with 0 <= start <= end"
            )
        }
        self.init(lower, upper)
    }
}

/// A place in the draft as people count it.
public struct SourcePosition: Sendable, Hashable, Codable, Comparable {
    /// The physical line, from 1. Lines end at LF, CRLF, CR, U+0085, U+2028 and U+2029.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether `lhs` stands before `rhs`.
    public static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
        (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
}
