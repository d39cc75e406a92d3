import DraftReading
import Proofreading
import ReadKit
import StageKit
import StageTesting
import SummaryModel

/// Tests of the stage on short drafts with marks.
enum StageCheck {
    /// What is not as it should be; empty when all is well.
    ///
    /// - Parameter rules: The rules that run, with their usual levels; all when there are none.
    static func failures(_ draft: String, rules: [String] = [], becomes expected: String? = nil) -> [String] {
        let place = ConfigurationPlace(file: "test")
        var entries: [ConfigurationValue.Entry] = []
        func add(_ key: String, _ content: ConfigurationValue.Content) {
            entries.append(.init(key: key, keyPlace: place, value: ConfigurationValue(content, place: place)))
        }
        if !rules.isEmpty {
            let others = ProofreadingStage.findings.map { String($0.id.dropFirst("proofreading.".count)) }
                .filter { !rules.contains($0) }
            let off = others.map {
                ConfigurationValue.Entry(key: $0, keyPlace: place, value: .init(.string("off"), place: place))
            }
            add("rules", .mapping(off))
        }
        if expected != nil { add("mode", .string("fix")) }
        do {
            let stage = try StageDefinition(ProofreadingStage.self).makeStage(
                options: ConfigurationValue(.mapping(entries), place: place)
            ) { _, _ throws(ConfigurationError) in throw ConfigurationError([]) }
            let test = StageTest(stage) { source in
                DraftReader().read(Draft(source: source, format: "text")).document
            }
            return test.failures(draft, becomes: expected)
        } catch {
            return ["the options are refused: \(error.problems.map(\.message.en))"]
        }
    }
}
