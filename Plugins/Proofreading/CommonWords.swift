internal import StageKit
internal import SummaryModel

/// Common words of two characters, and the characters that are words by themselves.
///
/// A line has the first character of words and then all that make a word with it. The line that begins with `@alone` has
/// the characters that are words, `@final` those with which the names of bodies end. `#` begins a comment.
struct CommonWords: Sendable {
    private var pairs: Set<UInt32> = []
    private var alone: Set<Unicode.Scalar> = []
    private var finals: Set<Unicode.Scalar> = []

    /// Reads a file of the format above; a test reads every line of it.
    init(_ bytes: [UInt8]) {
        pairs.reserveCapacity(bytes.count / 3)
        for line in WordListFile.lines(bytes) {
            if line.hasPrefix("@alone") {
                alone = Set(line.unicodeScalars.lazy.filter { !$0.isASCII })
                continue
            }
            if line.hasPrefix("@final") {
                finals = Set(line.unicodeScalars.lazy.filter { !$0.isASCII })
                continue
            }
            var first: Unicode.Scalar?
            for scalar in line.unicodeScalars {
                if let first { pairs.insert(Self.key(first, scalar)) } else { first = scalar }
            }
        }
    }

    /// Whether the two characters are a word.
    func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool { pairs.contains(Self.key(first, second)) }

    /// Whether the character is a word by itself.
    func isWord(_ character: Unicode.Scalar) -> Bool { alone.contains(character) }

    /// Whether the name of a body may end with the character.
    func isFinal(_ character: Unicode.Scalar) -> Bool { finals.contains(character) }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
        first.value << 16 | second.value & 0xFFFF
    }
}
