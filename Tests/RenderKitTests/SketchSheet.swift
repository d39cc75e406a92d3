import RenderKit
import SummaryModel

/// A small style sheet whose styles are told apart by their names alone.
enum SketchSheet {
    static func paragraph(
        _ name: String,
        group: String? = nil,
        change: (inout ParagraphFormat) -> Void = { _ in }
    ) -> ParagraphStyle {
        var format = ParagraphFormat(text: TextFormat(font: "仿宋", latin: "西文", size: Length(points: 16)))
        change(&format)
        return ParagraphStyle(
            key: ParagraphStyle.Key(rawValue: name),
            id: name,
            name: name,
            group: group,
            format: format
        )
    }

    static func sheet(_ styles: [ParagraphStyle]) -> StyleSheet {
        StyleSheet(
            name: "sketch",
            summary: LocalizedText(zh: "草图", en: "A sketch."),
            language: "zh-CN",
            latinLanguage: "en-US",
            page: PageLayout(
                width: Length(millimetres: 210),
                height: Length(millimetres: 297),
                top: Length(millimetres: 37),
                bottom: Length(millimetres: 35),
                left: Length(millimetres: 28),
                right: Length(millimetres: 26),
                header: Length(millimetres: 15),
                footer: Length(millimetres: 25),
                linePitch: Length(points: 28.95),
                linesPerPage: 22,
                charactersPerLine: 28
            ),
            fonts: [],
            normal: paragraph("normal"),
            body: paragraph("paragraph"),
            paragraphStyles: styles,
            characterStyles: [],
            pageNumber: PageNumberStyle(position: .none, inset: .zero, before: "", after: ""),
            title: TitleStyle(charactersPerLine: 20, breaksLines: true),
            dateOffset: .characters(2),
            table: TableStyle(
                id: "t",
                name: "t",
                ruleThickness: .zero,
                ruleColour: nil,
                cellMargin: .zero,
                rowMargin: .zero,
                repeatsHead: true
            )
        )
    }

    /// One block for each kind and text.
    static func document(_ blocks: [(BlockKind, String)]) -> Document {
        Document(
            blocks: blocks.enumerated().map { index, block in
                Block(
                    id: BlockID(rawValue: "b\(index)"),
                    kind: block.0,
                    content: [.text(block.1)],
                    origin: .stage("test")
                )
            }
        )
    }
}
