package import SummaryModel

/// The marks of footnotes in a text: `[^name]`.
package enum NoteMark {
    /// A part of a text.
    struct Piece {
        var text: String
        /// The UTF-8 offset in the text.
        var offset: Int
        /// The name, when the piece is a reference.
        var name: String?
    }

    /// The longest name, in bytes.
    private static let longest = 60

    /// Whether `[^` stands in a text.
    static func mayOccur(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index + 1 < bytes.count {
                if bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^") { return true }
                index += 1
            }
            return false
        }
    }

    /// The name and the end of the mark that begins at `start`; `nil` where none does.
    private static func mark(_ bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
        guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^") else {
            return nil
        }
        var end = start + 2
        while end < bytes.count, bytes[end] != UInt8(ascii: "]") {
            guard bytes[end] > 0x20, bytes[end] != UInt8(ascii: "["), end - start < longest else { return nil }
            end += 1
        }
        guard end < bytes.count, end > start + 2 else { return nil }
        return (String(decoding: bytes[(start + 2)..<end], as: UTF8.self), end + 1)
    }

    /// The parts of a text, of which some are references.
    static func pieces(of text: String, _ isNote: (String) -> Bool) -> [Piece] {
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var start = 0
        func add(upTo end: Int) {
            guard end > start else { return }
            pieces.append(Piece(text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start))
        }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "["), let found = mark(bytes, at: index), isNote(found.name) else {
                index += 1
                continue
            }
            add(upTo: index)
            let shown = String(decoding: bytes[index..<found.end], as: UTF8.self)
            pieces.append(Piece(text: shown, offset: index, name: found.name))
            (start, index) = (found.end, found.end)
        }
        add(upTo: bytes.count)
        return pieces
    }

    /// The name and the mark with which a footnote begins, the colon and blanks after it among it.
    package static func definition(in block: Block) -> (name: String, mark: String)? {
        guard block.label == nil, case .text(let text)? = block.content.first?.content else { return nil }
        let bytes = Array(text.utf8.prefix(longest + 16))
        guard let found = mark(bytes, at: 0) else { return nil }
        var end = found.end
        if bytes[end...].starts(with: ":".utf8) {
            end += 1
        } else if bytes[end...].starts(with: "：".utf8) {
            end += 3
        } else {
            return nil
        }
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return (found.name, String(decoding: bytes[..<end], as: UTF8.self))
    }

    /// The block without the mark with which its first piece begins.
    package static func withoutMark(_ block: Block, _ mark: String) -> Block {
        var block = block
        guard let first = block.content.first, case .text(let text) = first.content else { return block }
        let rest = String(decoding: text.utf8.dropFirst(mark.utf8.count), as: UTF8.self)
        let source = first.source.flatMap { source in
            source.count == text.utf8.count
                ? SourceRange(source.lowerBound + mark.utf8.count, source.upperBound) : nil
        }
        block.content[0] = first.part(.text(rest), source: source)
        if rest.isEmpty { block.content.removeFirst() }
        return block
    }
}
