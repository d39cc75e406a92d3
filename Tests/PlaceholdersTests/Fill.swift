import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
@testable import Placeholders

/// A stage with options as a data file gives them.
enum Fill {
    static func value(_ content: ConfigurationValue.Content, line: Int = 1) -> ConfigurationValue {
        ConfigurationValue(
            content,
            place: ConfigurationPlace(file: "data.yaml", position: SourcePosition(line: line, column: 1))
        )
    }

    static func mapping(_ entries: [(String, ConfigurationValue)]) -> ConfigurationValue {
        value(
            .mapping(
                entries.enumerated().map { index, entry in
                    .init(
                        key: entry.0,
                        keyPlace: ConfigurationPlace(
                            file: "data.yaml",
                            position: SourcePosition(line: index + 1, column: 1)
                        ),
                        value: entry.1
                    )
                }
            )
        )
    }

    static func texts(_ entries: KeyValuePairs<String, String>) -> ConfigurationValue {
        mapping(entries.map { ($0.key, value(.string($0.value))) })
    }

    /// Records of texts.
    static func records(_ records: [KeyValuePairs<String, String>]) -> ConfigurationValue {
        value(.list(records.map(texts)))
    }

    static func stage(
        _ data: ConfigurationValue? = nil,
        _ change: (inout PlaceholdersOptions) -> Void = { _ in }
    ) throws -> PlaceholdersStage {
        var options = PlaceholdersOptions()
        options.data = data
        change(&options)
        return try PlaceholdersStage(options: options)
    }

    static func test(
        _ data: ConfigurationValue? = nil,
        _ change: (inout PlaceholdersOptions) -> Void = { _ in }
    ) throws -> StageTest {
        StageTest(try stage(data, change), reading: { DraftReader().read(Draft(source: $0, format: "text")).document })
    }
}
