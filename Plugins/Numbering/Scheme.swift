internal import SummaryModel

/// A scheme of numbers: how each level of headings is written, from the highest down.
struct Scheme: Hashable {
    var name: String
    var levels: [LevelPattern]

    /// The name as labels carry it.
    var label: NumberLabel.Scheme { NumberLabel.Scheme(rawValue: name) }

    /// The pattern of a level, from 1; `nil` where the scheme has none.
    func pattern(_ level: Int) -> LevelPattern? {
        levels.indices.contains(level - 1) ? levels[level - 1] : nil
    }

    /// The schemes that need not be configured: those of official documents (GB/T 9704-2012, 7.3.3; ① is practice), of
    /// rules with chapters and articles, whose articles are counted through, and of decimal numbers, which a blank
    /// follows (GB/T 1.1-2020, 7.3).
    static let builtIn: [Scheme] = [
        made(NumberLabel.Scheme.official, ["{一}、", "（{一}）", "{1}.", "（{1}）", "{①}"]),
        made(NumberLabel.Scheme.articles, ["第{一}章　", "第{一}节　", "第{一+}条　", "（{一}）", "{1}."]),
        made(NumberLabel.Scheme.decimal, ["{1}　"] + Array(repeating: "{1.1}　", count: 4)),
    ]

    private static func made(_ label: NumberLabel.Scheme, _ patterns: [String]) -> Scheme {
        Scheme(name: label.rawValue, levels: patterns.compactMap { try? LevelPattern($0) })
    }
}
