internal import RenderKit

/// The mark of a document that several bodies issue: their names, and the word after the last (GB/T 9704-2012, 7.2.4).
struct JointMark {
    /// The names, the host first.
    let names: [[TextPiece]]
    /// 文件.
    let suffix: TextPiece

    /// `nil` when it is the mark of one body, or has no word after the names.
    init?(_ lines: [[TextPiece]]) {
        guard lines.count > 1 else { return nil }
        var names = lines
        if let alone = lines.firstIndex(where: { $0.count == 1 && $0[0].text == MarkSize.jointWord }) {
            suffix = names.remove(at: alone)[0]
        } else {
            let end = lines.count - 1
            guard var last = names[end].last, last.text.hasSuffix(MarkSize.jointWord) else { return nil }
            suffix = TextPiece(format: last.format, text: MarkSize.jointWord)
            last.text.removeLast(MarkSize.jointWord.count)
            names[end][names[end].count - 1] = last
        }
        self.names = names
    }
}
