/// Bytes that no reader expects: of nothing, of noise, and of files that were damaged on their way.
struct BrokenBytes {
    let name: String
    let bytes: [UInt8]

    /// The most bytes that a damage takes, repeats or makes.
    private static let largestDamage = 64

    /// Files that are of no format.
    static func strangers(seed: UInt64) -> [BrokenBytes] {
        var generator = SeededGenerator(seed: seed)
        let marks: [(String, [UInt8])] = [
            ("an empty file", []), ("a byte-order mark of UTF-8", [0xEF, 0xBB, 0xBF]),
            ("a byte-order mark of UTF-16LE", [0xFF, 0xFE]), ("a byte-order mark of UTF-16BE", [0xFE, 0xFF]),
            ("half a byte-order mark", [0xEF, 0xBB]), ("one byte", [0x80]), ("blanks", [0x20, 0x0D, 0x0A, 0x09, 0x0A]),
            ("4,096 zeros", [UInt8](repeating: 0, count: 4096)), ("a ZIP signature", [0x50, 0x4B, 0x03, 0x04]),
            ("a compound file signature", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), ("a brace", [0x7B]),
            ("a tag that does not end", Array("<html".utf8)), ("a fence that does not end", Array("```\n".utf8)),
        ]
        let noise = [1, 2, 3, 7, 30, 31, 64, 511, 512, 513, 4096].map { size in
            BrokenBytes(
                name: "\(size) bytes of noise",
                bytes: (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
            )
        }
        return marks.map { BrokenBytes(name: $0.0, bytes: $0.1) } + noise
    }

    /// A file cut off at every sixteenth of its length.
    static func truncations(of bytes: [UInt8]) -> [BrokenBytes] {
        (0..<16).map { part in
            BrokenBytes(name: "cut off after \(part)/16", bytes: Array(bytes.prefix(bytes.count * part / 16)))
        }
    }

    /// A file with a few damages each time: bytes that were changed, lost, repeated or put in.
    static func mutations(of bytes: [UInt8], count: Int, seed: UInt64) -> [BrokenBytes] {
        (0..<count).map { number in
            var generator = SeededGenerator(seed: seed &+ UInt64(number) &* 0x1_0001)
            var broken = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&broken, &generator) }
            return BrokenBytes(name: "damaged by chance (\(number))", bytes: broken)
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &generator)) }
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 1...largestDamage, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[start] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.removeSubrange(start..<end)
        case 3: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
        default:
            let noise = (start..<end).map { _ in UInt8.random(in: 0...255, using: &generator) }
            bytes.insert(contentsOf: noise, at: start)
        }
    }
}
