/// A field that is open (ISO/IEC 29500-1, 17.16).
struct WordField {
    /// Whether its result comes, and no longer its instruction.
    private(set) var showsResult = false
    /// Where its result leads.
    private(set) var link: String?
    /// The name of the reference to a footnote whose number its result repeats.
    private(set) var reference: String?
    /// Whether the result was put in already.
    var isWritten = false
    private var instruction: [UInt8] = []

    /// The longest instruction that is looked at, in bytes.
    private static let longest = 4096

    /// Takes a part of the instruction.
    mutating func add(_ text: [UInt8]) {
        if !showsResult, instruction.count < Self.longest { instruction += text }
    }

    /// Ends the instruction.
    mutating func separate() {
        showsResult = true
        let text = String(decoding: instruction, as: UTF8.self)
        link = Self.link(text)
        let words = Self.words(of: text)
        if words.count > 1, words[0].text.uppercased() == "NOTEREF" { reference = words[1].text }
    }

    /// Where the result of a field with this instruction leads: that of a link, or of a reference to a place of the document.
    static func link(_ instruction: String) -> String? {
        let words = words(of: instruction)
        guard let name = words.first?.text.uppercased() else { return nil }
        switch name {
        case "HYPERLINK":
            var target = ""
            var place = ""
            var index = 1
            while index < words.count {
                let word = words[index]
                if !word.isQuoted, word.text.hasPrefix("\\") {
                    if word.text == "\\l", index + 1 < words.count { place = words[index + 1].text }
                    // Of the other switches, these have an argument.
                    index += ["\\l", "\\o", "\\t"].contains(word.text) ? 2 : 1
                    continue
                }
                if target.isEmpty { target = word.text }
                index += 1
            }
            if !place.isEmpty { target += "#" + place }
            return target.isEmpty ? nil : target
        case "REF", "PAGEREF":
            guard words.count > 1, !words[1].text.hasPrefix("\\") else { return nil }
            return "#" + words[1].text
        default: return nil
        }
    }

    /// The words of an instruction; quotation marks hold one together, in which a backslash hides the next character.
    private static func words(of instruction: String) -> [(text: String, isQuoted: Bool)] {
        var words: [(text: String, isQuoted: Bool)] = []
        var word = String.UnicodeScalarView()
        var isQuoted = false
        var isHidden = false
        for scalar in instruction.unicodeScalars {
            if isHidden {
                word.append(scalar)
                isHidden = false
            } else if isQuoted, scalar == "\\" {
                isHidden = true
            } else if scalar == "\"" {
                if isQuoted || !word.isEmpty { words.append((String(word), isQuoted)) }
                word = String.UnicodeScalarView()
                isQuoted.toggle()
            } else if !isQuoted, scalar == " " || scalar == "\t" || scalar == "\u{A0}" {
                if !word.isEmpty { words.append((String(word), false)) }
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        if !word.isEmpty { words.append((String(word), isQuoted)) }
        return words
    }
}
