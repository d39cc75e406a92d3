internal import StageKit
internal import SummaryModel

/// The characters that no rule changes: web and mail addresses, names of files, code between backquotes, tags and
/// references of mark-up, what stands in `{{…}}`, 【…】 and [...], and gaps.
struct ExemptSpans: Sendable {
    private enum Flag: UInt8 { case text, exempt, gap }

    private var flags: [Flag]
    private let start: Int

    init(_ text: [Unicode.Scalar], _ range: Range<Int>, gaps: [Range<Int>]) {
        flags = [Flag](repeating: .text, count: range.count)
        start = range.lowerBound
        let passage = text[range]
        var index = range.lowerBound
        var last: (code: Int, square: Int, lenticular: Int) = (-1, -1, -1)
        var codeOpen: Int?
        while index < range.upperBound {
            let scalar = text[index]
            switch scalar {
            case "<":
                if let end = LeakedMarkup.repair(in: passage, at: index)?.end
                    ?? LeakedMarkup.tagEnd(in: passage, at: index)
                {
                    mark(index..<end)
                    index = end
                    continue
                }
            case "&":
                if let end = LeakedMarkup.reference(in: passage, at: index)?.end {
                    mark(index..<end)
                    index = end
                    continue
                }
            case "`":
                if let open = codeOpen {
                    mark(open..<index + 1)
                    codeOpen = nil
                } else {
                    codeOpen = index
                }
            case "[", "［": last.square = index
            case "]", "］":
                if last.square >= 0, index - last.square <= Self.longestBracket {
                    // The colon after `[^1]` at the beginning of a text makes it a footnote.
                    let isNote =
                        last.square == range.lowerBound && index > last.square + 2 && text[last.square + 1] == "^"
                        && index + 1 < range.upperBound && text[index + 1] == ":"
                    mark(last.square..<index + (isNote ? 2 : 1))
                }
                last.square = -1
            case "【": last.lenticular = index
            case "】":
                if last.lenticular >= 0, index - last.lenticular <= Self.longestBracket {
                    mark(last.lenticular..<index + 1)
                }
                last.lenticular = -1
            case "{":
                if let end = Self.tagEnd(text, index, range) {
                    mark(index..<end)
                    index = end
                    continue
                }
            default: break
            }
            if Self.isOfAddress(scalar) {
                var end = index + 1
                while end < range.upperBound, Self.isOfAddress(text[end]), text[end] != "<", text[end] != "{",
                    text[end] != "`"
                {
                    end += 1
                }
                if let address = Self.address(text[index..<end]) { mark(address) }
                index = end
                continue
            }
            index += 1
        }
        for gap in gaps { mark(gap.clamped(to: range), .gap) }
    }

    private static let longestBracket = 42
    private static let longestTag = 60

    private mutating func mark(_ range: Range<Int>, _ flag: Flag = .exempt) {
        for index in range { flags[index - start] = flag }
    }

    subscript(_ index: Int) -> Bool { flags[index - start] != .text }

    /// Whether the character belongs to a gap that is marked as such.
    func isGap(_ index: Int) -> Bool { flags[index - start] == .gap }

    /// The end of `{{key}}` or `{{#…}}`.
    private static func tagEnd(_ text: [Unicode.Scalar], _ index: Int, _ range: Range<Int>) -> Int? {
        guard index + 1 < range.upperBound, text[index + 1] == "{" else { return nil }
        var end = index + 2
        while end + 1 < range.upperBound, end - index < longestTag {
            if text[end] == "}", text[end + 1] == "}" { return end + 2 }
            end += 1
        }
        return nil
    }

    private static func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value < 0x7F && !"\"'<>{}`[]&".unicodeScalars.contains(scalar)
            || scalar == "&"
    }

    /// The part of a run without blanks that is an address or the name of a file.
    private static func address(_ run: Scalars) -> Range<Int>? {
        guard run.count >= 4, run.contains(".") || run.contains("@") || run.contains("/") else { return nil }
        var end = run.endIndex
        while end > run.startIndex, ",;:!?.".unicodeScalars.contains(run[end - 1]) { end -= 1 }
        let bare = run[..<end]
        let isAddress =
            bare.holds("://") || bare.holds("www.") || isMail(bare)
            || hosts.contains { host in bare.ends(with: host) || bare.holds(host + "/") || bare.holds(host + ":") }
        if isAddress {
            // （https://…) and 网址:http://…: what stands before the address is no part of it.
            let name = bare.firstIndex(ofText: "://") ?? bare.firstIndex(ofText: "www.") ?? bare.startIndex
            var begin = name
            while begin > bare.startIndex, bare[begin - 1].isNarrowWord { begin -= 1 }
            if bare.last == ")", !bare[begin...].contains("(") { end -= 1 }
            return begin..<end
        }
        let name = bare.drop { $0 == "," || $0 == ";" || $0 == ":" }
        guard let dot = name.lastIndex(of: "." as Unicode.Scalar) else { return nil }
        let ending = name[(dot + 1)...].string.lowercased()
        return files.contains(ending) ? name.startIndex..<end : nil
    }

    private static func isMail(_ run: Scalars) -> Bool {
        guard let sign = run.firstIndex(of: "@" as Unicode.Scalar), sign > run.startIndex else { return false }
        return run[(sign + 1)...].contains(".")
    }

    private static let hosts = [".com", ".cn", ".net", ".org", ".gov", ".edu"]
    private static let files: Set<String> = [
        "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "md", "csv", "wps", "et", "ofd", "zip", "rar", "7z",
        "jpg", "jpeg", "png", "gif", "mp3", "mp4", "html", "htm", "json", "xml", "yaml", "exe", "apk", "rtf", "odt",
    ]
}
