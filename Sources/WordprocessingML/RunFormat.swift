internal import RenderKit

/// How a run differs from its paragraph.
struct RunFormat: Hashable {
    /// The level of the heading whose phrase the run belongs to, when text runs on after it.
    var phraseLevel: Int?
    /// Whether the run is the name of somebody who signs the document for issue.
    var isSigner = false
    /// Whether the run is of a first sentence that is set apart.
    var isLead = false
    /// Whether the run is a gap that is still open.
    var isPlaceholder = false
    /// Whether the run is a link.
    var isLink = false

    /// A run that does not differ.
    static let plain = RunFormat()

    /// The place among ``all``; that of a level that there is not is that of none.
    var number: Int {
        let level = phraseLevel.map { (1...5).contains($0) ? $0 : 0 } ?? 0
        return (isLink ? Self.unlinkedCount : 0) + (isLead ? 7 : isSigner ? 6 : level) * 2 + (isPlaceholder ? 1 : 0)
    }

    /// The character style of the text, besides that of a gap.
    var style: CharacterStyle.Key? {
        if isLead { return .leadSentence }
        return isSigner ? .signer : phraseLevel.map { .headingPhrase(level: $0) }
    }

    private static let unlinkedCount = 16

    /// All formats that there are in a sheet; without a style for links, these look like what stands around them.
    static func all(hasLinkStyle: Bool) -> [RunFormat] {
        guard hasLinkStyle else { return unlinked }
        return unlinked
            + unlinked.map { format in
                var link = format
                link.isLink = true
                return link
            }
    }

    private static let unlinked =
        (([nil] + (1...5).map(Optional.some)).map { RunFormat(phraseLevel: $0) }
        + [RunFormat(isSigner: true), RunFormat(isLead: true)])
        .flatMap { format in
            var gap = format
            gap.isPlaceholder = true
            return [format, gap]
        }
}
