/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A text of Han, ASCII, full-width, combining and four-byte characters.
    mutating func text(_ length: Int) -> String {
        let alphabet = Array("一二三四的了在中国工作总结会议，。；、（）aZ09 ,.()\u{3000}×é\u{301}\u{F900}😀👩‍👩‍👧𠮷\n".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &self)]) }
        return String(text)
    }

    /// The text with some random replacements, insertions and removals.
    mutating func edited(_ text: String, edits: Int, longest: Int) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<edits {
            let start = Int.random(in: 0...scalars.count, using: &self)
            let end = min(scalars.count, start + Int.random(in: 0...longest, using: &self))
            let new = self.text(Int.random(in: 0...longest, using: &self))
            scalars.replaceSubrange(start..<end, with: new.unicodeScalars)
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
