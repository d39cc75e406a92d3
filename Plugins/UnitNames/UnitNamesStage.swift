public import StageKit
public import SummaryModel

/// Writes the Chinese names of units instead of their symbols: 行程120km becomes 行程120公里.
///
/// **Requirement.** Units in official documents follow GB 3100 to 3102 (GB/T 9704-2012, 4). These give every unit a symbol
/// and a Chinese name; running Chinese text takes the name, tables and formulas the symbol.
///
/// **Changes** A symbol directly after a figure, in the text of paragraphs and headings; the reason is `unit-name`.
///
/// **Reports** `unit-names.compound`: symbols that are put together, such as km/h, for which the order of words has to
/// change.
///
/// **Leaves alone** Tables, formulas, Latin words and codes, and every figure with another sign behind the symbol.
///
/// **Options** `units`: the symbols that are written out; all by default.
public struct UnitNamesStage: Stage {
    /// The name in configuration files.
    public static let name = "unit-names"

    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "把数字后的单位符号写成中文名称（120km→120公里）",
        en: "Writes units by their Chinese names after figures: 120km becomes 120公里."
    )

    /// A symbol in running text is a defect of the draft.
    public static let correctsDraft = true

    /// What the stage may report.
    public static let findings = [
        FindingDescription(
            "unit-names.compound",
            .info,
            LocalizedText(zh: "组合单位的符号，如 km/h", en: "The symbol of a compound unit, such as km/h."),
            source: "GB 3100-1993"
        )
    ]

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "符号写成名称", en: "Symbols become names"),
            draft: """
                清溪镇交通站2024年工作总结
                全年巡查道路1200km，清运垃圾35.5 t，新增绿地300㎡。
                """,
            result: """
                清溪镇交通站2024年工作总结
                全年巡查道路1200公里，清运垃圾35.5吨，新增绿地300平方米。
                """
        ),
        StageExample(
            LocalizedText(zh: "只处理列出的单位，组合单位只报告", en: "Some units only; compound units are reported"),
            options: "{ units: [kg] }",
            draft: """
                清溪镇交通站2024年工作总结
                限速60km/h的路段12km，回收废旧轮胎800kg。
                """,
            result: """
                清溪镇交通站2024年工作总结
                限速60km/h的路段12km，回收废旧轮胎800千克。
                """,
            findings: ["unit-names.compound"]
        ),
    ]

    /// The symbols and their names (GB 3100-1993, tables 1 to 5); of 千米 the name 公里 that people use, which it allows.
    static let units: [(symbol: String, name: String)] = [
        ("km", "公里"), ("m", "米"), ("cm", "厘米"), ("mm", "毫米"), ("km²", "平方公里"), ("㎢", "平方公里"), ("m²", "平方米"),
        ("㎡", "平方米"), ("m³", "立方米"), ("㎥", "立方米"), ("hm²", "公顷"), ("t", "吨"), ("kg", "千克"), ("g", "克"), ("L", "升"),
        ("mL", "毫升"), ("h", "小时"), ("min", "分钟"), ("kW", "千瓦"), ("MW", "兆瓦"), ("kW·h", "千瓦时"), ("℃", "摄氏度"),
    ]

    /// The kinds whose text is prose.
    private static let kinds: Set<BlockKind> = [
        .lead, .paragraph, .point, .listItem, .heading1, .heading2, .heading3, .heading4, .heading5,
    ]

    private let names: [String: String]

    /// Creates the stage.
    public init(options: UnitNamesOptions) {
        names = Dictionary(Self.units.filter { options.units.contains($0.symbol) }.map { ($0.symbol, $0.name) }) {
            first,
            _ in first
        }
    }

    /// Writes the names and reports compound units.
    public func run(_ document: inout Document, in context: inout StageContext) {
        for index in document.blocks.indices where Self.kinds.contains(document.blocks[index].kind) {
            let text = BlockText(document.blocks[index])
            let changes = Self.symbols(in: text).compactMap { symbol -> TextChange? in
                guard let name = names[text.string(symbol)] else { return nil }
                // Between a figure and a Chinese name stands no blank.
                let start = text.scalars[symbol.lowerBound - 1] == " " ? symbol.lowerBound - 1 : symbol.lowerBound
                return TextChange(start..<symbol.upperBound, name, reason: "unit-name")
            }
            context.apply(changes, to: &document.blocks[index], text)
            // Findings refer to the text as the stage leaves it.
            let result = BlockText(document.blocks[index])
            for symbol in Self.symbols(in: result) where result.scalars[symbol].contains("/") {
                let anchor = result.anchor(symbol, in: document.blocks[index])
                context.report(Self.compound(result.string(symbol), at: anchor))
            }
        }
    }

    /// The runs of signs of units that stand directly after a figure, or one blank behind it.
    private static func symbols(in text: BlockText) -> [Range<Int>] {
        text.passages.flatMap { symbols(in: text, $0) }
    }

    private static func symbols(in text: BlockText, _ passage: Range<Int>) -> [Range<Int>] {
        var symbols: [Range<Int>] = []
        var index = passage.lowerBound
        while index < passage.upperBound {
            guard isDigit(text.scalars[index]) else {
                index += 1
                continue
            }
            var start = index + 1
            if start < passage.upperBound, text.scalars[start] == " " { start += 1 }
            var end = start
            while end < passage.upperBound, isUnitSign(text.scalars[end]) { end += 1 }
            let isAlone = end == passage.upperBound || !isDigit(text.scalars[end]) && text.scalars[end] != "-"
            if end > start, isAlone, !belongsToCode(index, in: text, passage) { symbols.append(start..<end) }
            index = max(end, index + 1)
        }
        return symbols
    }

    /// Whether the figure that ends at `index` goes on with letters to the left, as in A4 or T3.
    private static func belongsToCode(_ index: Int, in text: BlockText, _ passage: Range<Int>) -> Bool {
        var start = index
        while start > passage.lowerBound, isDigit(text.scalars[start - 1]) || text.scalars[start - 1] == "." {
            start -= 1
        }
        guard start > passage.lowerBound else { return false }
        let before = text.scalars[start - 1]
        return before.isASCII && (before.properties.isAlphabetic || before == "-" || before == "_" || before == "/")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isUnitSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "²", "³", "·", "/", "㎡", "㎢", "㎥", "℃": true
        default: false
        }
    }

    // MARK: - Wording

    private static func compound(_ symbol: String, at anchor: Diagnostic.Anchor) -> Diagnostic {
        Diagnostic(
            id: "unit-names.compound",
            severity: .info,
            message: LocalizedText(
                zh: "“\(symbol)”是组合单位，中文名称的语序不同（如 60km/h 写作每小时60公里），请改写",
                en:
                    "'\(symbol)' is a compound unit, whose Chinese name goes before the figure (60km/h is 每小时60公里); rewrite it"
            ),
            anchor: anchor,
            source: "GB 3100-1993"
        )
    }
}
