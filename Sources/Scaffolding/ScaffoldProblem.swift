package import SummaryModel

/// Why nothing is written.
package struct ScaffoldProblem: Error, Sendable {
    /// What stands in the way and what to do.
    package var message: LocalizedText

    init(zh: String, en: String) { message = LocalizedText(zh: zh, en: en) }
}
