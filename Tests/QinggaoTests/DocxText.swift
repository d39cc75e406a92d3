import OpenPackaging
import Testing

/// The text of a .docx, read by code that shares nothing with the writer but the ZIP reader.
enum DocxText {
    /// The characters inside the `w:t` elements of the main part, in order, and then those of the footnotes, with the numbers
    /// that Word gives them.
    static func shown(in docx: [UInt8]) throws -> String {
        let reader = try PackageReader(docx)
        let part = try #require(try reader.read("word/document.xml"))
        let xml = String(decoding: part, as: UTF8.self)
        var text = characters(of: xml)
        let references = xml.components(between: "<w:footnoteReference ", and: "/>").count
        for number in 0..<references { text += String(number + 1) }
        guard let notes = try reader.read("word/footnotes.xml") else { return text }
        let notesXML = String(decoding: notes, as: UTF8.self)
        for number in notesXML.components(between: "<w:footnoteRef", and: "/>").indices { text += String(number + 1) }
        return text + characters(of: notesXML)
    }

    /// The characters inside the `w:t` elements of a part, in order.
    static func shown(of xml: String) -> String { characters(of: xml) }

    private static func characters(of xml: String) -> String {
        var text = ""
        // The one attribute that w:t may have is xml:space.
        for piece in xml.replacing("<w:t xml:space=\"preserve\">", with: "<w:t>").components(
            between: "<w:t>",
            and: "</w:t>"
        ) {
            text += decoded(piece)
        }
        return text
    }

    private static func decoded(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            guard let end = rest[sign...].firstIndex(of: ";") else { break }
            switch rest[rest.index(after: sign)..<end] {
            case "amp": result += "&"
            case "lt": result += "<"
            case "gt": result += ">"
            case "quot": result += "\""
            case "#13": result += "\r"
            case let other: result += "?\(other)?"
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

extension String {
    /// The stretches that stand after `start` and before the next `end`.
    fileprivate func components(between start: String, and end: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = self[...]
        while let open = rest.firstRange(of: start) {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: end) else { break }
            pieces.append(rest[..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return pieces
    }
}
