internal import SummaryModel

/// Texts of blocks that were met, by their places.
struct TextTable {
    /// How many characters a text must have for its repetition to be worth a finding.
    static let shortest = 15

    /// A text that was met.
    private struct Entry {
        /// 0 where there is none.
        var hash: UInt64 = 0
        var block: Int32 = 0
        var start: Int32 = 0
        var end: Int32 = 0
    }

    /// By hash, each at the first free place from where its hash says; at least half of the places are free. Of two texts
    /// with one hash the first stays, and the other is never found; that is one case in 2⁶³.
    private var entries: [Entry]
    private var count = 0

    /// Creates a table.
    ///
    /// - Parameter count: How many texts may be expected.
    init(expecting count: Int) {
        var room = 16
        while room < 2 * count { room *= 2 }
        entries = [Entry](repeating: Entry(), count: room)
    }

    /// Whether the same characters were met before; from now on they were. Blanks do not count.
    ///
    /// - Parameters:
    ///   - range: The characters of the block.
    ///   - block: The place of the block in ``Proof/blocks``.
    ///   - hash: The hash of the text, when it is known.
    mutating func isRepeated(_ range: Range<Int>, of block: Int, in proof: Proof, hash: UInt64? = nil) -> Bool {
        let text = proof.blocks[block].scalars[range]
        let hash = (hash ?? Self.hash(of: text, mayHoldBlank: proof.blocks[block].mayHoldBlank)) | 1
        let place = place(of: hash)
        let found = entries[place]
        guard found.hash == 0 else {
            let known = proof.blocks[Int(found.block)].scalars[Int(found.start)..<Int(found.end)]
            return known.lazy.filter { !$0.isBlank }.elementsEqual(text.lazy.filter { !$0.isBlank })
        }
        entries[place] = Entry(
            hash: hash,
            block: Int32(truncatingIfNeeded: block),
            start: Int32(truncatingIfNeeded: range.lowerBound),
            end: Int32(truncatingIfNeeded: range.upperBound)
        )
        count += 1
        if 2 * count > entries.count { grow() }
        return false
    }

    /// The place of a hash, or the free one where it belongs.
    private func place(of hash: UInt64) -> Int {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: hash >> 32 ^ hash >> 1) & mask
        while entries[place].hash != 0, entries[place].hash != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: 2 * old.count)
        for entry in old where entry.hash != 0 { entries[place(of: entry.hash)] = entry }
    }

    /// The hash of a text without its blanks.
    ///
    /// - Parameter mayHoldBlank: Whether a blank may stand in it.
    static func hash(of text: Scalars, mayHoldBlank: Bool) -> UInt64 {
        guard mayHoldBlank else { return text.withUnsafeBytes { hash(of: $0) } }
        return text.filter { !$0.isBlank }.withUnsafeBytes { hash(of: $0) }
    }

    /// The hash of some characters, two of which are taken at a time.
    private static func hash(of text: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func take(_ next: UInt64) {
            hash = (hash ^ next) &* 0x0000_0100_0000_01B3
            hash ^= hash &>> 32
        }
        var index = 0
        while index &+ 8 <= text.count {
            take(text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= 8
        }
        if index < text.count { take(UInt64(text.loadUnaligned(fromByteOffset: index, as: UInt32.self))) }
        return hash
    }

    /// The characters that do not count, and a few beside them that are rare.
    static let blanks = CharacterFilter(
        ScalarSet([
            0...0x20, 0x7F...0xAD, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x206F, 0x3000...0x3000, 0xFEFF...0xFEFF,
        ])
    )
}
