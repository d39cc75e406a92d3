// Made from Styles/*.yaml; RECORD=1 swift test --filter RepositoryTests writes it. Do not edit.

internal import RenderKit
internal import SummaryModel

/// The style sheets that come with the program, decoded, so that a program that starts has nothing to parse.
enum PreparedStyles {
    /// The sheet of this name; `nil` when there is none.
    static func sheet(_ name: String) -> StyleSheet? {
        switch name {
        case "gbt9704": sheet1
        case "gbt9704-centred": sheet2
        case "gbt9704-red-head": sheet3
        case "gbt9704-letter": sheet4
        case "gbt9704-order": sheet5
        case "gbt9704-minutes": sheet6
        case "enterprise-report": sheet7
        case "thesis-like": sheet8
        case "plain": sheet9
        default: nil
        }
    }

    private static let sheet1: StyleSheet = {
        var paragraphs: [ParagraphStyle] = []
        paragraphs.append(
            paragraph(
                "title",
                id: "Title",
                name: "Title",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "小标宋", latin: "小标宋", size: Length(twips: 440))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 639))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "subtitle",
                id: "Subtitle",
                name: "Subtitle",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "楷体", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        )
        paragraphs.append(
            paragraph(
                "author",
                id: "Author",
                name: "标题下署名",
                isCustom: true,
                base: "subtitle",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "楷体", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        )
        paragraphs.append(
            paragraph(
                "salutation",
                id: "Salutation",
                name: "Salutation",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
            }
        )
        paragraphs.append(
            paragraph(
                "lead",
                id: "Lead",
                name: "导语",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "part",
                id: "Part",
                name: "部分标题",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        )
        paragraphs.append(
            paragraph(
                "heading1",
                id: "Heading1",
                name: "heading 1",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        )
        paragraphs.append(
            paragraph(
                "heading2",
                id: "Heading2",
                name: "heading 2",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "楷体", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 2
            }
        )
        paragraphs.append(
            paragraph(
                "heading3",
                id: "Heading3",
                name: "heading 3",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 3
            }
        )
        paragraphs.append(
            paragraph(
                "heading4",
                id: "Heading4",
                name: "heading 4",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 4
            }
        )
        paragraphs.append(
            paragraph(
                "heading5",
                id: "Heading5",
                name: "heading 5",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 5
            }
        )
        paragraphs.append(
            paragraph(
                "run-in",
                id: "RunInHeading",
                name: "接排标题段",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "item",
                id: "NumberedItem",
                name: "编号条目",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "point",
                id: "Point",
                name: "分点段",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "list_item",
                id: "ListItem",
                name: "List Paragraph",
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "table-cell",
                id: "TableText",
                name: "表格文字",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .left
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "table-head",
                id: "TableHead",
                name: "表头文字",
                isCustom: true,
                base: "table-cell",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.keepsWithNext = true
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "caption",
                id: "Caption",
                name: "caption",
                base: "normal",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.keepsLines = true
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "picture",
                id: "Picture",
                name: "图片",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "formula",
                id: "Formula",
                name: "公式",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "closing",
                id: "Closing",
                name: "Closing",
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "attachment",
                id: "Attachment",
                name: "附件说明",
                isCustom: true,
                base: "normal",
                group: "attachments",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
            }
        )
        paragraphs.append(
            paragraph(
                "attachment-item",
                id: "AttachmentItem",
                name: "附件说明续",
                isCustom: true,
                base: "attachment",
                group: "attachments",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
            }
        )
        paragraphs.append(
            paragraph(
                "attachment-head",
                id: "AttachmentHead",
                name: "附件标识",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceAfter = .lines(1.0)
                $0.breaksPageBefore = true
            }
        )
        paragraphs.append(
            paragraph(
                "signature",
                id: "Signature",
                name: "Signature",
                base: "normal",
                next: "date",
                group: "signature",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
            }
        )
        paragraphs.append(
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "signature",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
            }
        )
        paragraphs.append(
            paragraph(
                "note",
                id: "Note",
                name: "附注",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "footnote",
                id: "FootnoteText",
                name: "footnote text",
                base: "paragraph",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 280))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "copy-number",
                id: "CopyNumber",
                name: "份号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "classification",
                id: "Classification",
                name: "密级",
                isCustom: true,
                base: "copy-number",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "urgency",
                id: "Urgency",
                name: "紧急程度",
                isCustom: true,
                base: "classification",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "issuer_head",
                id: "IssuerHead",
                name: "发文机关标志",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "小标宋", latin: "小标宋", size: Length(twips: 720), colour: Colour("FF0000"))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 840))
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "doc_number",
                id: "DocumentNumber",
                name: "发文字号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceAfter = .lines(2.0)
            }
        )
        paragraphs.append(
            paragraph(
                "cc",
                id: "Copies",
                name: "抄送",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 280))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(4.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "imprint",
                id: "Imprint",
                name: "印发",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 280))
            ) {
                $0.leftIndent = .characters(1.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "toc",
                id: "ContentsLine",
                name: "目录行",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "page_number",
                id: "StrayPageNumber",
                name: "残留页码",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 579))
            }
        )
        paragraphs.append(
            paragraph(
                "header",
                id: "Header",
                name: "header",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 280))
                $0.snapsToGrid = false
            }
        )
        paragraphs.append(
            paragraph(
                "footer",
                id: "Footer",
                name: "footer",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 280))
            ) {
                $0.lineHeight = .exact(Length(twips: 280))
                $0.snapsToGrid = false
            }
        )
        var characters: [CharacterStyle] = []
        characters.append(
            character(
                "placeholder",
                id: "Placeholder",
                name: "待填"
            ) {
                $0.background = Colour("FFFF00")
            }
        )
        characters.append(
            character(
                "signer",
                id: "SignerName",
                name: "签发人姓名"
            ) {
                $0.font = "楷体"
            }
        )
        characters.append(
            character(
                "heading1-phrase",
                id: "Heading1Phrase",
                name: "一级标题句"
            ) {
                $0.font = "黑体"
            }
        )
        characters.append(
            character(
                "heading2-phrase",
                id: "Heading2Phrase",
                name: "二级标题句"
            ) {
                $0.font = "楷体"
            }
        )
        characters.append(
            character(
                "heading3-phrase",
                id: "Heading3Phrase",
                name: "三级标题句"
            ) {
                $0.font = "仿宋"
            }
        )
        characters.append(
            character(
                "heading4-phrase",
                id: "Heading4Phrase",
                name: "四级标题句"
            ) {
                $0.font = "仿宋"
            }
        )
        characters.append(
            character(
                "heading5-phrase",
                id: "Heading5Phrase",
                name: "五级标题句"
            ) {
                $0.font = "仿宋"
            }
        )
        return StyleSheet(
            name: "gbt9704",
            summary: LocalizedText(
                zh: "GB/T 9704-2012 公文版式，单页码居右、双页码居左",
                en: "GB/T 9704-2012 layout, page numbers at the outer edge"
            ),
            language: "zh-CN",
            latinLanguage: "en-US",
            page: PageLayout(
                width: Length(twips: 11906),
                height: Length(twips: 16838),
                top: Length(twips: 2098),
                bottom: Length(twips: 1984),
                left: Length(twips: 1587),
                right: Length(twips: 1474),
                header: Length(twips: 850),
                footer: Length(twips: 1417),
                linePitch: Length(twips: 579),
                linesPerPage: 22,
                charactersPerLine: 28,
                grid: .condensed
            ),
            fonts: [
                FontFamily(
                    role: "仿宋",
                    name: "仿宋_GB2312",
                    alternative: "FangSong_GB2312",
                    fallbacks: [],
                    characterSet: 134,
                    family: .modern,
                    pitch: .fixed
                ),
                FontFamily(
                    role: "黑体",
                    name: "黑体",
                    alternative: "SimHei",
                    fallbacks: [],
                    characterSet: 134,
                    family: .modern,
                    pitch: .fixed
                ),
                FontFamily(
                    role: "楷体",
                    name: "楷体_GB2312",
                    alternative: "KaiTi_GB2312",
                    fallbacks: [],
                    characterSet: 134,
                    family: .modern,
                    pitch: .fixed
                ),
                FontFamily(
                    role: "小标宋",
                    name: "方正小标宋简体",
                    alternative: "FZXiaoBiaoSong-B05S",
                    fallbacks: [],
                    characterSet: 134,
                    family: .auto,
                    pitch: .variable
                ),
                FontFamily(
                    role: "宋体",
                    name: "宋体",
                    alternative: "SimSun",
                    fallbacks: [],
                    characterSet: 134,
                    family: .auto,
                    pitch: .variable
                ),
                FontFamily(
                    role: "西文",
                    name: "Times New Roman",
                    alternative: nil,
                    fallbacks: [],
                    characterSet: 0,
                    family: .roman,
                    pitch: .variable
                ),
            ],
            normal: paragraph(
                "normal",
                id: "Normal",
                name: "Normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.lineHeight = .exact(Length(twips: 579))
            },
            body: paragraph(
                "paragraph",
                id: "BodyText",
                name: "Body Text",
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320), characterSpacing: Length(twips: -5))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 579))
            },
            paragraphStyles: paragraphs,
            characterStyles: characters,
            pageNumber: PageNumberStyle(
                position: .outer,
                inset: .characters(1.0),
                before: "— ",
                after: " —"
            ),
            title: TitleStyle(
                charactersPerLine: 20,
                breaksLines: true
            ),
            dateOffset: .characters(2.0),
            hasSeal: false,
            hasNameStamp: false,
            head: HeadStyle(
                arrangement: .stacked,
                markTop: Length(twips: 1984),
                rule: RuleStyle(
                    pattern: .single,
                    thickness: Length(twips: 20),
                    colour: Colour("FF0000"),
                    distance: Length(twips: 227)
                ),
                ruleLength: nil,
                inset: .characters(1.0)
            ),
            imprint: ImprintStyle(
                outerRule: Length(twips: 20),
                innerRule: Length(twips: 15),
                isAtFoot: true
            ),
            firstPage: nil,
            table: TableStyle(
                id: "TableGrid",
                name: "Table Grid",
                ruleThickness: Length(twips: 10),
                ruleColour: nil,
                cellMargin: Length(twips: 108),
                rowMargin: Length(twips: 80),
                repeatsHead: true
            ),
            numbering: .literal,
            expectedElements: []
        )
    }()

    private static let sheet2: StyleSheet = {
        var sheet = sheet1
        sheet.name = "gbt9704-centred"
        sheet.summary = LocalizedText(
            zh: "同 gbt9704，页码居中",
            en: "as gbt9704, page numbers centred"
        )
        sheet.pageNumber = PageNumberStyle(
            position: .centred,
            inset: .zero,
            before: "— ",
            after: " —"
        )
        return sheet
    }()

    private static let sheet3: StyleSheet = {
        var sheet = sheet1
        sheet.name = "gbt9704-red-head"
        sheet.summary = LocalizedText(
            zh: "GB/T 9704-2012 红头公文，加盖印章",
            en: "GB/T 9704-2012 layout of a document issued under a red head and a seal"
        )
        sheet.hasSeal = true
        sheet.expectedElements = [.issuer, .number, .title, .date]
        sheet.paragraphStyles[25] =
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "signature",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(4.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
            }
        return sheet
    }()

    private static let sheet4: StyleSheet = {
        var sheet = sheet3
        sheet.name = "gbt9704-letter"
        sheet.summary = LocalizedText(
            zh: "GB/T 9704-2012 信函格式",
            en: "GB/T 9704-2012 layout of a letter"
        )
        sheet.head = HeadStyle(
            arrangement: .letter,
            markTop: Length(twips: 1701),
            rule: RuleStyle(
                pattern: .thickThin,
                thickness: Length(twips: 30),
                colour: Colour("FF0000"),
                distance: Length(twips: 227)
            ),
            ruleLength: Length(twips: 9638),
            inset: .characters(1.0)
        )
        sheet.imprint = ImprintStyle(
            outerRule: Length(twips: 0),
            innerRule: Length(twips: 0),
            isAtFoot: true
        )
        sheet.firstPage = FirstPageStyle(
            hasPageNumber: false,
            footRule: RuleStyle(
                pattern: .thinThick,
                thickness: Length(twips: 30),
                colour: Colour("FF0000"),
                distance: Length(twips: 1134)
            ),
            footRuleLength: Length(twips: 9638)
        )
        sheet.paragraphStyles[28] =
            paragraph(
                "copy-number",
                id: "CopyNumber",
                name: "份号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .absolute(Length(twips: 140))
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[29] =
            paragraph(
                "classification",
                id: "Classification",
                name: "密级",
                isCustom: true,
                base: "copy-number",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .absolute(Length(twips: 140))
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[30] =
            paragraph(
                "urgency",
                id: "Urgency",
                name: "紧急程度",
                isCustom: true,
                base: "classification",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 320))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .absolute(Length(twips: 140))
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[32] =
            paragraph(
                "doc_number",
                id: "DocumentNumber",
                name: "发文字号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .absolute(Length(twips: 140))
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        return sheet
    }()

    private static let sheet5: StyleSheet = {
        var sheet = sheet1
        sheet.name = "gbt9704-order"
        sheet.summary = LocalizedText(
            zh: "GB/T 9704-2012 命令（令）格式",
            en: "GB/T 9704-2012 layout of an order"
        )
        sheet.hasNameStamp = true
        sheet.head = HeadStyle(
            arrangement: .stacked,
            markTop: Length(twips: 1134),
            rule: nil,
            ruleLength: nil,
            inset: .characters(1.0)
        )
        sheet.expectedElements = [.issuer, .number, .date]
        sheet.paragraphStyles[24] =
            paragraph(
                "signature",
                id: "Signature",
                name: "Signature",
                base: "normal",
                next: "date",
                group: "signature",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(4.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
            }
        sheet.paragraphStyles[25] =
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "stamp-date",
                text: TextFormat(font: "仿宋", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(4.0)
                $0.lineHeight = .exact(Length(twips: 579))
                $0.spaceBefore = .lines(1.0)
            }
        return sheet
    }()

    private static let sheet6: StyleSheet = {
        var sheet = sheet1
        sheet.name = "gbt9704-minutes"
        sheet.summary = LocalizedText(
            zh: "GB/T 9704-2012 纪要格式",
            en: "GB/T 9704-2012 layout of minutes"
        )
        sheet.expectedElements = [.issuer]
        return sheet
    }()

    private static let sheet7: StyleSheet = {
        var sheet = sheet1
        sheet.name = "enterprise-report"
        sheet.summary = LocalizedText(
            zh: "企业内部报告，宋体小四",
            en: "a report inside an enterprise, in a smaller Song type"
        )
        sheet.page = PageLayout(
            width: Length(twips: 11906),
            height: Length(twips: 16838),
            top: Length(twips: 1440),
            bottom: Length(twips: 1440),
            left: Length(twips: 1803),
            right: Length(twips: 1803),
            header: Length(twips: 850),
            footer: Length(twips: 992),
            linePitch: Length(twips: 440),
            linesPerPage: 31,
            charactersPerLine: 34,
            grid: .condensed
        )
        sheet.pageNumber = PageNumberStyle(
            position: .centred,
            inset: .zero,
            before: "— ",
            after: " —"
        )
        sheet.title = TitleStyle(
            charactersPerLine: 22,
            breaksLines: true
        )
        sheet.head = nil
        sheet.imprint = nil
        sheet.normal =
            paragraph(
                "normal",
                id: "Normal",
                name: "Normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.body =
            paragraph(
                "paragraph",
                id: "BodyText",
                name: "Body Text",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[0] =
            paragraph(
                "title",
                id: "Title",
                name: "Title",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 360))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 600))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[1] =
            paragraph(
                "subtitle",
                id: "Subtitle",
                name: "Subtitle",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[2] =
            paragraph(
                "author",
                id: "Author",
                name: "标题下署名",
                isCustom: true,
                base: "subtitle",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[3] =
            paragraph(
                "salutation",
                id: "Salutation",
                name: "Salutation",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[4] =
            paragraph(
                "lead",
                id: "Lead",
                name: "导语",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[5] =
            paragraph(
                "part",
                id: "Part",
                name: "部分标题",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 300))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[6] =
            paragraph(
                "heading1",
                id: "Heading1",
                name: "heading 1",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[7] =
            paragraph(
                "heading2",
                id: "Heading2",
                name: "heading 2",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 2
            }
        sheet.paragraphStyles[8] =
            paragraph(
                "heading3",
                id: "Heading3",
                name: "heading 3",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 3
            }
        sheet.paragraphStyles[9] =
            paragraph(
                "heading4",
                id: "Heading4",
                name: "heading 4",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 4
            }
        sheet.paragraphStyles[10] =
            paragraph(
                "heading5",
                id: "Heading5",
                name: "heading 5",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 5
            }
        sheet.paragraphStyles[11] =
            paragraph(
                "run-in",
                id: "RunInHeading",
                name: "接排标题段",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[12] =
            paragraph(
                "item",
                id: "NumberedItem",
                name: "编号条目",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[13] =
            paragraph(
                "point",
                id: "Point",
                name: "分点段",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[14] =
            paragraph(
                "list_item",
                id: "ListItem",
                name: "List Paragraph",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[15] =
            paragraph(
                "table-cell",
                id: "TableText",
                name: "表格文字",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 210))
            ) {
                $0.alignment = .left
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[16] =
            paragraph(
                "table-head",
                id: "TableHead",
                name: "表头文字",
                isCustom: true,
                base: "table-cell",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 210))
            ) {
                $0.alignment = .centred
                $0.keepsWithNext = true
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[18] =
            paragraph(
                "picture",
                id: "Picture",
                name: "图片",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[19] =
            paragraph(
                "formula",
                id: "Formula",
                name: "公式",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[20] =
            paragraph(
                "closing",
                id: "Closing",
                name: "Closing",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[21] =
            paragraph(
                "attachment",
                id: "Attachment",
                name: "附件说明",
                isCustom: true,
                base: "normal",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[22] =
            paragraph(
                "attachment-item",
                id: "AttachmentItem",
                name: "附件说明续",
                isCustom: true,
                base: "attachment",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[23] =
            paragraph(
                "attachment-head",
                id: "AttachmentHead",
                name: "附件标识",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceAfter = .lines(1.0)
                $0.breaksPageBefore = true
            }
        sheet.paragraphStyles[24] =
            paragraph(
                "signature",
                id: "Signature",
                name: "Signature",
                base: "normal",
                next: "date",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceBefore = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
            }
        sheet.paragraphStyles[25] =
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[26] =
            paragraph(
                "note",
                id: "Note",
                name: "附注",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[27] =
            paragraph(
                "footnote",
                id: "FootnoteText",
                name: "footnote text",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 210))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[28] =
            paragraph(
                "copy-number",
                id: "CopyNumber",
                name: "份号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[29] =
            paragraph(
                "classification",
                id: "Classification",
                name: "密级",
                isCustom: true,
                base: "copy-number",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[30] =
            paragraph(
                "urgency",
                id: "Urgency",
                name: "紧急程度",
                isCustom: true,
                base: "classification",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[32] =
            paragraph(
                "doc_number",
                id: "DocumentNumber",
                name: "发文字号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
                $0.spaceAfter = .lines(2.0)
            }
        sheet.paragraphStyles[33] =
            paragraph(
                "cc",
                id: "Copies",
                name: "抄送",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(4.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[34] =
            paragraph(
                "imprint",
                id: "Imprint",
                name: "印发",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(1.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[35] =
            paragraph(
                "toc",
                id: "ContentsLine",
                name: "目录行",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[36] =
            paragraph(
                "page_number",
                id: "StrayPageNumber",
                name: "残留页码",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 440))
            }
        sheet.paragraphStyles[37] =
            paragraph(
                "header",
                id: "Header",
                name: "header",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 180))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 280))
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[38] =
            paragraph(
                "footer",
                id: "Footer",
                name: "footer",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 180))
            ) {
                $0.lineHeight = .exact(Length(twips: 280))
                $0.snapsToGrid = false
            }
        sheet.characterStyles[3] =
            character(
                "heading2-phrase",
                id: "Heading2Phrase",
                name: "二级标题句"
            ) {
                $0.font = "黑体"
            }
        sheet.characterStyles[4] =
            character(
                "heading3-phrase",
                id: "Heading3Phrase",
                name: "三级标题句"
            ) {
                $0.font = "宋体"
            }
        sheet.characterStyles[5] =
            character(
                "heading4-phrase",
                id: "Heading4Phrase",
                name: "四级标题句"
            ) {
                $0.font = "宋体"
            }
        sheet.characterStyles[6] =
            character(
                "heading5-phrase",
                id: "Heading5Phrase",
                name: "五级标题句"
            ) {
                $0.font = "宋体"
            }
        return sheet
    }()

    private static let sheet8: StyleSheet = {
        var sheet = sheet7
        sheet.name = "thesis-like"
        sheet.summary = LocalizedText(
            zh: "论文体例，章节标题分级",
            en: "like a thesis, with chapters and sections"
        )
        sheet.page = PageLayout(
            width: Length(twips: 11906),
            height: Length(twips: 16838),
            top: Length(twips: 1701),
            bottom: Length(twips: 1417),
            left: Length(twips: 1701),
            right: Length(twips: 1417),
            header: Length(twips: 850),
            footer: Length(twips: 992),
            linePitch: Length(twips: 400),
            linesPerPage: 34,
            charactersPerLine: 36,
            grid: .condensed
        )
        sheet.normal =
            paragraph(
                "normal",
                id: "Normal",
                name: "Normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.body =
            paragraph(
                "paragraph",
                id: "BodyText",
                name: "Body Text",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[1] =
            paragraph(
                "subtitle",
                id: "Subtitle",
                name: "Subtitle",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[2] =
            paragraph(
                "author",
                id: "Author",
                name: "标题下署名",
                isCustom: true,
                base: "subtitle",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[3] =
            paragraph(
                "salutation",
                id: "Salutation",
                name: "Salutation",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[4] =
            paragraph(
                "lead",
                id: "Lead",
                name: "导语",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[5] =
            paragraph(
                "part",
                id: "Part",
                name: "部分标题",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 320))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(1.0)
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.breaksPageBefore = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[6] =
            paragraph(
                "heading1",
                id: "Heading1",
                name: "heading 1",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 300))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(0.5)
                $0.spaceAfter = .lines(0.5)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[7] =
            paragraph(
                "heading2",
                id: "Heading2",
                name: "heading 2",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 280))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(0.5)
                $0.spaceAfter = .lines(0.5)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 2
            }
        sheet.paragraphStyles[8] =
            paragraph(
                "heading3",
                id: "Heading3",
                name: "heading 3",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 3
            }
        sheet.paragraphStyles[9] =
            paragraph(
                "heading4",
                id: "Heading4",
                name: "heading 4",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 4
            }
        sheet.paragraphStyles[10] =
            paragraph(
                "heading5",
                id: "Heading5",
                name: "heading 5",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 5
            }
        sheet.paragraphStyles[11] =
            paragraph(
                "run-in",
                id: "RunInHeading",
                name: "接排标题段",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[12] =
            paragraph(
                "item",
                id: "NumberedItem",
                name: "编号条目",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[13] =
            paragraph(
                "point",
                id: "Point",
                name: "分点段",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[14] =
            paragraph(
                "list_item",
                id: "ListItem",
                name: "List Paragraph",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[19] =
            paragraph(
                "formula",
                id: "Formula",
                name: "公式",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[20] =
            paragraph(
                "closing",
                id: "Closing",
                name: "Closing",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[21] =
            paragraph(
                "attachment",
                id: "Attachment",
                name: "附件说明",
                isCustom: true,
                base: "normal",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[22] =
            paragraph(
                "attachment-item",
                id: "AttachmentItem",
                name: "附件说明续",
                isCustom: true,
                base: "attachment",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(5.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[23] =
            paragraph(
                "attachment-head",
                id: "AttachmentHead",
                name: "附件标识",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "黑体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceAfter = .lines(1.0)
                $0.breaksPageBefore = true
            }
        sheet.paragraphStyles[24] =
            paragraph(
                "signature",
                id: "Signature",
                name: "Signature",
                base: "normal",
                next: "date",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
            }
        sheet.paragraphStyles[25] =
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[26] =
            paragraph(
                "note",
                id: "Note",
                name: "附注",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[27] =
            paragraph(
                "footnote",
                id: "FootnoteText",
                name: "footnote text",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 210))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[28] =
            paragraph(
                "copy-number",
                id: "CopyNumber",
                name: "份号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[29] =
            paragraph(
                "classification",
                id: "Classification",
                name: "密级",
                isCustom: true,
                base: "copy-number",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[30] =
            paragraph(
                "urgency",
                id: "Urgency",
                name: "紧急程度",
                isCustom: true,
                base: "classification",
                text: TextFormat(font: "黑体", latin: "黑体", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[32] =
            paragraph(
                "doc_number",
                id: "DocumentNumber",
                name: "发文字号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
                $0.spaceAfter = .lines(2.0)
            }
        sheet.paragraphStyles[33] =
            paragraph(
                "cc",
                id: "Copies",
                name: "抄送",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(4.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[34] =
            paragraph(
                "imprint",
                id: "Imprint",
                name: "印发",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(1.0)
                $0.rightIndent = .characters(1.0)
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[35] =
            paragraph(
                "toc",
                id: "ContentsLine",
                name: "目录行",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.paragraphStyles[36] =
            paragraph(
                "page_number",
                id: "StrayPageNumber",
                name: "残留页码",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
                $0.lineHeight = .exact(Length(twips: 400))
            }
        sheet.characterStyles[4] =
            character(
                "heading3-phrase",
                id: "Heading3Phrase",
                name: "三级标题句"
            ) {
                $0.font = "黑体"
            }
        return sheet
    }()

    private static let sheet9: StyleSheet = {
        var sheet = sheet7
        sheet.name = "plain"
        sheet.summary = LocalizedText(
            zh: "素排，一种字体，自动行距",
            en: "plain, one type and automatic lines"
        )
        sheet.page = PageLayout(
            width: Length(twips: 11906),
            height: Length(twips: 16838),
            top: Length(twips: 1440),
            bottom: Length(twips: 1440),
            left: Length(twips: 1587),
            right: Length(twips: 1587),
            header: Length(twips: 850),
            footer: Length(twips: 850),
            linePitch: Length(twips: 360),
            linesPerPage: 38,
            charactersPerLine: 36,
            grid: .condensed
        )
        sheet.title = TitleStyle(
            charactersPerLine: 36,
            breaksLines: false
        )
        sheet.normal =
            paragraph(
                "normal",
                id: "Normal",
                name: "Normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            )
        sheet.body =
            paragraph(
                "paragraph",
                id: "BodyText",
                name: "Body Text",
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[0] =
            paragraph(
                "title",
                id: "Title",
                name: "Title",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 300), isBold: true)
            ) {
                $0.alignment = .centred
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[1] =
            paragraph(
                "subtitle",
                id: "Subtitle",
                name: "Subtitle",
                base: "normal",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[2] =
            paragraph(
                "author",
                id: "Author",
                name: "标题下署名",
                isCustom: true,
                base: "subtitle",
                next: "paragraph",
                group: "opening",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.spaceAfter = .lines(1.0)
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[3] =
            paragraph(
                "salutation",
                id: "Salutation",
                name: "Salutation",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.keepsWithNext = true
            }
        sheet.paragraphStyles[4] =
            paragraph(
                "lead",
                id: "Lead",
                name: "导语",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[5] =
            paragraph(
                "part",
                id: "Part",
                name: "部分标题",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240), isBold: true)
            ) {
                $0.alignment = .centred
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[6] =
            paragraph(
                "heading1",
                id: "Heading1",
                name: "heading 1",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240), isBold: true)
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 1
            }
        sheet.paragraphStyles[7] =
            paragraph(
                "heading2",
                id: "Heading2",
                name: "heading 2",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240), isBold: true)
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 2
            }
        sheet.paragraphStyles[8] =
            paragraph(
                "heading3",
                id: "Heading3",
                name: "heading 3",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 3
            }
        sheet.paragraphStyles[9] =
            paragraph(
                "heading4",
                id: "Heading4",
                name: "heading 4",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 4
            }
        sheet.paragraphStyles[10] =
            paragraph(
                "heading5",
                id: "Heading5",
                name: "heading 5",
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
                $0.outlineLevel = 5
            }
        sheet.paragraphStyles[11] =
            paragraph(
                "run-in",
                id: "RunInHeading",
                name: "接排标题段",
                isCustom: true,
                base: "paragraph",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[12] =
            paragraph(
                "item",
                id: "NumberedItem",
                name: "编号条目",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[13] =
            paragraph(
                "point",
                id: "Point",
                name: "分点段",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[14] =
            paragraph(
                "list_item",
                id: "ListItem",
                name: "List Paragraph",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[16] =
            paragraph(
                "table-head",
                id: "TableHead",
                name: "表头文字",
                isCustom: true,
                base: "table-cell",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 210), isBold: true)
            ) {
                $0.alignment = .centred
                $0.keepsWithNext = true
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[19] =
            paragraph(
                "formula",
                id: "Formula",
                name: "公式",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
            }
        sheet.paragraphStyles[20] =
            paragraph(
                "closing",
                id: "Closing",
                name: "Closing",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[21] =
            paragraph(
                "attachment",
                id: "Attachment",
                name: "附件说明",
                isCustom: true,
                base: "normal",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(5.0)
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[22] =
            paragraph(
                "attachment-item",
                id: "AttachmentItem",
                name: "附件说明续",
                isCustom: true,
                base: "attachment",
                group: "attachments",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(5.0)
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[23] =
            paragraph(
                "attachment-head",
                id: "AttachmentHead",
                name: "附件标识",
                isCustom: true,
                base: "normal",
                next: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
                $0.spaceAfter = .lines(1.0)
                $0.breaksPageBefore = true
            }
        sheet.paragraphStyles[24] =
            paragraph(
                "signature",
                id: "Signature",
                name: "Signature",
                base: "normal",
                next: "date",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.spaceBefore = .lines(1.0)
                $0.keepsWithNext = true
                $0.keepsLines = true
            }
        sheet.paragraphStyles[25] =
            paragraph(
                "date",
                id: "Date",
                name: "Date",
                base: "normal",
                group: "signature",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .right
                $0.rightIndent = .characters(2.0)
                $0.spaceBefore = .lines(1.0)
            }
        sheet.paragraphStyles[26] =
            paragraph(
                "note",
                id: "Note",
                name: "附注",
                isCustom: true,
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[27] =
            paragraph(
                "footnote",
                id: "FootnoteText",
                name: "footnote text",
                base: "paragraph",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 210))
            ) {
                $0.firstLineIndent = .characters(2.0)
            }
        sheet.paragraphStyles[28] =
            paragraph(
                "copy-number",
                id: "CopyNumber",
                name: "份号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
            }
        sheet.paragraphStyles[29] =
            paragraph(
                "classification",
                id: "Classification",
                name: "密级",
                isCustom: true,
                base: "copy-number",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
            }
        sheet.paragraphStyles[30] =
            paragraph(
                "urgency",
                id: "Urgency",
                name: "紧急程度",
                isCustom: true,
                base: "classification",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .left
            }
        sheet.paragraphStyles[31] =
            paragraph(
                "issuer_head",
                id: "IssuerHead",
                name: "发文机关标志",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 440), colour: Colour("FF0000"))
            ) {
                $0.alignment = .centred
                $0.spaceAfter = .lines(2.0)
                $0.snapsToGrid = false
            }
        sheet.paragraphStyles[32] =
            paragraph(
                "doc_number",
                id: "DocumentNumber",
                name: "发文字号",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.alignment = .centred
                $0.spaceAfter = .lines(2.0)
            }
        sheet.paragraphStyles[33] =
            paragraph(
                "cc",
                id: "Copies",
                name: "抄送",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.firstLineIndent = .characters(-3.0)
                $0.leftIndent = .characters(4.0)
                $0.rightIndent = .characters(1.0)
            }
        sheet.paragraphStyles[34] =
            paragraph(
                "imprint",
                id: "Imprint",
                name: "印发",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            ) {
                $0.leftIndent = .characters(1.0)
                $0.rightIndent = .characters(1.0)
            }
        sheet.paragraphStyles[35] =
            paragraph(
                "toc",
                id: "ContentsLine",
                name: "目录行",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "西文", size: Length(twips: 240))
            )
        sheet.paragraphStyles[36] =
            paragraph(
                "page_number",
                id: "StrayPageNumber",
                name: "残留页码",
                isCustom: true,
                base: "normal",
                text: TextFormat(font: "宋体", latin: "宋体", size: Length(twips: 280))
            ) {
                $0.alignment = .centred
            }
        sheet.characterStyles[1] =
            character(
                "signer",
                id: "SignerName",
                name: "签发人姓名"
            ) {
                $0.font = "宋体"
            }
        sheet.characterStyles[2] =
            character(
                "heading1-phrase",
                id: "Heading1Phrase",
                name: "一级标题句"
            ) {
                $0.font = "宋体"
                $0.isBold = true
            }
        sheet.characterStyles[3] =
            character(
                "heading2-phrase",
                id: "Heading2Phrase",
                name: "二级标题句"
            ) {
                $0.font = "宋体"
                $0.isBold = true
            }
        return sheet
    }()

    private static func paragraph(
        _ key: String,
        id: String,
        name: String,
        isCustom: Bool = false,
        base: String? = nil,
        next: String? = nil,
        group: String? = nil,
        text: TextFormat,
        _ change: (inout ParagraphFormat) -> Void = { _ in }
    ) -> ParagraphStyle {
        var format = ParagraphFormat(text: text)
        change(&format)
        return ParagraphStyle(
            key: .init(rawValue: key),
            id: id,
            name: name,
            isCustom: isCustom,
            base: base.map { .init(rawValue: $0) },
            next: next.map { .init(rawValue: $0) },
            group: group,
            format: format
        )
    }

    private static func character(
        _ key: String,
        id: String,
        name: String,
        _ change: (inout CharacterStyle) -> Void = { _ in }
    ) -> CharacterStyle {
        var style = CharacterStyle(key: .init(rawValue: key), id: id, name: name)
        change(&style)
        return style
    }
}
