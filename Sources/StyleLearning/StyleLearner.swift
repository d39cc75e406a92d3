internal import Configuration
package import RenderKit
package import SummaryModel

/// Learns a style sheet from a Word file: the document that was read from it is set by a sheet, and the result is measured as
/// the file was. In what they differ becomes a change of the sheet, until nothing is left that a sheet can say.
package struct StyleLearner {
    /// What was learned.
    package struct Result {
        /// The name of the built-in sheet that it extends.
        package let base: String
        /// The sheet as YAML.
        package let text: String
        /// The sheet.
        package let sheet: StyleSheet
        /// What differs still, by the keys of a style sheet, with the values of the sample.
        package let unreproduced: [(path: String, value: String)]
        /// The styles of kinds that the sample does not show.
        package let notShown: [ParagraphStyle.Key]
        /// How many values the sheet says over its base.
        package let changeCount: Int
    }

    private let sample: WordSample
    private let document: Document
    private let decode: (String) throws -> StyleSheet
    private let render: (StyleSheet) throws -> [UInt8]

    /// Creates a learner.
    ///
    /// - Parameters:
    ///   - sample: The measured file.
    ///   - document: The document that was read from it.
    ///   - decode: Makes a style sheet of YAML.
    ///   - render: Sets the document by a sheet.
    package init(
        _ sample: WordSample,
        document: Document,
        decode: @escaping (String) throws -> StyleSheet,
        render: @escaping (StyleSheet) throws -> [UInt8]
    ) {
        self.sample = sample
        self.document = document
        self.decode = decode
        self.render = render
    }

    /// Learns the sheet.
    ///
    /// - Parameters:
    ///   - candidates: The sheets that it may extend, the first preferred.
    ///   - summary: What the sheet is for.
    ///   - comments: Lines with which the text begins.
    package func learn(
        extending candidates: [StyleSheet],
        summary: LocalizedText,
        comments: (String) -> [String]
    ) throws -> Result? {
        var best: Result?
        for base in try nearest(candidates) {
            let result = try learn(from: base, summary, comments(base.name))
            // What a sheet cannot say counts for more than how much it says.
            let count = (result.unreproduced.count, result.changeCount)
            if best.map({ count < ($0.unreproduced.count, $0.changeCount) }) ?? true { best = result }
        }
        return best
    }

    private func learn(from base: StyleSheet, _ summary: LocalizedText, _ comments: [String]) throws -> Result {
        let summary = (zh: summary.zh, en: summary.en)
        var overrides = StyleOverrides()
        var sheet = base
        var comparison = try compare(sheet)
        for round in 0..<10 {
            var next = overrides
            for change in comparison.changes where change.depth <= round { next[change.path] = change.value }
            if next == overrides {
                if comparison.changes.allSatisfy({ $0.depth <= round }) { break }
                continue
            }
            overrides = next
            sheet = try decode(overrides.text(extending: base.name, summary: summary))
            comparison = try compare(sheet)
        }
        let keys = sheet.allParagraphStyles.map(\.key).filter { $0 != .normal && !comparison.shown.contains($0) }
        return Result(
            base: base.name,
            text: overrides.text(extending: base.name, summary: summary, comments: comments),
            sheet: sheet,
            unreproduced: comparison.changes.map { ($0.path.joined(separator: "."), $0.value) },
            notShown: keys.filter { $0 != .footer && $0 != .header },
            changeCount: overrides.values.count
        )
    }

    /// How many sheets are tried as the base.
    private static let trials = 4

    /// The sheets that have to be changed least; the one alone that wrote the file when it is among them.
    private func nearest(_ candidates: [StyleSheet]) throws -> [StyleSheet] {
        if let own = candidates.first(where: { $0.name == sample.ownStyle }) { return [own] }
        var counts: [(index: Int, count: Int)] = []
        for (index, candidate) in candidates.enumerated() {
            counts.append((index, try compare(candidate).changes.count))
        }
        return counts.sorted { ($0.count, $0.index) < ($1.count, $1.index) }.prefix(Self.trials).map {
            candidates[$0.index]
        }
    }

    private func compare(_ sheet: StyleSheet) throws -> StyleComparison {
        StyleComparison(sample, document, try WordSample(try render(sheet)), sheet)
    }
}
