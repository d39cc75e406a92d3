internal import ReadKit

/// The tag `<a …>` in a Markdown text.
struct AnchorTag {
    /// What its attributes say about the text up to `</a>`.
    private(set) var meaning: [TextMark.Meaning] = []

    /// Reads a tag; `nil` for one of another name.
    init?(_ tag: ArraySlice<UInt8>) {
        guard tag.starts(with: "<a".utf8), tag.last == UInt8(ascii: ">"), tag.count > 3,
            tag[tag.startIndex + 2] <= 0x20 || tag.count == 3
        else { return nil }
        var rest = tag.dropFirst(2).dropLast()
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")), equals + 1 < rest.endIndex {
            let name = rest[..<equals].filter { $0 > 0x20 }
            let quote = rest[equals + 1]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = rest[(equals + 2)...].firstIndex(of: quote)
            else { break }
            let value = String(decoding: rest[(equals + 2)..<end], as: UTF8.self)
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
            if !value.isEmpty {
                if name.elementsEqual("href".utf8) { meaning.append(.link(value)) }
                if name.elementsEqual("id".utf8) || name.elementsEqual("name".utf8) { meaning.append(.bookmark(value)) }
            }
            rest = rest[(end + 1)...]
        }
    }
}
