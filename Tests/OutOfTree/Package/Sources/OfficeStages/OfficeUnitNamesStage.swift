public import StageKit
public import SummaryModel

/// Writes units by their Chinese names after figures, as `unit-names` does; made from outside the repository.
public struct OfficeUnitNamesStage: Stage {
    /// The options of the stage.
    public struct Options: StageOptions {
        /// The symbols that are written out.
        public var units = ["km", "kg", "t"]

        /// Creates the defaults.
        public init() {}

        /// The options as a configuration gives them.
        public static let options: [StageOption<Options>] = [
            .texts("units", \.units, LocalizedText(zh: "要写成中文名称的单位", en: "The symbols that are written out."))
        ]
    }

    /// The name in configuration files.
    public static let name = "office-unit-names"
    /// What the stage does.
    public static let summary = LocalizedText(zh: "把单位符号写成中文名称", en: "Writes units by their Chinese names.")

    private static let names = ["km": "公里", "kg": "千克", "t": "吨"]

    private let units: [String]

    /// Creates the stage.
    public init(options: Options) { units = options.units }

    /// Writes the names.
    public func run(_ document: inout Document, in context: inout StageContext) {
        for index in document.blocks.indices where document.blocks[index].table == nil {
            let text = BlockText(document.blocks[index])
            let changes = text.passages.flatMap { passage in
                units.flatMap { unit -> [TextChange] in
                    guard let name = Self.names[unit] else { return [] }
                    return places(of: Array(unit.unicodeScalars), in: text, passage).map {
                        TextChange($0, name, reason: "unit-name")
                    }
                }
            }
            context.apply(changes, to: &document.blocks[index], text)
        }
    }

    /// Where a symbol stands between a figure and something that is no letter or figure.
    private func places(of unit: [Unicode.Scalar], in text: BlockText, _ passage: Range<Int>) -> [Range<Int>] {
        func isDigit(_ index: Int) -> Bool { ("0"..."9").contains(text.scalars[index]) }
        return passage.dropFirst().compactMap { start in
            let end = start + unit.count
            guard isDigit(start - 1), text.scalars[start..<passage.upperBound].starts(with: unit) else { return nil }
            let isAlone = end == passage.upperBound || !(text.scalars[end].isASCII && text.scalars[end] != " ")
            return isAlone ? start..<end : nil
        }
    }
}
