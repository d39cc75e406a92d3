internal import CZip

/// Reads a package that may have been made to do harm.
///
/// The archive is checked by libzip (`ZIP_CHECKCONS`) and against ``PackageLimits`` before any part is read. A part that
/// was damaged is found out at its end only, so ``read(_:)`` returns whole parts.
package struct PackageReader: ~Copyable {
    /// The names of the parts, in the order of the archive.
    package let names: [String]

    private let archive: OpaquePointer
    private let storage: UnsafeMutableRawBufferPointer
    private let sizes: [String: (index: UInt64, size: Int)]

    /// Opens an archive that is in memory.
    ///
    /// - Throws: ``PackageReadingError``.
    package init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageReadingError) {
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        storage.copyBytes(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, &error) else {
            storage.deallocate()
            throw .notAPackage(String(cString: zip_error_strerror(&error)))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            let message = String(cString: zip_error_strerror(&error))
            zip_source_free(source)
            storage.deallocate()
            throw .notAPackage(message)
        }
        do throws(PackageReadingError) {
            (names, sizes) = try Self.check(archive, limits)
        } catch {
            zip_discard(archive)
            storage.deallocate()
            throw error
        }
        self.archive = archive
        self.storage = storage
    }

    deinit {
        zip_discard(archive)
        storage.deallocate()
    }

    /// Reads one part.
    ///
    /// - Returns: Its bytes; `nil` when there is no part of this name.
    /// - Throws: ``PackageReadingError``.
    package func read(_ name: String) throws(PackageReadingError) -> [UInt8]? {
        guard let (index, size) = sizes[name] else { return nil }
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(name, message(of: archive)) }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
            guard count >= 0 else {
                throw .damaged(name, String(cString: zip_error_strerror(zip_file_get_error(file))))
            }
            if count == 0 { break }
            guard bytes.count + Int(count) <= size else { throw .largerThanDeclared(name) }
            bytes.append(contentsOf: chunk.prefix(Int(count)))
        }
        guard bytes.count == size else { throw .damaged(name, "shorter than declared") }
        return bytes
    }

    /// Takes one part as it stands in the archive, so that it can be written into others without being compressed again.
    /// The part is read to its end once, so that a damaged one is not copied. One that is not compressed is.
    ///
    /// - Returns: The part, without a content type; `nil` when there is none of this name.
    /// - Throws: ``PackageReadingError``, or ``PackageWritingError``.
    package func compressed(_ name: String) throws -> PackagePart? {
        guard let (index, size) = sizes[name], let whole = try read(name) else { return nil }
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw damaged(name) }
        guard stat.comp_method == UInt16(ZIP_CM_DEFLATE) else {
            return try PackagePart(name: name, contentType: nil, bytes: whole)
        }
        guard let file = zip_fopen_index(archive, index, UInt32(ZIP_FL_COMPRESSED)) else { throw damaged(name) }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.comp_size))
        let count = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
        guard count == bytes.count else { throw damaged(name) }
        return try PackagePart(name: name, contentType: nil, size: size, checksum: stat.crc, compressed: bytes)
    }

    private func damaged(_ name: String) -> PackageReadingError { .damaged(name, message(of: archive)) }

    private func message(of archive: OpaquePointer) -> String { String(cString: zip_strerror(archive)) }

    private static func check(
        _ archive: OpaquePointer,
        _ limits: PackageLimits
    ) throws(PackageReadingError) -> (names: [String], sizes: [String: (index: UInt64, size: Int)]) {
        let count = zip_get_num_entries(archive, 0)
        guard count > 0 else { throw .notAPackage("no entries") }
        guard Int(count) <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        var names: [String] = []
        var sizes: [String: (index: UInt64, size: Int)] = [:]
        var seen: Set<String> = []
        var total = 0
        for index in 0..<UInt64(count) {
            var stat = zip_stat_t()
            zip_stat_init(&stat)
            guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_GUESS), &stat) == 0, let cName = stat.name else {
                throw .notAPackage(String(cString: zip_strerror(archive)))
            }
            let name = String(cString: cName)
            guard isSafe(name) else { throw .unsafeName(name) }
            guard seen.insert(name.lowercased()).inserted else { throw .duplicateName(name) }
            guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(name) }
            guard stat.comp_method == UInt16(ZIP_CM_STORE) || stat.comp_method == UInt16(ZIP_CM_DEFLATE) else {
                throw .unknownCompression(name)
            }
            guard let size = Int(exactly: stat.size), let compressed = Int(exactly: stat.comp_size) else {
                throw .tooLarge(limit: limits.totalSize)
            }
            if size > limits.ratioFloor, size / limits.ratio > compressed {
                throw .suspiciousRatio(name, limit: limits.ratio)
            }
            let (sum, overflow) = total.addingReportingOverflow(size)
            guard !overflow, sum <= limits.totalSize else { throw .tooLarge(limit: limits.totalSize) }
            total = sum
            names.append(name)
            sizes[name] = (index, size)
        }
        return (names, sizes)
    }

    /// Whether a name stays inside the package.
    private static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.utf8.contains(0)
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }
}
