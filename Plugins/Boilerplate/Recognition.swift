internal import SummaryModel

/// Finds out whether a document has a snippet already, in whatever words.
struct Recognition {
    /// A closing of up to this many characters is a formula such as 特此报告, of which a document has one.
    private static let longestFormula = 16
    private static let longestClosing = 24

    private let snippet: Snippet
    /// The paragraphs, with their signs and with values in them: the draft may have other values.
    private let wanted: [Passage]
    private let phrases: [Passage]
    private let announces: Bool
    private let isFormula: Bool

    init(_ insertion: SnippetSelection.Insertion) {
        snippet = insertion.snippet
        var texts = insertion.snippet.templates
        for paragraph in insertion.paragraphs where !texts.contains(paragraph) { texts.append(paragraph) }
        wanted = texts.map(Passage.init)
        phrases = snippet.unless.map(Passage.init)
        announces = snippet.place == .leadEnd && insertion.paragraphs.last.map(Announcement.ends) == true
        isFormula =
            snippet.place == .closing && insertion.paragraphs.count == 1
            && wanted.allSatisfy { $0.letters.count <= Self.longestFormula }
    }

    /// The block by which the document has the snippet.
    func block(in document: Document, _ layout: Layout) -> Block? {
        if !phrases.isEmpty {
            let found = document.blocks.first { block in
                guard block.kind != .residue else { return false }
                let passage = Passage(block.shownText)
                return phrases.contains { $0.isContained(in: passage) }
            }
            if let found { return found }
        }
        if snippet.place.isPageFurniture {
            // A header often repeats the title or a phrase of the text, so only the whole line counts.
            let near = document.blocks.filter { $0.kind == snippet.place.kind } + layout.neighbourhood(of: snippet)
            return near.first { block in
                let passage = Passage(block.shownText)
                return wanted.contains { $0.isSame(as: passage) }
            }
        }
        if let found = layout.neighbourhood(of: snippet).first(where: isSnippet) { return found }
        guard announces, let end = layout.leadEnd, Announcement.ends(end.shownText) else { return nil }
        return end
    }

    private func isSnippet(_ block: Block) -> Bool {
        if snippet.place.isSingular, block.kind == snippet.place.kind { return true }
        let text = block.shownText
        if snippet.place == .date, block.kind == .author, text.contains("年"), text.contains("月") { return true }
        let passage = Passage(text)
        if isFormula, block.kind == .closing, passage.letters.count <= Self.longestClosing { return true }
        if snippet.place == .copies, passage.letters.starts(with: "抄送".unicodeScalars) { return true }
        return wanted.contains { $0.isFound(in: passage) }
    }
}
