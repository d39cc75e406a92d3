internal import RenderKit

/// How a run differs from its paragraph.
struct RunFormat: Hashable {
    /// The level of the heading whose phrase the run belongs to, when text runs on after it.
    var phraseLevel: Int?
    /// Whether the run is the name of somebody who signs the document for issue.
    var isSigner = false
    /// Whether the run is a gap that is still open.
    var isPlaceholder = false

    /// A run that does not differ.
    static let plain = RunFormat()

    /// The place among ``all``; that of a level that there is not is that of none.
    var number: Int {
        let level = phraseLevel.map { (1...5).contains($0) ? $0 : 0 } ?? 0
        return (isSigner ? 6 : level) * 2 + (isPlaceholder ? 1 : 0)
    }

    /// The character style of the text, besides that of a gap.
    var style: CharacterStyle.Key? { isSigner ? .signer : phraseLevel.map { .headingPhrase(level: $0) } }

    /// All formats that there are.
    static let all =
        (([nil] + (1...5).map(Optional.some)).map { RunFormat(phraseLevel: $0) } + [RunFormat(isSigner: true)])
        .flatMap { format in
            var gap = format
            gap.isPlaceholder = true
            return [format, gap]
        }
}
