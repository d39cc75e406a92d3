package import SummaryModel

/// What a stage or a rule does, in one sentence of each language.
package struct ScaffoldSummary: Sendable, Hashable {
    /// The wordings: the Chinese one without its stop, the English one with it.
    package let wording: LocalizedText

    /// How long the wordings may be, so that the lines that hold them are no longer than others.
    package static let longest = (zh: 60, en: 100)

    /// Takes two sentences; `nil` when one is empty, too long or has more than one line.
    package init?(zh: String, en: String) {
        let zh = zh.hasSuffix("。") ? String(zh.dropLast()) : zh
        let en = en.hasSuffix(".") ? en : en + "."
        func isLine(_ text: String) -> Bool {
            text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x7F && !(0x2028...0x2029).contains($0.value)
            }
        }
        guard !zh.isEmpty, en != ".", isLine(zh), isLine(en),
            Template.literal(zh).unicodeScalars.count <= Self.longest.zh,
            Template.literal(en).unicodeScalars.count <= Self.longest.en
        else { return nil }
        wording = LocalizedText(zh: zh, en: en)
    }

    /// What the templates do.
    init(_ wording: LocalizedText) { self.wording = wording }
}
