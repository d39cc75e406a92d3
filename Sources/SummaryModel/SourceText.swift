/// The draft as it was decoded, with the places of its lines.
///
/// Offsets inside the program are UTF-8 offsets into ``utf8``; people see lines and columns (``SourcePosition``).
public struct SourceText: Sendable {
    /// The text as valid UTF-8, without a byte-order mark.
    public let utf8: [UInt8]
    /// The lines in order, without their line ends. Together with the line ends between them they tile ``utf8``.
    public let lines: [SourceRange]
    /// How many characters stand before each multiple of ``stride``.
    private let checkpoints: [Int]

    /// The distance between two checkpoints, in bytes.
    private static let stride = 256

    /// Creates a source text from valid UTF-8 and finds its lines.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
        self.lines = Self.splitLines(utf8)
        self.checkpoints = Self.checkpoints(in: utf8)
    }

    /// Creates a source text from a string.
    public init(_ string: String) {
        self.init(utf8: Array(string.utf8))
    }

    /// The text of `range`.
    public subscript(range: SourceRange) -> String {
        // The text is valid UTF-8, and so is every part of it that cuts no character: it need not be looked at again.
        if #available(macOS 26, *), isBorder(range.lowerBound), isBorder(range.upperBound) {
            return String(copying: UTF8Span(unchecked: utf8.span.extracting(range.lowerBound..<range.upperBound)))
        }
        return String(decoding: utf8[range.lowerBound..<range.upperBound], as: UTF8.self)
    }

    /// Whether no character goes on at `offset`.
    private func isBorder(_ offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }

    /// Whether a character of ASCII stands in `range`.
    package func holds(_ character: Unicode.Scalar, in range: SourceRange) -> Bool {
        utf8.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound])
            return part.firstIndex(ofByte: UInt8(truncatingIfNeeded: character.value)) < part.count
        }
    }

    /// The characters of `range`.
    package func scalars(_ range: SourceRange) -> [Unicode.Scalar] {
        utf8.withUnsafeBufferPointer { bytes in
            [Unicode.Scalar](utf8: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<range.upperBound]))
        }
    }

    /// The index in ``lines`` of the line that holds `offset`; the line end belongs to the line it ends.
    public func lineIndex(at offset: Int) -> Int {
        lines.index(containing: offset)
    }

    /// The line and column of the UTF-8 offset `offset`.
    public func position(at offset: Int) -> SourcePosition {
        guard !lines.isEmpty else { return SourcePosition(line: 1, column: 1) }
        let index = lineIndex(at: offset)
        let line = lines[index]
        let end = max(line.lowerBound, min(offset, line.upperBound))
        return SourcePosition(line: index + 1, column: scalars(before: end) - scalars(before: line.lowerBound) + 1)
    }

    /// How many characters stand before `offset`, counted from the nearest checkpoint, so that the columns of many places
    /// in one very long line cost no more than those in short ones.
    private func scalars(before offset: Int) -> Int {
        let checkpoint = offset / Self.stride
        let rest = utf8[(checkpoint * Self.stride)..<offset]
        return checkpoints[checkpoint] + rest.withUnsafeBufferPointer { $0.scalarCount }
    }

    private static func checkpoints(in utf8: [UInt8]) -> [Int] {
        var checkpoints = [0]
        checkpoints.reserveCapacity(utf8.count / stride + 1)
        utf8.withUnsafeBufferPointer { bytes in
            var start = 0
            var sum = 0
            while start + stride <= bytes.count {
                sum += UnsafeBufferPointer(rebasing: bytes[start..<start + stride]).scalarCount
                checkpoints.append(sum)
                start += stride
            }
        }
        return checkpoints
    }

    /// Lines end at LF, CRLF, CR, U+0085, U+2028 and U+2029.
    private static func splitLines(_ utf8: [UInt8]) -> [SourceRange] {
        var lines: [SourceRange] = []
        var start = 0
        var index = 0
        utf8.withUnsafeBufferPointer { bytes in
            let count = bytes.count
            while index < count {
                if !holdsLead(bytes, at: index) {
                    index += 8
                    continue
                }
                let width: Int
                switch bytes[index] {
                case 0x0A: width = 1
                case 0x0D: width = index + 1 < count && bytes[index + 1] == 0x0A ? 2 : 1
                case 0xC2 where index + 1 < count && bytes[index + 1] == 0x85: width = 2
                case 0xE2 where index + 2 < count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
                    width = 3
                default:
                    index += 1
                    continue
                }
                lines.append(SourceRange(start, index))
                index += width
                start = index
            }
            if start < count { lines.append(SourceRange(start, count)) }
        }
        return lines
    }

    /// Whether a byte with which a line end may begin stands among the 8 bytes from `index` on, or fewer are left.
    @inline(__always)
    private static func holdsLead(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 8 <= bytes.count, let start = bytes.baseAddress else { return true }
        let block = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
        /// The highest bit of each byte that is 0; perhaps of one above it as well.
        func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- 0x0101_0101_0101_0101) & ~bytes }
        // 0x00 to 0x0F, of which LF and CR are what texts hold, and 0xC2 and 0xE2, which differ in one bit.
        let controls = zeros(block & 0xF0F0_F0F0_F0F0_F0F0)
        let leads = zeros(block & 0xDFDF_DFDF_DFDF_DFDF ^ 0xC2C2_C2C2_C2C2_C2C2)
        return (controls | leads) & 0x8080_8080_8080_8080 != 0
    }
}

extension [SourceRange] {
    /// The index of the last range that begins at or before `offset`, of ranges in order; 0 when there is none.
    package func index(containing offset: Int) -> Int {
        var low = 0
        var high = count
        while low + 1 < high {
            let middle = (low + high) / 2
            if self[middle].lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
