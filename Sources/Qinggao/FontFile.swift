#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The names in a font of OpenType (ISO/IEC 14496-22, 5.2.7).
enum FontFile {
    /// The names of the families in a file, in all languages.
    static func families(_ path: String) -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return families { offset, count in
            var bytes = [UInt8](repeating: 0, count: count)
            let found = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
            return found == count ? bytes : nil
        }
    }

    /// - Parameter read: Gives so many bytes at an offset; `nil` where there are none.
    static func families(_ read: (_ offset: Int, _ count: Int) -> [UInt8]?) -> [String] {
        guard let head = read(0, 12) else { return [] }
        var starts = [0]
        if head.starts(with: Array("ttcf".utf8)) {
            let count = min(64, number(head, 8, 4))
            guard let table = read(12, count * 4) else { return [] }
            starts = (0..<count).map { number(table, $0 * 4, 4) }
        }
        var names: [String] = []
        for start in starts {
            guard let head = read(start, 12), let tables = read(start + 12, min(256, number(head, 4, 2)) * 16) else {
                continue
            }
            for entry in stride(from: 0, to: tables.count, by: 16)
            where tables[entry...].starts(with: Array("name".utf8)) {
                let (offset, size) = (number(tables, entry + 8, 4), min(number(tables, entry + 12, 4), 1 << 16))
                if let table = read(offset, size) { names += Self.names(table) }
            }
        }
        return names
    }

    private static func names(_ table: [UInt8]) -> [String] {
        guard table.count >= 6 else { return [] }
        let (count, storage) = (number(table, 2, 2), number(table, 4, 2))
        return (0..<count).compactMap { index -> String? in
            let entry = 6 + index * 12
            guard entry + 12 <= table.count, [1, 16].contains(number(table, entry + 6, 2)) else { return nil }
            let (length, offset) = (number(table, entry + 8, 2), storage + number(table, entry + 10, 2))
            // Names for Windows and Unicode are UTF-16; those for the old Macintosh are repeated in these.
            guard [0, 3].contains(number(table, entry, 2)), offset + length <= table.count, length > 1 else {
                return nil
            }
            let units = stride(from: offset, to: offset + length - 1, by: 2).map { UInt16(number(table, $0, 2)) }
            return String(decoding: units, as: UTF16.self)
        }
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
}
