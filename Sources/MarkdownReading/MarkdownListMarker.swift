/// The bullet or number of an item of a list, with a blank or the line end after it.
struct MarkdownListMarker {
    let isBullet: Bool
    /// The offset after the marker.
    let end: Int

    /// The marker at `start`; `nil` when there is none.
    init?(in text: [UInt8], at start: Int, end limit: Int) {
        guard start < limit else { return nil }
        var index = start
        switch text[start] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            isBullet = true
            index += 1
        case 0x30...0x39:
            isBullet = false
            while index < limit, index - start < 9, (0x30...0x39).contains(text[index]) { index += 1 }
            guard index < limit, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") else {
                return nil
            }
            index += 1
        default: return nil
        }
        guard index >= limit || text[index] == 0x20 || text[index] == 0x09 else { return nil }
        end = index
    }
}
