internal import StageKit
internal import SummaryModel

/// Units that are not legal units, or are not written as such.
struct UnitOfMeasurement: PassageRule {
    static let name = "unit"
    static let summary = LocalizedText(
        zh: "非法定计量单位和不规范的单位符号",
        en: "Units that are not legal ones, and unit symbols in the wrong form."
    )
    static let source: String? = "GB 3100-1993"
    static let level = RuleLevel.info

    /// Names of units; a unit without another name has to be converted.
    private static let names: [(wrong: String, right: String?)] = [
        ("公分", "厘米"), ("公升", "升"), ("平米", "平方米"), ("市斤", nil), ("市里", nil), ("市尺", nil), ("英寸", nil), ("英尺", nil),
        ("公厘", "毫米"), ("立米", "立方米"), ("千瓦小时", "千瓦时"),
    ]
    /// Symbols of units, which stand alone.
    private static let symbols: [(wrong: String, right: String)] = [
        ("KM", "km"), ("Km", "km"), ("KG", "kg"), ("Kg", "kg"), ("kG", "kg"), ("M2", "m²"), ("m2", "m²"), ("M²", "m²"),
        ("M3", "m³"), ("m3", "m³"), ("M³", "m³"), ("km2", "km²"), ("KM2", "km²"), ("Km2", "km²"), ("KM²", "km²"),
        ("Km²", "km²"),
        ("kw", "kW"), ("KW", "kW"), ("Kw", "kW"), ("kwh", "kW·h"), ("KWH", "kW·h"), ("KWh", "kW·h"), ("Kwh", "kW·h"),
        ("MM", "mm"), ("CM", "cm"), ("Cm", "cm"), ("ML", "mL"),
    ]
    static let signs: CharacterFilter? = CharacterFilter(
        String((names.map(\.wrong) + symbols.map(\.wrong)).compactMap(\.first))
    )

    private static let symbolSigns = CharacterFilter(String(symbols.compactMap(\.wrong.first)))

    private static let nameIndex = PhraseIndex(names.map(\.wrong))
    private static let symbolIndex = PhraseIndex(symbols.map(\.wrong))

    private static let beforeUnits = ScalarSet("余多万亿千百 ")

    init(words: WordLists) {}

    var phrases: [PhraseFilter] { [Self.nameIndex.filter] }

    func findings(in passage: Proof.Passage) -> [Finding] {
        let text = passage.text
        var findings: [Finding] = []
        for match in Self.nameIndex.matches(in: text, at: passage.phrasePlaces)
        where isMeasured(match.range.lowerBound, in: text) {
            let name = Self.names[match.phrase]
            findings.append(Finding(match.range, Self.message(name.wrong, name.right), replacement: name.right))
        }
        guard passage.mayHold(Self.symbolSigns) else { return findings }
        for index in text.indices where text[index].isLatinLetter {
            guard let match = Self.symbolIndex.longestMatch(in: text, at: index),
                isMeasured(index, in: text), isAlone(match.range.upperBound, in: text)
            else { continue }
            let symbol = Self.symbols[match.phrase]
            findings.append(Finding(match.range, Self.message(symbol.wrong, symbol.right), replacement: symbol.right))
        }
        return findings
    }

    /// Whether a number, and no part of a code such as A4-50KW, stands before `index`.
    private func isMeasured(_ index: Int, in text: Scalars) -> Bool {
        var start = index
        while start > text.startIndex, Self.beforeUnits.contains(text[start - 1]), index - start < 3 {
            start -= 1
        }
        guard start > text.startIndex else { return false }
        if text[start - 1].isHan { return start == index && HanNumeral.characters.contains(text[start - 1]) }
        guard text[start - 1].digitValue != nil else { return false }
        while start > text.startIndex,
            text[start - 1].digitValue != nil || ".．,".unicodeScalars.contains(text[start - 1])
        {
            start -= 1
        }
        // The first number of a range.
        if start - 1 > text.startIndex, text[start - 1].isRangeSign, text[start - 2].digitValue != nil {
            start -= 1
            while start > text.startIndex, text[start - 1].digitValue != nil { start -= 1 }
        }
        guard start > text.startIndex else { return true }
        let before = text[start - 1]
        return !(before.isLatinLetter || before.isGapSign || "-#/".unicodeScalars.contains(before))
    }

    /// Whether no letter or digit follows.
    private func isAlone(_ index: Int, in text: Scalars) -> Bool {
        guard index < text.endIndex else { return true }
        let next = text[index]
        return !(next.isLatinLetter || next.digitValue != nil || "²³-_".unicodeScalars.contains(next))
    }

    // MARK: - Wording

    private static func message(_ wrong: String, _ right: String?) -> LocalizedText {
        guard let right else {
            return LocalizedText(
                zh: "“\(wrong)”不是法定计量单位，请换算后改写",
                en: "'\(wrong)' is not a legal unit; convert the value"
            )
        }
        return LocalizedText(zh: "单位“\(wrong)”应写作“\(right)”", en: "the unit '\(wrong)' should be '\(right)'")
    }
}
