/// A paragraph of a sample with its effective formatting.
struct SampleParagraph {
    /// A run of characters of one format.
    struct Run {
        var scalars: [Unicode.Scalar]
        var format: SampleFormat
        /// The identity of its character style.
        var style: String?
    }

    /// The text without blanks.
    var text: [Unicode.Scalar] = []
    var runs: [Run] = []
    /// The format of the paragraph; that of its characters stands in the runs.
    var format: SampleFormat = [:]
    /// The identity of its style.
    var style: String?
    /// The height of the empty paragraphs above and below.
    var blankAbove = 0
    var blankBelow = 0
    /// Whether a list of Word numbers it.
    var isNumbered = false
    /// The table in which it stands, and its row.
    var table: Int?
    var row = 0
    var ruleAbove: SampleRule?
    var ruleBelow: SampleRule?
    /// Its place on the page, when it has one of its own.
    var frame: [String: String]?

    /// The format of most of the characters of a part of the text.
    func textFormat(_ range: Range<Int>? = nil) -> SampleFormat {
        var counts: [FormatProperty: [FormatValue: Int]] = [:]
        var start = 0
        let range = range ?? 0..<Int.max
        for run in runs {
            let part =
                max(
                    range.lowerBound,
                    start
                )..<max(max(range.lowerBound, start), min(range.upperBound, start + run.scalars.count))
            let scalars = run.scalars[(part.lowerBound - start)..<(part.upperBound - start)]
            start += run.scalars.count
            guard !scalars.isEmpty else { continue }
            let western = scalars.count { $0.isASCII }
            for (property, value) in run.format {
                // Each font counts where its characters are; where there are none of them, by the others.
                let weight =
                    switch property {
                    case .font: 1 + 1000 * (scalars.count - western)
                    case .latin: 1 + 1000 * western
                    default: scalars.count
                    }
                counts[property, default: [:]][value, default: 0] += weight
            }
        }
        return counts.compactMapValues { values in
            values.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key
        }
    }
}
