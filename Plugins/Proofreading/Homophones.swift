internal import StageKit
internal import SummaryModel

/// Which characters sound the same, tones and the endings -n and -ng aside.
///
/// One group a line. A line that begins with `!` is a group of characters that are never taken as mistaken for one
/// another, as both are often right. `#` begins a comment.
struct Homophones: Sendable {
    /// The numbers of the groups of each character from U+4E00 on, four at most, 16 bits each.
    private var groups = [UInt64](repeating: 0, count: 0x5200)
    /// The groups that do not count.
    private var exceptions: [[Unicode.Scalar]] = []

    /// Reads a file of the format above; a test reads every line of it.
    init(_ bytes: [UInt8]) {
        var number: UInt64 = 0
        for line in WordListFile.lines(bytes) {
            let scalars = Array(line.unicodeScalars)
            if scalars.first == "!" {
                exceptions.append(scalars.filter { $0 != "!" && $0 != " " })
                continue
            }
            number += 1
            for scalar in scalars {
                guard let index = Self.index(scalar) else { continue }
                groups[index] = groups[index] << 16 | number
            }
        }
    }

    /// Whether one may be typed for the other.
    func areSame(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        guard let firstIndex = Self.index(first), let secondIndex = Self.index(second) else { return false }
        var rest = groups[firstIndex]
        while rest != 0 {
            var others = groups[secondIndex]
            while others != 0 {
                if rest & 0xFFFF == others & 0xFFFF {
                    return !exceptions.contains { $0.contains(first) && $0.contains(second) }
                }
                others >>= 16
            }
            rest >>= 16
        }
        return false
    }

    private static func index(_ scalar: Unicode.Scalar) -> Int? {
        let index = Int(scalar.value) - 0x4E00
        return (0..<0x5200).contains(index) ? index : nil
    }
}
