internal import RenderKit

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A sink that writes to a file descriptor, through a buffer.
///
/// Bytes that are known only later are written into their place in a file. Where the descriptor cannot go back, because it
/// is a pipe, what follows the first place waits in a temporary file that has no name, until all places are filled.
struct DescriptorSink: ByteSink {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    /// How many places are to be filled.
    private var openPlaces = 0
    /// The temporary file, while there is one.
    private var spool: Int32?

    private static let bufferSize = 1 << 16

    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        if bytes.count >= Self.bufferSize {
            try put(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Writes what is still in the buffer.
    mutating func flush() throws(FileFailure) {
        let pending = buffer
        buffer.removeAll(keepingCapacity: true)
        var failure: FileFailure?
        pending.withUnsafeBytes { bytes in
            do throws(FileFailure) { try put(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Writes `bytes` at once.
    mutating func writeAll(_ bytes: [UInt8]) throws(FileFailure) {
        buffer.append(contentsOf: bytes)
        try flush()
    }

    mutating func reserve(_ count: Int) throws -> Int? {
        try flush()
        if openPlaces == 0, !canGoBack {
            guard let file = tmpfile() else { throw FileFailure.writing(path, errno) }
            defer { fclose(file) }
            let copy = dup(fileno(file))
            guard copy >= 0 else { throw FileFailure.writing(path, errno) }
            spool = copy
        }
        let place = lseek(spool ?? descriptor, 0, SEEK_CUR)
        openPlaces += 1
        buffer.append(contentsOf: repeatElement(0, count: count))
        return Int(place)
    }

    /// Whether the descriptor is that of a file in which bytes that are written can be changed.
    private var canGoBack: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && fcntl(descriptor, F_GETFL) & O_APPEND == 0 && lseek(descriptor, 0, SEEK_CUR) >= 0
    }

    mutating func fill(_ place: Int, with bytes: UnsafeRawBufferPointer) throws {
        try flush()
        let target = spool ?? descriptor
        var done = 0
        while done < bytes.count {
            guard let base = bytes.baseAddress else { break }
            let count = pwrite(target, base + done, bytes.count - done, off_t(place + done))
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure.writing(path, errno)
            }
            done += count
        }
        openPlaces -= 1
        guard openPlaces == 0, let spool else { return }
        self.spool = nil
        defer { close(spool) }
        try copy(spool)
    }

    /// Hands on what has waited.
    private func copy(_ spool: Int32) throws(FileFailure) {
        guard lseek(spool, 0, SEEK_SET) == 0 else { throw .writing(path, errno) }
        var chunk = [UInt8](repeating: 0, count: Self.bufferSize)
        while true {
            let count = read(spool, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .writing(path, errno)
            }
            guard count > 0 else { return }
            var failure: FileFailure?
            chunk.withUnsafeBytes { bytes in
                do throws(FileFailure) { try put(UnsafeRawBufferPointer(rebasing: bytes.prefix(count))) } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        let target = spool ?? descriptor
        var done = 0
        while done < bytes.count {
            guard let base = bytes.baseAddress else { return }
            #if canImport(Glibc)
                let count = Glibc.write(target, base + done, bytes.count - done)
            #else
                let count = Darwin.write(target, base + done, bytes.count - done)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                throw .writing(path, errno)
            }
            done += count
        }
    }
}
