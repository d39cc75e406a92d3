/// The address of a link, as it is written between round brackets (CommonMark 0.31, 6.3).
enum LinkDestination {
    private static let references: [(String, String)] = [
        ("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"),
    ]

    /// What is meant: without angle brackets around it and backslashes that hide a sign, and with the common character
    /// references read.
    static func text(of written: ArraySlice<UInt8>) -> String {
        var rest = written
        if rest.first == 0x3C, rest.last == 0x3E { rest = rest.dropFirst().dropLast() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rest.count)
        while let byte = rest.first {
            if byte == UInt8(ascii: "\\"), let next = rest.dropFirst().first, isSign(next) {
                bytes.append(next)
                rest = rest.dropFirst(2)
            } else if byte == UInt8(ascii: "&"), let found = references.first(where: { rest.starts(with: $0.0.utf8) }) {
                bytes += found.1.utf8
                rest = rest.dropFirst(found.0.utf8.count)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
