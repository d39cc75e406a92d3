#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif
public import SummaryModel

/// Reads whole files.
public enum FileContents {
    /// Why a file could not be read.
    public enum Failure: Error, Sendable, Hashable {
        /// There is none at the path.
        case missing
        /// The path is that of a folder.
        case isFolder
        /// It is larger than this many bytes.
        case tooLarge(Int)
        /// The system refused, for the reason given in its words.
        case unreadable(String)

        /// What happened, in a sentence that names the file.
        public func message(_ path: String) -> LocalizedText {
            switch self {
            case .missing:
                LocalizedText(zh: "文件“\(path)”不存在，请检查路径", en: "the file '\(path)' does not exist; check the path")
            case .isFolder:
                LocalizedText(zh: "“\(path)”是文件夹，请指定文件", en: "'\(path)' is a folder; name a file")
            case .tooLarge(let limit):
                LocalizedText(
                    zh: "文件“\(path)”超过了上限（input：\(limit / 1024 / 1024) MB），请拆分",
                    en: "the file '\(path)' is larger than the limit (input: \(limit / 1024 / 1024) MB); split it"
                )
            case .unreadable(let reason):
                LocalizedText(zh: "无法读取文件“\(path)”：\(reason)", en: "cannot read the file '\(path)': \(reason)")
            }
        }
    }

    /// The bytes of the file at `path`.
    ///
    /// - Parameter limit: The largest number of bytes; one more is a failure.
    public static func read(_ path: String, limit: Int = Limits.standard.inputBytes) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
        if status.st_size > limit { throw .tooLarge(limit) }
        return try read(descriptor, limit: limit, expecting: Int(status.st_size))
    }

    /// The bytes that an open descriptor has up to its end.
    ///
    /// - Parameter limit: The largest number of bytes; one more is a failure.
    public static func read(
        descriptor: Int32,
        limit: Int = Limits.standard.inputBytes
    ) throws(Failure) -> [UInt8] {
        try read(descriptor, limit: limit, expecting: 0)
    }

    /// - Parameter size: How many bytes there are, as far as is known; they are read without detours.
    private static func read(
        _ descriptor: Int32,
        limit: Int,
        expecting size: Int
    ) throws(Failure) -> [UInt8] {
        var problem: Int32 = 0
        var isAtEnd = false
        // With room for one more, by which the end is known.
        var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < buffer.count, problem == 0, !isAtEnd {
                let found = systemRead(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if found < 0, errno != EINTR { problem = errno }
                isAtEnd = found == 0
                count += max(0, found)
            }
        }
        if problem != 0 { throw failure(problem) }
        if bytes.count > limit { throw .tooLarge(limit) }
        if isAtEnd { return bytes }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            if count == 0 { return bytes }
            if bytes.count + count > limit { throw .tooLarge(limit) }
            bytes += buffer[..<count]
        }
    }

    /// Whether there is something at `path`.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// The path without links and detours, by which a file is known again; the path itself where there is none.
    static func identity(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether there is a folder at `path`.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in the folder at `path`, in no order; none when it cannot be read.
    package static func names(inFolder path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            )
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .isFolder
        default: .unreadable(String(cString: strerror(code)))
        }
    }
}

/// `read` of the system, which the function of the same name above hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
