import DraftFixtures

extension SeededGenerator {
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
