#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file without a name, for what a program reads or prints: nothing is left of it, however this process ends.
struct UnnamedFile: ~Copyable {
    let descriptor: Int32

    /// Creates a file; `nil` when the folder cannot be written to.
    init?(in folder: String, holding bytes: [UInt8] = []) {
        var template = Array("\(folder)/qinggao-XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { return nil }
        template.withUnsafeBufferPointer { if let path = $0.baseAddress { _ = unlink(path) } }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, off_t(written))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                close(descriptor)
                return nil
            }
            written += count
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What stands in it; `nil` when that is more than `limit` bytes or cannot be read.
    func contents(limit: Int) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let size = Int(exactly: status.st_size), size <= limit else {
            return nil
        }
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while read < size {
                let found = pread(descriptor, buffer.baseAddress.map { $0 + read }, size - read, off_t(read))
                if found < 0, errno == EINTR { continue }
                guard found > 0 else { break }
                read += found
            }
            count = read
        }
        return read == size ? bytes : nil
    }
}

extension GroupedProcess {
    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - input: What it reads as its standard input.
    ///   - limit: The longest time that it may take.
    ///   - size: The greatest number of bytes that it may print.
    ///   - folder: The folder for what it reads and prints.
    /// - Returns: What it has printed; `nil` when it failed, was interrupted or printed too much.
    package func output(
        reading input: [UInt8] = [],
        within limit: Duration,
        size: Int,
        by folder: String
    ) -> [UInt8]? {
        let interruption = Interruption()
        defer { interruption.end() }
        guard let source = UnnamedFile(in: folder, holding: input), let result = UnnamedFile(in: folder) else {
            return nil
        }
        let end = run(within: limit, input: source.descriptor, output: result.descriptor) { Interruption.isRequested }
        return end == .exited(0) ? result.contents(limit: size) : nil
    }
}
