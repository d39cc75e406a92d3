/// A ZIP archive without compression, whose entries may have any name and stand there twice.
enum StoredArchive {
    static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            let sum = checksum(part.bytes)
            let common =
                number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(sum, 4)
                + number(part.bytes.count, 4) + number(part.bytes.count, 4) + number(name.count, 2) + number(0, 2)
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(archive.count, 4) + name
            archive += number(0x0403_4B50, 4) + common + name + part.bytes
        }
        let start = archive.count
        archive += directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
        archive += number(parts.count, 2) + number(parts.count, 2) + number(directory.count, 4) + number(start, 4)
        return archive + number(0, 2)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 of ISO 3309, as ZIP has it.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
        return Int(sum ^ 0xFFFF_FFFF)
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}
