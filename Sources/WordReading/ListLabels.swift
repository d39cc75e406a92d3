/// Counts the paragraphs of lists and writes their labels as they are shown (ISO/IEC 29500-1, 17.9).
struct ListLabels {
    /// The label of a paragraph.
    struct Label {
        /// The label with the blank after it.
        var text: String
        /// Whether it is a bullet.
        var isBullet: Bool
    }

    private struct Start: Hashable {
        var number: String
        var level: Int
    }

    private let definitions: NumberingDefinitions
    /// The present numbers of each list, by level. Numbers that name one list count on together.
    private var counters: [String: [Int: Int]] = [:]
    /// The levels of numbers that were used, so that their own start counts once.
    private var used: Set<Start> = []

    init(_ definitions: NumberingDefinitions) { self.definitions = definitions }

    /// The level that a paragraph style gives its paragraphs, when its own properties do not say.
    func level(forStyle style: String, number id: String) -> Int? {
        definitions.numbers[id].flatMap { definitions.level(forStyle: style, of: $0) }
    }

    /// The label of the next paragraph that is on a level, from 0, of a list.
    mutating func next(number id: String, level index: Int) -> Label? {
        guard let number = definitions.numbers[id], let level = definitions.level(index, of: number) else { return nil }
        count(number, id, index)
        if level.format == .bullet {
            let bullet = Self.bullet(level)
            return bullet.isEmpty ? nil : Label(text: bullet + " ", isBullet: true)
        }
        let text = text(of: level, index, number, id)
        return Label(text: Self.needsBlank(level, text) ? text + " " : text, isBullet: false)
    }

    private mutating func count(_ number: NumberingDefinitions.Number, _ id: String, _ index: Int) {
        var counter = counters[number.list, default: [:]]
        let isFirst = used.insert(Start(number: id, level: index)).inserted
        if isFirst, let start = number.starts[index] {
            counter[index] = start
        } else if let last = counter[index] {
            counter[index] = min(last, .max - 1) + 1
        } else {
            counter[index] = definitions.level(index, of: number)?.start ?? 1
        }
        for deeper in Array(counter.keys) where deeper > index {
            let restart = definitions.level(deeper, of: number)?.restart
            if restart.map({ $0 > index }) ?? true { counter[deeper] = nil }
        }
        counters[number.list] = counter
    }

    /// The text of a label with its numbers put in. A level above that has not been used yet shows where it would start.
    private func text(
        of level: NumberingDefinitions.Level,
        _ index: Int,
        _ number: NumberingDefinitions.Number,
        _ id: String
    ) -> String {
        let counter = counters[number.list] ?? [:]
        var text = String.UnicodeScalarView()
        var isSign = false
        for scalar in level.text.unicodeScalars {
            if isSign, let digit = scalar.properties.numericType == .decimal ? Int(scalar.value) - 0x30 : nil,
                (1...9).contains(digit)
            {
                let other = digit - 1
                let definition = definitions.level(other, of: number)
                let unused = used.contains(Start(number: id, level: other)) ? nil : number.starts[other]
                let value = counter[other] ?? unused ?? definition?.start ?? 1
                let isLegal = level.isLegal && other != index
                let format = isLegal ? .decimal : definition?.format ?? .decimal
                text.append(contentsOf: format.string(value).unicodeScalars)
                isSign = false
                continue
            }
            if isSign { text.append("%") }
            isSign = scalar == "%"
            if !isSign { text.append(scalar) }
        }
        if isSign { text.append("%") }
        return String(text)
    }

    /// A bullet as it is shown. Word takes many from fonts of signs, whose characters mean nothing in another font.
    private static func bullet(_ level: NumberingDefinitions.Level) -> String {
        guard let first = level.text.unicodeScalars.first else { return "" }
        if let sign = SymbolFont.sign(first, in: level.font) { return String(Character(sign)) }
        // A letter stands for the sign that some font has in its place.
        let isPlain = level.text.unicodeScalars.allSatisfy { !$0.isASCII && !SymbolFont.isPrivate($0) }
        return isPlain ? level.text : "•"
    }

    /// Whether a blank is shown between label and text: after a letter, a digit or an ASCII mark, and after a number of
    /// Chinese characters without any mark. 一、 and （一） and ① stand before their text without one.
    private static func needsBlank(_ level: NumberingDefinitions.Level, _ text: String) -> Bool {
        guard level.hasSpace, let last = text.unicodeScalars.last else { return false }
        if last.isASCII { return true }
        return text.unicodeScalars.allSatisfy { "〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars.contains($0) }
    }
}
