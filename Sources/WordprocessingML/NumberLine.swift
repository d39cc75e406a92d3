/// A document number with those who sign for issue, of which two stand on each line (GB/T 9704-2012, 7.2.6).
struct NumberLine {
    /// The number.
    private(set) var number: [TextPiece] = []
    /// The names.
    private(set) var signers: [TextPiece] = []
    /// What stands before the names.
    private(set) var label = TextPiece(format: .plain, text: "")

    /// Takes the pieces of the lines apart at blanks. What stands after 签发人 is a name, unless it is a number.
    init(_ lines: [[TextPiece]]) {
        var isSigners = false
        for piece in lines.joined() {
            for part in piece.text.split(whereSeparator: \.isWhitespace) {
                var text = String(part)
                if !isSigners, let start = text.firstRange(of: "签发人") {
                    isSigners = true
                    add(String(text[..<start.lowerBound]), of: piece, toSigners: false)
                    text = String(text[start.lowerBound...])
                    let end = text.firstIndex { $0 == "：" || $0 == ":" }.map(text.index(after:)) ?? start.upperBound
                    label.text = String(text[..<end])
                    text = String(text[end...])
                }
                add(text, of: piece, toSigners: isSigners && !(text.contains("〔") && text.hasSuffix("号")))
            }
        }
    }

    private mutating func add(_ text: String, of piece: TextPiece, toSigners: Bool) {
        guard !text.isEmpty else { return }
        var new = TextPiece(format: piece.format, text: text)
        if toSigners {
            new.format.isSigner = true
            signers.append(new)
        } else {
            number.append(new)
        }
    }

    /// The names, two on each line.
    var rows: [[TextPiece]] {
        stride(from: 0, to: signers.count, by: 2).map { start in
            var row: [TextPiece] = []
            for index in start..<min(start + 2, signers.count) {
                if index > start { row.append(TextPiece(format: .plain, text: "\u{3000}")) }
                row.append(signers[index])
            }
            return row
        }
    }
}
