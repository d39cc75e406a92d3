internal import RenderKit
internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writing of whole files, so that a failed run leaves what was there, and what paths lead to.
enum FileAccess {
    /// Whether something stands at `path`.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// Whether `path` is a folder.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether `path` is a file that can be read to its end: no folder, pipe or device.
    static func isRegularFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// What tells one file from every other, whatever path leads to it.
    struct Identity: Hashable {
        private let device: dev_t
        private let node: ino_t

        fileprivate init(_ status: stat) { (device, node) = (status.st_dev, status.st_ino) }
    }

    /// The identity of the file that stands at `path`.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        return stat(path, &status) == 0 ? Identity(status) : nil
    }

    /// Whether two paths lead to one file.
    static func isSameFile(_ first: String, _ second: String) -> Bool {
        guard let a = identity(of: first), let b = identity(of: second) else { return first == second }
        return a == b
    }

    /// Whether `path` leads to the file that an open descriptor has.
    static func isSameFile(_ path: String, as descriptor: Int32) -> Bool {
        var (a, b) = (stat(), stat())
        guard stat(path, &a) == 0, fstat(descriptor, &b) == 0, b.st_mode & S_IFMT == S_IFREG else { return false }
        return a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }

    /// How many symbolic links are followed, as the system does.
    private static let linkLimit = 40

    /// The path with every symbolic link followed, also one that leads to nothing yet.
    static func resolved(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        var current = path
        for _ in 0..<linkLimit {
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = readlink(current, &buffer, buffer.count)
            guard count > 0 else { return current }
            let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let parent = folder(of: current)
            current = target.hasPrefix("/") || parent.isEmpty ? target : parent + "/" + target
        }
        return path
    }

    /// Whether a file can be written at `path`, found out without writing it.
    static func checkWritable(_ path: String) throws(FileFailure) {
        let target = resolved(path)
        if isFolder(target) { throw .writing(path, EISDIR) }
        if exists(target) {
            guard access(target, W_OK) == 0 else { throw .writing(path, errno) }
            return
        }
        let parent = folder(of: target)
        guard access(parent.isEmpty ? "." : parent, W_OK | X_OK) == 0 else { throw .writing(path, errno) }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(FileFailure) {
        if isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path, !parent.isEmpty { try makeFolder(parent) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .writing(path, errno) }
        guard isFolder(path) else { throw .writing(path, ENOTDIR) }
    }

    /// Writes a file: into a temporary file in the same folder, which then takes its name. A symbolic link is followed, the
    /// mode of a replaced file is kept, a device or pipe is written directly.
    ///
    /// - Parameters:
    ///   - makesFolders: Whether the folders on the way are made when they are not there.
    ///   - body: Writes the content.
    static func replace<Result>(
        _ path: String,
        makingFolders makesFolders: Bool = false,
        _ body: (inout DescriptorSink) throws -> Result
    ) throws -> Result {
        let target = resolved(path)
        var status = stat()
        let isThere = stat(target, &status) == 0
        if !isThere, errno == ELOOP { throw FileFailure.writing(path, ELOOP) }
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw FileFailure.writing(path, EISDIR) }
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileFailure.writing(path, errno) }
            defer { close(descriptor) }
            var sink = DescriptorSink(descriptor, path: path)
            let result = try body(&sink)
            try sink.flush()
            return result
        }
        if isThere, access(target, W_OK) != 0 { throw FileFailure.writing(path, errno) }
        let parent = folder(of: target)
        var template = Array(((parent.isEmpty ? "." : parent) + "/.qinggao-XXXXXX").utf8CString)
        /// mkstemp changes the template only when it succeeds, or finds no free name.
        func makeTemporary() -> Int32 {
            template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        }
        var descriptor = makeTemporary()
        if descriptor < 0, errno == ENOENT, makesFolders {
            try makeFolder(parent)
            template.replaceSubrange(
                template.count - 7..<template.count - 1,
                with: repeatElement(CChar(UInt8(ascii: "X")), count: 6)
            )
            descriptor = makeTemporary()
        }
        guard descriptor >= 0 else { throw FileFailure.writing(path, errno) }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do {
            var sink = DescriptorSink(descriptor, path: path)
            let result = try body(&sink)
            try sink.flush()
            let mode = isThere ? status.st_mode & 0o7777 : 0o666 & ~mask
            guard fchmod(descriptor, mode) == 0 else { throw FileFailure.writing(path, errno) }
            let isClosed = close(descriptor) == 0
            // Whatever came of it, the number may be that of another file by now.
            descriptor = -1
            guard isClosed else { throw FileFailure.writing(path, errno) }
            guard rename(temporary, target) == 0 else { throw FileFailure.writing(path, errno) }
            return result
        } catch {
            if descriptor >= 0 { close(descriptor) }
            unlink(temporary)
            throw error
        }
    }

    /// Removes the pages of an earlier, longer document: the files that follow the last page without a gap.
    ///
    /// - Parameters:
    ///   - count: How many pages there are.
    ///   - path: The path of a page by its number.
    static func removePages(after count: Int, path: (Int) -> String) throws(FileFailure) {
        var page = count + 1
        while isRegularFile(path(page)) {
            guard unlink(path(page)) == 0 else { throw .writing(path(page), errno) }
            page += 1
        }
    }

    /// The bits that new files do not get. To ask is to set, so it is asked once, before several threads write files.
    private static let mask: mode_t = {
        let mask = umask(0)
        umask(mask)
        return mask
    }()

    /// The part of a path before the last `/`; empty when there is none.
    static func folder(of path: String) -> String {
        var part = path[...]
        while part.count > 1, part.last == "/" { part.removeLast() }
        guard let slash = part.lastIndex(of: "/") else { return "" }
        return slash == part.startIndex ? "/" : String(part[..<slash])
    }

    /// The part of a path after the last `/`.
    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// A name without its last extension.
    static func stem(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
