internal import SummaryModel

/// The names of provinces and prefectures, from `Words/places.txt`.
struct PlaceNames: Sendable {
    private struct Name: Sendable {
        var text: [Unicode.Scalar]
        /// Whether it is a name without the word that says what it is, which counts only where a name can begin.
        var isShort: Bool
    }

    /// The names by their first character, longer ones first.
    private let names: [Unicode.Scalar: [Name]]
    private let first: ScalarSet

    /// The names that come with the program.
    static let standard = PlaceNames(PackageResources.places_txt)

    init(_ bytes: [UInt8]) {
        var names: [Unicode.Scalar: [Name]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            var text = Array(line.unicodeScalars)
            guard let first = text.first, first != "#" else { continue }
            let isWord = text.last == "!"
            if isWord { text.removeLast() }
            names[first, default: []].append(Name(text: text, isShort: false))
            if !isWord, text.last == "市" {
                names[first, default: []].append(Name(text: text.dropLast(), isShort: true))
            }
        }
        first = ScalarSet(names.keys)
        self.names = names.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    /// The end of the name that begins at `index`.
    ///
    /// - Parameter mayBeShort: Whether a name without its last word counts.
    func end(in text: Scalars, at index: Int, mayBeShort: @autoclosure () -> Bool) -> Int? {
        guard first.contains(text[index]) else { return nil }
        let mayBeShort = mayBeShort()
        let found = names[text[index]]?.first { (mayBeShort || !$0.isShort) && text[index...].starts(with: $0.text) }
        guard let found else { return nil }
        let end = index + found.text.count
        return found.isShort && Self.historic.contains(where: text[end...].starts) ? nil : end
    }

    /// Words with which the name of a city is a part of history: 遵义会议.
    private static let historic = ["会议", "起义", "精神", "会师", "战役", "保卫战", "事变", "整风"]
}
