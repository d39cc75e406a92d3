internal import ReadKit
internal import SummaryModel

/// The part of a text that is in memory: from the row that is being read to the end of what was read so far, as UTF-8.
///
/// The encoding is told as that of a draft is. Bytes that are no characters in it become 0xFF, so that the row in which
/// they stand is found not to be UTF-8.
final class TextWindow {
    /// The line, from 1, on which the window begins.
    private(set) var line = 1
    /// How many characters stand before the window on its line.
    private var column = 0
    /// Whether the window reaches to the end of the text.
    private(set) var isComplete = false
    /// The encoding of the text, as far as it is known.
    private(set) var encoding = DraftEncoding.utf8

    private let input: ByteInput
    private let limit: Int
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private var converter: TextConverter?
    /// Whether the encoding may still turn out to be another than UTF-8: only ASCII was read so far.
    private var isUndecided: Bool

    private static let chunk = 1 << 18
    /// The room for characters that must be whole before the encoding is told.
    private static let reserve = 8

    /// Opens a text.
    ///
    /// - Parameters:
    ///   - limit: The largest row, in bytes.
    ///   - isUTF8: Whether the text is UTF-8 whatever its bytes look like.
    init(_ input: ByteInput, limit: Int, isUTF8: Bool = false) throws(RowReadingError) {
        self.input = input
        self.limit = limit
        isUndecided = !isUTF8
        storage = .allocate(capacity: Self.chunk * 2)
        _ = try extend()
    }

    deinit { storage.deallocate() }

    /// What is in memory. The pointer holds until ``consume(_:)`` or ``extend()``.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(storage)[start..<end])
    }

    /// How much of the text was read, from 0 to 1; `nil` when nobody knows how long it is.
    var fraction: Double? { input.fraction }

    /// Whether a whole line that is not blank is in memory.
    var hasLine: Bool {
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        return isComplete || bytes[start...].contains(0x0A)
    }

    /// Whether the row that is being read has become larger than a row may be.
    var isOverLimit: Bool { end - start > limit }

    /// The message for a row that is too large.
    var overLimit: LocalizedText {
        LocalizedText(
            zh: "这一行数据超过 \(limit / 1024 / 1024) MB（限制 row）；是否缺少闭合的引号或括号？",
            en: "the row is larger than \(limit / 1024 / 1024) MB (limit row); is a closing quote or bracket missing?"
        )
    }

    /// The place of a byte of the window.
    func position(of offset: Int) -> SourcePosition {
        var (line, column) = (self.line, self.column)
        let bytes = bytes
        var index = 0
        let stop = min(offset, bytes.count)
        while index < stop {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) {
                (line, column) = (line + 1, 0)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        return SourcePosition(line: line, column: column + 1)
    }

    /// Takes `count` bytes off the beginning.
    func consume(_ count: Int) {
        let bytes = bytes
        var lines = 0
        var lineStart = 0
        var index = 0
        while index < count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A || byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A) {
                lines += 1
                lineStart = index
            }
        }
        if lines > 0 {
            line += lines
            column = 0
        }
        while lineStart < count {
            if bytes[lineStart] & 0xC0 != 0x80 { column += 1 }
            lineStart += 1
        }
        start += count
    }

    /// Takes off the beginning what is known to be one line with its end, as ``consume(_:)``, but faster.
    func consumeLines(_ count: Int, lines: Int) {
        line += lines
        column = 0
        start += count
    }

    /// Reads on. Memory grows with the row at the beginning of the window and never beyond twice the limit.
    ///
    /// - Returns: Whether anything was added; `false` at the end of the text.
    func extend() throws(RowReadingError) -> Bool {
        guard !isComplete else { return false }
        // To read as much again as there is keeps the time linear for a row that is larger than a piece.
        let wanted = max(Self.chunk, end - start)
        makeRoom(wanted + Self.reserve)
        let before = end
        var count = 0
        repeat {
            let added = try read(wanted - count)
            if added == 0 { break }
            count += added
            if isUndecided { try decide(from: before) }
            // Who sends a line through a pipe may wait for the answer before the next.
            if input.fraction == nil, bytes[(before - start)...].contains(0x0A) { break }
        } while end - before < wanted / 2 && end - start > Self.chunk
        return end > before
    }

    // MARK: -

    private func makeRoom(_ wanted: Int) {
        guard storage.count - end < wanted else { return }
        let used = end - start
        if used + wanted <= storage.count {
            UnsafeMutableRawBufferPointer(storage).copyMemory(from: UnsafeRawBufferPointer(bytes))
        } else {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: used + wanted)
            _ = larger.update(fromContentsOf: bytes)
            storage.deallocate()
            storage = larger
        }
        (start, end) = (0, used)
    }

    /// Reads up to `wanted` bytes and adds their text.
    ///
    /// - Returns: How many bytes of text were added; 0 at the end.
    private func read(_ wanted: Int) throws(RowReadingError) -> Int {
        guard let converter else {
            let room = UnsafeMutableBufferPointer(rebasing: storage[end..<min(storage.count, end + max(1, wanted))])
            let count = try input.read(into: UnsafeMutableRawBufferPointer(room))
            if count == 0 { isComplete = true }
            end += count
            return count
        }
        let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 1)
        defer { scratch.deallocate() }
        while true {
            let count = try input.read(into: scratch)
            let before = end
            if count == 0 {
                isComplete = true
                append(converter.finish())
            } else {
                append(converter.convert(UnsafeRawBufferPointer(rebasing: scratch[..<count])))
            }
            if count == 0 || end > before { return end - before }
        }
    }

    private func append(_ text: [UInt8]) {
        makeRoom(text.count)
        _ = UnsafeMutableBufferPointer(rebasing: storage[end..<end + text.count]).update(fromContentsOf: text)
        end += text.count
    }

    /// Tells the encoding from what was read after `before`, where everything before it is ASCII.
    private func decide(from before: Int) throws(RowReadingError) {
        let isOpening = start == 0 && before == 0 && line == 1
        // The longest mark of an encoding, and the longest character, have four bytes.
        if isOpening { try readMore(until: 4) }
        var first = before
        while first < end, storage[first] < 0x80, storage[first] != 0 { first += 1 }
        guard isOpening || first < end else { return }
        if first < end { try readMore(until: first + 4) }
        // The beginning shows what is no text at all. Of a text the first characters that are not ASCII decide.
        var encoding = try encoding(from: isOpening ? 0 : first)
        if isOpening, encoding == .utf8, first < end { encoding = try self.encoding(from: first) }
        isUndecided = first == end
        let added = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(storage)[before..<end])
        guard encoding != .utf8 else {
            if isOpening, added.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
            return
        }
        self.encoding = encoding
        let converter = try TextConverter(encoding)
        self.converter = converter
        let hasMark = added.starts(with: [0xFF, 0xFE]) || added.starts(with: [0xFE, 0xFF])
        let mark = hasMark && encoding != .gb18030 ? 2 : 0
        let text = converter.convert(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: added[mark...])))
        end = before
        append(text)
        if isComplete { append(converter.finish()) }
    }

    private func encoding(from index: Int) throws(RowReadingError) -> DraftEncoding {
        let sample = Self.sample(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(storage)[index..<end]))
        do throws(DraftError) {
            return try TextDecoder().decode(sample).encoding
        } catch {
            throw RowReadingError(error.message)
        }
    }

    /// Reads until the storage is filled up to `wanted`, or to the end. ``reserve`` bytes are kept free for this.
    private func readMore(until wanted: Int) throws(RowReadingError) {
        while end < wanted, !isComplete {
            let room = UnsafeMutableBufferPointer(rebasing: storage[end..<wanted])
            let count = try input.read(into: UnsafeMutableRawBufferPointer(room))
            if count == 0 { isComplete = true }
            end += count
        }
    }

    /// The first bytes without a character that is cut off at the end.
    private static func sample(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard bytes.count > sampleSize || bytes.last.map({ $0 >= 0x80 }) == true else { return Array(bytes) }
        var part = bytes.prefix(sampleSize)
        while part.count > 1, let last = part.last, last & 0xC0 == 0x80 { part.removeLast() }
        if part.count > 1, let last = part.last, last >= 0xC0 { part.removeLast() }
        // UTF-16 without a mark has an even number of bytes.
        if part.contains(0), part.count % 2 == 1 { part.removeLast() }
        return Array(part)
    }

    private static let sampleSize = 1 << 16
}
