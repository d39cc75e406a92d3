package import SummaryModel

/// Finds the gaps of a document: `X`, `××`, `***`, `____`, `【…】`, `{{key}}`, `（此处填写…）`, where the context shows one, and
/// the starts of the sections of a template, `{{#name}}` and `{{^name}}`.
package struct PlaceholderFinder: Sendable {
    /// A gap with its place.
    package struct Gap: Sendable {
        /// The block.
        package var block: BlockID
        /// Where the sign stands in the draft; `nil` when a stage made the text.
        package var source: SourceRange?
        /// The gap.
        package var placeholder: Placeholder
        /// Its number among the gaps of the draft, from 1; `nil` in a block that a stage made.
        package var ordinal: Int?
        /// The key of the first gap that must have the same value; its own when there is no other.
        package var group: String
        /// The names of the sections that it stands in, outermost first.
        package var sections: [String]
        /// Whether it is the start of a section.
        package var isSection: Bool
        /// The words after it by which its name ends, 局 of X局; empty when it is no part of a name.
        package var nameEnd: String
        /// The ten characters before it.
        package var before: String
        /// The ten characters after it.
        package var after: String
        /// What goes before it in its sentence, sixty characters at the most.
        package var sentenceBefore: String
        /// What comes after it in its sentence, sixty characters at the most.
        package var sentenceAfter: String
    }

    private let tellsSentences: Bool

    /// Creates a finder.
    ///
    /// - Parameter tellsSentences: Whether the words around the gaps are told; it takes as long as finding the gaps.
    package init(tellsSentences: Bool = true) { self.tellsSentences = tellsSentences }

    /// Finds the gaps of `document` and marks them as pieces of their own; those that are marked already count as well.
    ///
    /// - Returns: The gaps in reading order.
    package func mark(_ document: inout Document) -> [Gap] {
        var search = GapSearch(tellsSentences: tellsSentences)
        // Most blocks hold no gap, and are not touched.
        for (index, block) in document.blocks.enumerated() where isSearched(block) && GapSearch.mayHoldGap(block) {
            search.mark(&document.blocks[index])
        }
        return search.groupedGaps()
    }

    private func isSearched(_ block: Block) -> Bool {
        switch block.kind {
        case .residue, .formula, .pageNumber, .tableOfContents: false
        default: true
        }
    }
}
