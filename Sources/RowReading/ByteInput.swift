internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The bytes of a file, a pipe or an array, piece by piece.
final class ByteInput {
    private enum Origin {
        case descriptor(Int32, isOwn: Bool)
        case bytes([UInt8])
    }

    private let origin: Origin
    /// The number of bytes in all; `nil` for a pipe.
    private let size: Int?
    /// How many bytes were read.
    private var count = 0

    /// How much of the input was read, from 0 to 1; `nil` when nobody knows how long it is.
    var fraction: Double? { size.map { $0 == 0 ? 1 : min(1, Double(count) / Double($0)) } }

    /// How much of an array was given out.
    private var offset = 0
    /// What was read to look at the beginning.
    private var opening: [UInt8] = []

    init(bytes: [UInt8]) {
        origin = .bytes(bytes)
        size = bytes.count
    }

    init(descriptor: Int32) {
        origin = .descriptor(descriptor, isOwn: false)
        var status = stat()
        size = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    init(path: String) throws(RowReadingError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .system(EISDIR)
        }
        origin = .descriptor(descriptor, isOwn: true)
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit { if case .descriptor(let descriptor, isOwn: true) = origin { close(descriptor) } }

    /// Reads the next bytes into `buffer`.
    ///
    /// - Returns: How many there are; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RowReadingError) -> Int {
        if !opening.isEmpty {
            let count = min(opening.count, buffer.count)
            buffer.copyBytes(from: opening[..<count])
            opening.removeFirst(count)
            return count + (try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
        }
        guard !buffer.isEmpty else { return 0 }
        switch origin {
        case .bytes(let bytes):
            let count = min(bytes.count - offset, buffer.count)
            if count > 0 { buffer.copyBytes(from: bytes[offset..<offset + count]) }
            offset += count
            self.count += count
            return count
        case .descriptor(let descriptor, _):
            while true {
                #if canImport(Glibc)
                    let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
                if count >= 0 {
                    self.count += count
                    return count
                }
                if errno != EINTR { throw .system(errno) }
            }
        }
    }

    /// Whether the first bytes are those of a ZIP archive. They are given out again.
    func startsLikeArchive() throws(RowReadingError) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4)
        var count = 0
        while count < 4 {
            let added = try fill(&bytes, from: count)
            if added == 0 { break }
            count += added
        }
        opening = Array(bytes[..<count])
        return opening == [0x50, 0x4B, 3, 4]
    }

    /// Reads everything.
    ///
    /// - Throws: When there is more than `limit` bytes.
    func readAll(limit: Int) throws(RowReadingError) -> [UInt8] {
        if case .bytes(let bytes) = origin, offset <= opening.count {
            opening = []
            offset = bytes.count
            return bytes
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        while true {
            if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
            let added = try fill(&bytes, from: count)
            if added == 0 { break }
            count += added
            guard count <= limit else { throw Self.tooLarge(limit) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private func fill(_ bytes: inout [UInt8], from start: Int) throws(RowReadingError) -> Int {
        var result = 0
        var failure: RowReadingError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(RowReadingError) {
                result = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return result
    }

    private static func tooLarge(_ limit: Int) -> RowReadingError {
        RowReadingError(
            LocalizedText(
                zh: "文件超过 \(limit / 1024 / 1024) MB（限制 input）",
                en: "the file is larger than \(limit / 1024 / 1024) MB (limit input)"
            )
        )
    }
}
