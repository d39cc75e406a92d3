/// The line of an imprint that says who prints and issues a document, and when (GB/T 9704-2012, 7.4.3).
package enum ImprintLine {
    /// The date with 印发 at the end of a line, and what stands before the blanks in front of it.
    package static func dateAtEnd(of text: String) -> (before: String, text: String)? {
        guard let last = text.lastIndex(where: { !$0.isWhitespace }),
            let blank = text[..<last].lastIndex(where: \.isWhitespace)
        else { return nil }
        let date = text[text.index(after: blank)...last]
        guard date.hasSuffix("印发"), date.contains("年"), date.contains("日") else { return nil }
        let before = text[..<blank]
        let end = before.lastIndex { !$0.isWhitespace }
        return (end.map { String(before[...$0]) } ?? "", String(date))
    }
}
