internal import SummaryModel

/// A list of words with weights, one per line: the weight, a blank, the word; or the word alone. `#` begins a comment.
struct WordList: Sendable {
    private struct Word: Sendable {
        var characters: [Unicode.Scalar]
        var weight: Double
    }

    /// The words by their first character, longest first.
    private var byFirst: [Unicode.Scalar: [Word]] = [:]
    /// The words by their last character, longest first.
    private var byLast: [Unicode.Scalar: [Word]] = [:]

    init(parsing bytes: [UInt8]) {
        for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
            var characters = line
            var weight = 1.0
            if line.count > 2, line[line.startIndex + 1] == 0x20, (0x30...0x39).contains(line[line.startIndex]) {
                weight = Double(line[line.startIndex] - 0x30)
                characters = line.dropFirst(2)
            }
            let word = Word(
                characters: Array(String(decoding: characters, as: UTF8.self).unicodeScalars),
                weight: weight
            )
            guard let first = word.characters.first, let last = word.characters.last else { continue }
            byFirst[first, default: []].append(word)
            byLast[last, default: []].append(word)
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.characters.count > $1.characters.count } }
        for key in byLast.keys { byLast[key]?.sort { $0.characters.count > $1.characters.count } }
    }

    /// The words that stand in `text`, the longest at each place, without overlap: their weights.
    func weights(in text: Scalars) -> [Double] {
        var found: [Double] = []
        var index = text.startIndex
        while index < text.endIndex {
            if let word = byFirst[text[index]]?.first(where: { text[index...].starts(with: $0.characters) }) {
                found.append(word.weight)
                index += word.characters.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// The longest word with which `text` ends: its length and weight.
    func suffix(of text: Scalars) -> (length: Int, weight: Double)? {
        guard let last = text.last, let words = byLast[last] else { return nil }
        for word in words where word.characters.count <= text.count {
            if text.suffix(word.characters.count).elementsEqual(word.characters) {
                return (word.characters.count, word.weight)
            }
        }
        return nil
    }
}
