internal import RenderKit

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A sink that writes to a file descriptor, through a buffer.
struct DescriptorSink: ByteSink {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []

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

    private func put(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        var done = 0
        while done < bytes.count {
            guard let base = bytes.baseAddress else { return }
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, base + done, bytes.count - done)
            #else
                let count = Darwin.write(descriptor, base + done, bytes.count - done)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                throw .writing(path, errno)
            }
            done += count
        }
    }
}
