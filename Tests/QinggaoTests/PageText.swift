/// The text of a page of HTML, read by code that shares nothing with the writer.
enum PageText {
    /// The characters between the tags of the body, in order.
    static func shown(in html: [UInt8]) -> String {
        let page = String(decoding: html, as: UTF8.self)
        guard let body = page.firstRange(of: "<body>"), let end = page.firstRange(of: "</body>") else { return "" }
        var text = String.UnicodeScalarView()
        var isInTag = false
        for scalar in page.unicodeScalars[body.upperBound..<end.lowerBound] {
            switch scalar {
            case "<": isInTag = true
            case ">" where isInTag: isInTag = false
            default: if !isInTag { text.append(scalar) }
            }
        }
        var shown = String(text)
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            shown = shown.replacing(reference, with: character)
        }
        return shown
    }
}
