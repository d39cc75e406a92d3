public import StageKit
internal import SummaryModel

/// The options of ``UnitNamesStage``.
public struct UnitNamesOptions: StageOptions {
    /// The symbols that are written out.
    public var units = UnitNamesStage.units.map(\.symbol)

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<UnitNamesOptions>] = [
        .texts(
            "units",
            \.units,
            allowed: UnitNamesStage.units.map(\.symbol),
            LocalizedText(zh: "要写成中文名称的单位符号", en: "The symbols that are written out.")
        )
    ]
}
