package import RenderKit
package import SummaryModel

/// In what a style sheet differs from GB/T 9704-2012.
package enum StandardDeviations {
    /// A rule of the standard about the look of a document.
    private struct Rule: Sendable {
        var description: FindingDescription
        /// What a sheet has instead; `nil` when it keeps the rule.
        var found: @Sendable (StyleSheet) -> String?

        init(
            _ id: String,
            _ severity: Severity,
            _ clause: String?,
            zh: String,
            en: String,
            _ found: @escaping @Sendable (StyleSheet) -> String?
        ) {
            let source = clause.map { "GB/T 9704-2012, \($0)" }
            description = FindingDescription("style." + id, severity, LocalizedText(zh: zh, en: en), source: source)
            self.found = found
        }
    }

    /// What may be reported.
    package static var findings: [FindingDescription] { rules.map(\.description) }

    /// The deviations of a sheet, in the order of the clauses.
    package static func of(_ sheet: StyleSheet) -> [Diagnostic] {
        rules.compactMap { rule in
            guard let found = rule.found(sheet) else { return nil }
            let summary = rule.description.summary
            let english = summary.en.hasSuffix(".") ? String(summary.en.dropLast()) : summary.en
            return Diagnostic(
                id: rule.description.id,
                severity: rule.description.severity,
                message: LocalizedText(zh: "\(summary.zh)；这里是\(found)", en: "\(english); here it is \(found)"),
                source: rule.description.source
            )
        }
    }

    // MARK: Values

    private static func millimetres(_ length: Length) -> Double { Double(length.twips) * 25.4 / 1440 }

    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }

    private static func shown(_ length: Length) -> String { text(millimetres(length)) + " mm" }

    private static func isNear(_ length: Length, _ value: Double, _ tolerance: Double = 1.05) -> Bool {
        abs(millimetres(length) - value) <= tolerance
    }

    /// The space that a line of body text has above its characters: some hold that the characters stand at the edge, others that
    /// the margin of the program does.
    private static func leading(_ sheet: StyleSheet) -> Length { sheet.body.format.leading(on: sheet.page) }

    /// What a style has instead of a font or a size.
    private static func type(_ format: TextFormat, font: [String], size: Length?, _ sheet: StyleSheet) -> String? {
        let name = sheet.fontName(format.font)
        let isRight = font.contains { name.contains($0) || FontNames.names(of: name).contains { $0.contains(font[0]) } }
        if isRight, size.map({ $0 == format.size }) ?? true { return nil }
        let known = FontSize.named.first { Length(points: $0.points) == format.size }?.name
        return "\(name) \(known ?? text(format.size.points) + " pt")"
    }

    private static func style(_ kind: BlockKind, _ sheet: StyleSheet) -> ParagraphFormat { sheet[kind].format }

    private static func characters(_ measure: Measure, _ format: ParagraphFormat, _ sheet: StyleSheet) -> Double {
        let length = measure.length(characterSize: format.text.size, linePitch: sheet.page.linePitch)
        return Double(length.twips) / Double(max(1, format.text.size.twips))
    }

    // MARK: Rules

    private static let rules: [Rule] = [
        Rule("paper", .warning, "5.1", zh: "纸张应为 A4，210×297 毫米", en: "The paper is A4, 210 by 297 mm.") { sheet in
            let page = sheet.page
            if isNear(page.width, 210), isNear(page.height, 297) { return nil }
            return "\(text(millimetres(page.width)))×\(text(millimetres(page.height))) mm"
        },
        Rule("top-margin", .warning, "5.2.1", zh: "天头应为 37±1 毫米", en: "The space above the text is 37 mm, ±1.") {
            sheet in
            let top = sheet.page.top
            let inner = Length(twips: top.twips + leading(sheet).twips)
            return isNear(top, 37) || isNear(inner, 37) ? nil : shown(top)
        },
        Rule("left-margin", .warning, "5.2.1", zh: "订口应为 28±1 毫米", en: "The space at the binding is 28 mm, ±1.") {
            sheet in
            isNear(sheet.page.left, 28) ? nil : shown(sheet.page.left)
        },
        Rule(
            "text-area",
            .warning,
            "5.2.1",
            zh: "版心应为 156×225 毫米",
            en: "The area of the text is 156 by 225 mm."
        ) { sheet in
            let (page, leading) = (sheet.page, leading(sheet))
            let inner = Length(twips: page.textHeight.twips - 2 * leading.twips)
            let isHigh = isNear(page.textHeight, 225, 2.1) || isNear(inner, 225, 2.1)
            if isNear(page.textWidth, 156), isHigh { return nil }
            return "\(text(millimetres(page.textWidth)))×\(text(millimetres(page.textHeight))) mm"
        },
        Rule(
            "body-type",
            .warning,
            "5.2.2",
            zh: "正文一般用 3 号仿宋体",
            en: "Body text is usually set in 3号 (16 pt) 仿宋."
        ) { sheet in
            type(sheet.body.format.text, font: ["仿宋", "FangSong"], size: Length(points: 16), sheet)
        },
        Rule(
            "lines",
            .warning,
            "5.2.3",
            zh: "一般每面排 22 行，每行排 28 字",
            en: "A page usually has 22 lines of 28 characters."
        ) { sheet in
            let page = sheet.page
            return page.linesPerPage == 22 && page.charactersPerLine == 28
                ? nil : "\(page.linesPerPage)×\(page.charactersPerLine)"
        },
        Rule("colour", .warning, "5.2.4", zh: "文字颜色应为黑色", en: "Text is black.") { sheet in
            let coloured = sheet.allParagraphStyles.first { style in
                style.key.rawValue != BlockKind.issuerHead.rawValue
                    && style.format.text.colour.map { $0.hex != "000000" } ?? false
            }
            return coloured.map { "\($0.key.rawValue): \($0.format.text.colour?.hex ?? "")" }
        },
        Rule(
            "head-mark",
            .warning,
            "7.2.4",
            zh: "发文机关标志上边缘至版心上边缘应为 35 毫米（命令 20 毫米、信函距上页边 30 毫米）",
            en:
                "The mark stands 35 mm below the upper edge of the text; 20 mm in an order, 30 mm from the paper in a letter."
        ) { sheet in
            guard let head = sheet.head else { return nil }
            let values: [Double] = head.arrangement == .letter ? [30] : [35, 20]
            return values.contains { isNear(head.markTop, $0) } ? nil : shown(head.markTop)
        },
        Rule(
            "head-rule",
            .warning,
            "7.2.7",
            zh: "发文字号之下 4 毫米处应有红色分隔线",
            en: "A red rule stands 4 mm below the document number."
        ) { sheet in
            guard let rule = sheet.head?.rule else { return nil }
            if isNear(rule.distance, 4, 0.6), rule.colour?.hex == "FF0000" { return nil }
            return "\(shown(rule.distance)) \(rule.colour.map { "#" + $0.hex } ?? "auto")"
        },
        Rule(
            "title-type",
            .warning,
            "7.3.1",
            zh: "标题一般用 2 号小标宋体",
            en: "The title is usually set in 2号 (22 pt) 小标宋."
        ) { sheet in
            type(style(.title, sheet).text, font: ["小标宋", "标宋", "XiaoBiaoSong"], size: Length(points: 22), sheet)
        },
        Rule("title-place", .warning, "7.3.1", zh: "标题应居中", en: "The title stands in the middle.") { sheet in
            let alignment = style(.title, sheet).alignment
            return alignment == .centred ? nil : alignment.rawValue
        },
        Rule(
            "first-line",
            .warning,
            "7.3.3",
            zh: "每个自然段左空二字",
            en: "Paragraphs begin two characters from the left."
        ) { sheet in
            let format = sheet.body.format
            let count = characters(format.firstLineIndent, format, sheet)
            return abs(count - 2) <= 0.15 ? nil : text(count) + " 字"
        },
        Rule(
            "heading-type",
            .warning,
            "7.3.3",
            zh: "第一层一般用黑体，第二层用楷体，第三、四层用仿宋体，字号与正文相同",
            en: "Headings are usually set in 黑体, 楷体, 仿宋 and 仿宋, as large as body text."
        ) { sheet in
            let fonts = [["黑", "Hei"], ["楷", "Kai"], ["仿宋", "FangSong"], ["仿宋", "FangSong"]]
            let found = fonts.indices.compactMap { level -> String? in
                let format = sheet[ParagraphStyle.Key(rawValue: "heading\(level + 1)")].format.text
                let size = sheet.body.format.text.size
                return type(format, font: fonts[level], size: size, sheet).map { "heading\(level + 1): \($0)" }
            }
            return found.isEmpty ? nil : found.joined(separator: ", ")
        },
        Rule(
            "heading-bold",
            .info,
            nil,
            zh: "标准没有要求层次标题加粗",
            en: "The standard does not ask for bold headings."
        ) { sheet in
            let keys = (1...4).map { ParagraphStyle.Key(rawValue: "heading\($0)") }
            let bold = keys.filter { sheet[$0].format.text.isBold }
            return bold.isEmpty ? nil : bold.map(\.rawValue).joined(separator: ", ")
        },
        Rule(
            "signature-inset",
            .warning,
            "7.3.5.2",
            zh: "署名右空二字",
            en: "The signature ends two characters from the right."
        ) { sheet in
            guard !sheet.hasSeal, !sheet.hasNameStamp else { return nil }
            let format = style(.signature, sheet)
            guard format.alignment == .right else { return format.alignment.rawValue }
            let count = characters(format.rightIndent, format, sheet)
            return abs(count - 2) <= 0.15 ? nil : text(count) + " 字"
        },
        Rule(
            "attachment-head",
            .warning,
            "7.3.7",
            zh: "“附件”二字及序号用 3 号黑体",
            en: "附件 and its number stand in 3号 黑体."
        ) { sheet in
            type(sheet[.attachmentHead].format.text, font: ["黑", "Hei"], size: Length(points: 16), sheet)
        },
        Rule(
            "imprint-type",
            .warning,
            "7.4.2",
            zh: "抄送和印发机关用 4 号仿宋体",
            en: "Copies and imprint are set in 4号 (14 pt) 仿宋."
        ) { sheet in
            guard sheet.imprint != nil else { return nil }
            return [BlockKind.copies, .imprint].lazy.compactMap { kind in
                type(style(kind, sheet).text, font: ["仿宋", "FangSong"], size: Length(points: 14), sheet)
            }.first
        },
        Rule(
            "page-number-place",
            .warning,
            "7.5",
            zh: "页码单页居右空一字，双页居左空一字",
            en: "Page numbers stand one character from the outer edge."
        ) { sheet in
            let number = sheet.pageNumber
            guard number.position == .outer else { return number.position.rawValue }
            let count = characters(number.inset, sheet[ParagraphStyle.Key.footer].format, sheet)
            return abs(count - 1) <= 0.2 ? nil : text(count) + " 字"
        },
        Rule(
            "page-number-form",
            .warning,
            "7.5",
            zh: "页码左右各放一条一字线，用 4 号半角宋体",
            en: "Page numbers stand between dashes, in 4号 (14 pt) 宋体."
        ) { sheet in
            let number = sheet.pageNumber
            guard number.position != .none else { return nil }
            let isDashed = number.before.contains("—") && number.after.contains("—")
            let format = sheet[ParagraphStyle.Key.footer].format.text
            var digits = format
            digits.font = format.latin
            let type = type(digits, font: ["宋", "SimSun"], size: Length(points: 14), sheet)
            return isDashed && type == nil ? nil : "\(number.before)1\(number.after) \(type ?? "")"
        },
        Rule(
            "page-number-distance",
            .warning,
            "7.5",
            zh: "页码的一字线上距版心下边缘 7 毫米",
            en: "The dash of the page number stands 7 mm below the text."
        ) { sheet in
            guard sheet.pageNumber.position != .none else { return nil }
            let format = sheet[ParagraphStyle.Key.footer].format
            let line =
                format.lineHeight == .automatic
                ? Length(points: format.text.size.points * 1.3) : format.lineLength(on: sheet.page)
            let edge = sheet.page.bottom.twips + (isNear(sheet.page.top, 37) ? 0 : leading(sheet).twips)
            let distance = Length(twips: edge - sheet.page.footer.twips - line.twips / 2)
            return isNear(distance, 7, 1.5) ? nil : shown(distance)
        },
    ]
}
