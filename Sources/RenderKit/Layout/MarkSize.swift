package import SummaryModel
internal import TitleBreaking

/// The type size in which the mark of the issuing body fits its line (GB/T 9704-2012, 7.2.4 leaves the size to the body).
package struct MarkSize: Sendable, Hashable {
    /// The size.
    package let size: Length
    /// Whether it is smaller than the style says.
    package let isReduced: Bool
    /// Whether the mark fits.
    package let fits: Bool
    /// Its longest line.
    package let longest: String

    /// Finds the size.
    ///
    /// - Parameters:
    ///   - lines: The lines of the mark. Of several the last may end with 文件, which then stands beside all of them.
    ///   - style: The size that the style says.
    ///   - least: The smallest size that there may be.
    ///   - width: The length of the line.
    init(_ lines: [String], style: Length, least: Length, width: Length) {
        var names = lines
        var beside = 0
        if lines.count > 1, let last = lines.last, last.hasSuffix(Self.jointWord) {
            names[names.count - 1] = String(last.dropLast(Self.jointWord.count))
            // Between the names and the word, and at the end of the line, is room for rounding.
            beside = Self.jointWord.count * 2 + 2
        }
        let widths = names.map { TitleLines.halfWidths(of: $0) + beside }
        let longest = widths.max() ?? 0
        self.longest = widths.firstIndex(of: longest).map { names[$0] } ?? ""
        let least = min(least, style)
        // Sizes are in half points.
        let fitting = longest == 0 ? style.twips : width.twips * 2 / longest / 10 * 10
        size = max(least, Length(twips: min(style.twips, fitting)))
        isReduced = size < style
        fits = longest * size.twips / 2 <= width.twips
    }

    /// What ``losses(of:in:)`` may report.
    package static func findings(in format: String) -> [FindingDescription] {
        [
            FindingDescription(
                "\(format).mark-too-long",
                .warning,
                LocalizedText(zh: "发文机关标志过长，一行排不下", en: "The mark of the issuing body does not fit its line."),
                source: "GB/T 9704-2012 7.2.4"
            )
        ]
    }

    /// Findings for the marks that do not fit their lines even in the smallest type.
    package static func losses(of layout: BlockLayout, in format: String) -> [Diagnostic] {
        layout.heads.compactMap { head in
            guard let mark = layout.mark(in: head), !mark.size.fits else { return nil }
            return Diagnostic(
                id: "\(format).mark-too-long",
                severity: .warning,
                message: LocalizedText(
                    zh: "发文机关标志“\(mark.size.longest)”缩小到标题的字号仍排不进一行；请用机关的规范化简称，或分成几行",
                    en:
                        "the mark '\(mark.size.longest)' does not fit a line even in the size of the title; use the short name of the body, or several lines"
                ),
                anchor: .init(layout.blocks[mark.index].id),
                source: "GB/T 9704-2012 7.2.4"
            )
        }
    }

    /// What the last name of a joint mark may end with, and what stands beside all names then.
    package static let jointWord = "文件"
}
