import Configuration
import DraftReading
import Qinggao
import ReadKit
import StageKit
import StageTesting
import Testing

/// The descriptions of the stages, and the examples of the reference pages, run as they stand there.
@Suite("What every stage keeps")
struct StageConformanceTests {
    @Test("descriptions, options and examples", arguments: StageCatalog.standard.definitions.map(\.name))
    func conformance(name: String) throws {
        let definition = try #require(StageCatalog.standard[name])
        let failures = StageConformance.failures(
            of: definition,
            parsing: { (text, file) throws(ConfigurationError) in try DataFile.read(Array(text.utf8), path: file) },
            reading: { DraftReader().read(Draft(source: $0, format: "text")).document }
        )
        #expect(failures == [])
    }

    @Test("every stage lists its findings and shows examples", arguments: StageCatalog.standard.definitions.map(\.name))
    func described(name: String) throws {
        let definition = try #require(StageCatalog.standard[name])
        #expect(!definition.findings.isEmpty)
        // An example of a stage that runs a program would need that program.
        #expect(definition.examples.count >= 2 || definition.startsPrograms, "\(name) needs two examples at least")
    }
}
