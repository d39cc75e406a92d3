import Configuration
import RenderKit
import StageKit
import Styles
import SummaryModel
import Testing

@Suite struct StyleSheetDecodingTests {
    private func builtIn(_ name: String) throws(ConfigurationError) -> ConfigurationValue? {
        guard let bytes = BuiltInStyles.bytes(of: name) else { return nil }
        return try YAMLReader().read(bytes, file: "\(name).yaml")
    }

    private func decode(_ yaml: String, name: String = "own") throws(ConfigurationError) -> StyleSheet {
        try StyleSheetDecoding.decode(
            YAMLReader().read(Array(yaml.utf8), file: "\(name).yaml"),
            name: name,
            known: BuiltInStyles.names
        ) { other throws(ConfigurationError) in
            other == "loop" ? try YAMLReader().read(Array("extends: own".utf8), file: "loop.yaml") : try builtIn(other)
        }
    }

    /// The problems of a sheet, as `line:column message`.
    private func problems(_ yaml: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try decode(yaml)
            return []
        } catch {
            return error.problems.map {
                "\($0.place.file):\($0.place.position?.line ?? 0):\($0.place.position?.column ?? 0) \($0.message.en)"
            }
        }
    }

    @Test("The sheets that come with the program", arguments: BuiltInStyles.names)
    func builtIns(_ name: String) throws {
        let sheet = try decode("extends: \(name)")
        #expect(sheet.page.linesPerPage * sheet.page.linePitch.twips <= sheet.page.textHeight.twips)
        let body = sheet.body.format.text
        let width = sheet.page.charactersPerLine * (body.size.twips + body.characterSpacing.twips)
        #expect(width <= sheet.page.textWidth.twips)
    }

    @Test(
        "The sheets of the standard have its page and its type",
        arguments: BuiltInStyles.names.filter { $0.hasPrefix("gbt9704") }
    )
    func standardSheets(_ name: String) throws {
        let sheet = try decode("extends: \(name)")
        #expect(sheet.page.textWidth.twips == 8845)
        #expect(sheet.page.linePitch.twips == 579)
        #expect(sheet.body.format.text.size == Length(points: 16))
        #expect(sheet.fontName(sheet.body.format.text.font) == "仿宋_GB2312")
        #expect(sheet.pageNumber.position == (name == "gbt9704-centred" ? .centred : .outer))
    }

    @Test("A table of contents and first sentences bring the styles that they need, and are written again")
    func contents() throws {
        let sheet = try decode(
            """
            extends: gbt9704
            contents: { levels: 3, title: 目次, place: own-page, update: true }
            lead-sentences: [points, paragraphs]
            paragraphs:
              contents2: { id: TOC2, name: toc 2, based-on: normal, left: 1字 }
            """
        )
        #expect(sheet.contents == ContentsStyle(title: "目次", levels: 3, place: .ownPage, updatesOnOpening: true))
        #expect(sheet.leadSentences == [.points, .paragraphs])
        let ids = ["contents-title", "contents1", "contents2", "contents3"].map {
            sheet[ParagraphStyle.Key(rawValue: $0)].id
        }
        #expect(ids == ["TOCHeading", "TOC1", "TOC2", "TOC3"])
        #expect(sheet[.contents(level: 2)].format.leftIndent == .characters(1))
        #expect(sheet[.contents(level: 3)].format.leftIndent == .characters(4))
        #expect(sheet[.leadSentence]?.isBold == true)
        #expect(try decode(StyleSheetText.text(sheet)) == sheet)
        #expect(try decode("extends: gbt9704\ncontents: {}").contents == ContentsStyle())
        #expect(try decode("extends: gbt9704\nlead-sentences: points").leadSentences == [.points])
        let wrong = "extends: gbt9704\ncontents: { levels: 6, place: end }\nlead-sentences: [point]"
        #expect(problems(wrong).map { $0.prefix { $0 != " " } } == ["own.yaml:2:21", "own.yaml:2:31", "own.yaml:3:18"])
    }

    @Test("Profiles, lines of the page, names of colours and fonts that stand in")
    func shortKeys() throws {
        let sheet = try decode(
            """
            extends: gbt9704
            page: { profile: characters, grid: word, bottom: 33毫米 }
            colours: { 红: C00000 }
            fonts: { 楷体: { fallbacks: [华文楷体, STKaiti] } }
            paragraphs:
              subtitle: { colour: 红, line: 1.5倍 }
              heading1: { line: 至少 28磅 }
              heading2: { line: 2行 }
            """
        )
        // What stands beside a profile goes before it, and what is extended does not.
        #expect(sheet.page.top == Length(millimetres: 34.58))
        #expect(sheet.page.bottom == Length(millimetres: 33))
        #expect(sheet.page.linePitch == Length(twips: 589))
        #expect(sheet.body.format.lineHeight == .exact(Length(twips: 589)))
        #expect(sheet.page.grid == .word)
        #expect(sheet.body.format.text.characterSpacing == .zero)
        #expect(sheet[.subtitle].format.text.colour == Colour("C00000"))
        #expect(sheet[.subtitle].format.lineHeight == .multiple(1.5))
        #expect(sheet[.heading1].format.lineHeight == .atLeast(Length(points: 28)))
        #expect(sheet[.heading2].format.lineHeight == .exact(Length(twips: 1178)))
        #expect(sheet.fonts.first { $0.role == "楷体" }?.fallbacks == ["华文楷体", "STKaiti"])
        #expect(try decode(StyleSheetText.text(sheet)) == sheet)
        #expect(problems("extends: gbt9704\npage: { profile: margin }").first?.contains("margins") == true)
    }

    @Test("A sheet as text is the same sheet", arguments: BuiltInStyles.names)
    func text(_ name: String) throws {
        let sheet = try decode("extends: \(name)")
        #expect(try decode(StyleSheetText.text(sheet)) == sheet)
    }

    @Test("The head, the imprint and the first page are read, changed in part, and taken away")
    func elements() throws {
        let sheet = try decode(
            """
            extends: gbt9704-letter
            signature: { seal: false }
            head: { rule: { distance: 5毫米 } }
            imprint: { at-foot: false, inner-rule: 0.5磅 }
            first-page: { foot-rule: null }
            """
        )
        #expect(!sheet.hasSeal)
        #expect(sheet.head?.arrangement == .letter)
        #expect(sheet.head?.rule?.distance == Length(millimetres: 5))
        #expect(sheet.head?.rule?.pattern == .thickThin)
        #expect(sheet.head?.ruleLength == Length(millimetres: 170))
        #expect(sheet.imprint == ImprintStyle(outerRule: .zero, innerRule: Length(points: 0.5), isAtFoot: false))
        #expect(sheet.firstPage == FirstPageStyle(hasPageNumber: false))
        let bare = try decode("extends: gbt9704\nhead: null\nimprint: null")
        #expect(bare.head == nil && bare.imprint == nil && bare.firstPage == nil)
    }

    @Test("Mistakes in the head and the imprint are reported at their places")
    func elementMistakes() {
        let found = problems(
            """
            extends: gbt9704
            head: { arrangement: stackd, rule: { colour: red } }
            imprint: { foot: true, inner-rule: 1字 }
            first-page: { page-number: perhaps }
            """
        )
        #expect(
            found == [
                "own.yaml:2:22 unknown value of 'arrangement' 'stackd'; did you mean 'stacked'?",
                "own.yaml:2:46 'colour' must be a colour of six hexadecimal digits, a name of 'colours' or auto, found 'red'",
                "own.yaml:3:12 unknown key 'foot'; known: at-foot, inner-rule, outer-rule",
                "own.yaml:3:36 'inner-rule' must be in millimetres, centimetres or points",
                "own.yaml:4:28 'page-number' must be true or false, found a string",
            ]
        )
    }

    @Test("Distances and thicknesses that a file cannot hold are reported")
    func elementBounds() {
        let found = problems(
            """
            extends: gbt9704
            head: { mark-top: -1毫米, rule: { thickness: 13磅, distance: 40磅 } }
            imprint: { outer-rule: 20磅 }
            """
        )
        #expect(
            found == [
                "own.yaml:2:44 'thickness' must be from 0 to 12 points",
                "own.yaml:2:19 'mark-top' must be from 0 to 558.8 millimetres",
                "own.yaml:3:24 'outer-rule' must be from 0 to 12 points",
            ]
        )
        #expect(
            problems("extends: gbt9704\nhead: { rule: { distance: 40磅 } }")
                == ["own.yaml:2:27 the 'distance' of the rule of a head is at most 31 points"]
        )
    }

    @Test func numbersAreTextUnlessTheSheetSaysOtherwise() throws {
        #expect(try decode("extends: gbt9704").numbering == .literal)
        #expect(try decode("extends: gbt9704\nnumbering: native").numbering == .native)
        #expect(
            problems("extends: gbt9704\nnumbering: nativ")
                == ["own.yaml:2:12 unknown value of 'numbering' 'nativ'; did you mean 'native'?"]
        )
    }

    @Test func everyKindOfBlockAndEveryRoleHasAStyle() throws {
        let sheet = try decode("extends: gbt9704")
        let kinds: [BlockKind] = [
            .title, .subtitle, .author, .salutation, .lead, .part, .heading1, .heading2, .heading3, .heading4,
            .heading5,
            .point, .paragraph, .listItem, .closing, .attachment, .signature, .date, .note, .formula, .footnote,
            .issuerHead, .documentNumber, .copies, .imprint, .tableOfContents, .pageNumber,
        ]
        for kind in kinds { #expect(sheet[kind].key.rawValue == kind.rawValue) }
        let keys: [ParagraphStyle.Key] = [
            .normal, .body, .item, .runIn, .attachmentItem, .attachmentHead, .tableCell, .tableHead, .footer,
        ]
        for key in keys { #expect(sheet[key].key == key) }
        for level in 1...5 { #expect(sheet[.headingPhrase(level: level)] != nil) }
        #expect(sheet[.placeholder]?.background == Colour("FFFF00"))
        #expect(sheet[BlockKind(rawValue: "from-elsewhere")].key == .body)
    }

    @Test func aSheetOverridesWhatItExtends() throws {
        let sheet = try decode(
            """
            extends: gbt9704
            paragraphs:
              heading1: { bold: true, colour: "123456" }
              heading6: { id: Heading6, name: heading 6, based-on: heading1, size: 小四 }
            page: { left: 3cm }
            """
        )
        #expect(sheet[.heading1].format.text.isBold)
        #expect(sheet[.heading1].format.text.colour == Colour("123456"))
        #expect(sheet[.heading1].format.outlineLevel == 1)
        #expect(sheet.page.left == Length(millimetres: 30))
        let own = sheet[ParagraphStyle.Key(rawValue: "heading6")]
        #expect(own.format.text.size == Length(points: 12))
        #expect(own.format.text.font == "黑体")
        #expect(own.format.text.isBold)
    }

    @Test func allProblemsAreReportedAtOnceWithTheirPlaces() {
        let found = problems(
            """
            extends: gbt9704
            colour: red
            page:
              left: 3寸
              lines: 30
            paragraphs:
              haeding1: { bold: true }
              heading1: { font: 黑休, bold: perhaps, size: 五, line: 2字 }
              heading2: { based-on: heading22 }
            page-number: { position: outre }
            """
        )
        #expect(
            found == [
                "own.yaml:2:1 unknown key 'colour'; did you mean 'colours'?",
                "own.yaml:4:9 'left' must be a number with a unit (毫米, mm, 厘米, cm, 磅, pt, 字, 行), found '3寸'",
                "own.yaml:10:26 unknown value of 'position' 'outre'; did you mean 'outer'?",
                "own.yaml:8:21 unknown font '黑休'; did you mean '黑体'?",
                "own.yaml:8:46 unknown type size '五'; did you mean '五号'?",
                "own.yaml:8:31 'bold' must be true or false, found a string",
                "own.yaml:8:55 'line' must be in millimetres, centimetres or points",
                "own.yaml:9:25 unknown paragraph style 'heading22'; did you mean 'heading1'?",
                "own.yaml:7:3 unknown paragraph style 'haeding1'; did you mean 'heading1'?",
            ]
        )
    }

    @Test func aPageThatDoesNotHoldItsLines() {
        #expect(
            problems("extends: gbt9704\npage: { lines: 23 }")
                == ["own.yaml:2:16 23 lines do not fit; at this line pitch 22 do"]
        )
        #expect(problems("extends: gbt9704\npage: { left: 300毫米 }").count == 1)
    }

    @Test func circlesAndUnknownSheetsAreRefused() {
        #expect(problems("extends: own") == ["own.yaml:1:10 extends runs in a circle: own → own"])
        #expect(problems("extends: loop") == ["loop.yaml:1:10 extends runs in a circle: own → loop → own"])
        #expect(
            problems("extends: gbt9705") == ["own.yaml:1:10 unknown style 'gbt9705'; did you mean 'gbt9704'?"]
        )
        #expect(
            problems("extends: gbt9704\nparagraphs: { paragraph: { based-on: lead } }").first?
                .contains("based-on runs in a circle: paragraph → lead → paragraph") == true
        )
    }

    @Test func anIncompleteSheetNamesWhatIsMissing() {
        let found = problems("version: 1\nfonts: {}")
        #expect(found.contains("own.yaml:1:1 'page' is missing"))
        #expect(found.contains("own.yaml:1:1 'paragraphs' is missing"))
        #expect(problems("- a").count == 1)
        #expect(problems("").count == 1)
        #expect(problems("extends: gbt9704\nversion: 2") == ["own.yaml:2:10 the version of a style sheet must be 1"])
    }

    @Test func identitiesAreUniqueAndPlain() {
        #expect(
            problems("extends: gbt9704\nparagraphs: { lead: { id: Title } }").first?
                .contains("the style id 'Title' is used twice") == true
        )
        // Styles of all types share their identities and names.
        let shared = problems("extends: gbt9704\ncharacters: { placeholder: { id: LEAD, name: 导语 } }")
        #expect(shared.count == 2)
        #expect(shared.allSatisfy { $0.contains("is used twice; choose another") })
        #expect(
            problems("extends: gbt9704\nparagraphs: { lead: { id: 导语 } }").first?
                .contains("may hold ASCII letters and digits only") == true
        )
    }

    @Test("A sheet may extend a file beside it; a circle of files is refused")
    func extendsFile() throws {
        let folder = try TemporaryFolder()
        let own = try folder.write("extends: house.yaml\nsummary: { zh: 本单位, en: own }\n", to: "own.yaml")
        _ = try folder.write("extends: gbt9704\nsummary: { zh: 机关, en: house }\n", to: "house.yaml")
        let value = try ConfigurationLoader.dataFile(own, ConfigurationPlace(file: own))
        let sheet = try StyleSheetDecoding.decode(value, name: own, known: BuiltInStyles.names, resolve: builtIn)
        #expect(sheet.page.linePitch.twips == 579)
        #expect(sheet.summary.en == "own")
        _ = try folder.write("extends: own.yaml\n", to: "house.yaml")
        #expect(throws: ConfigurationError.self) {
            try StyleSheetDecoding.decode(value, name: own, known: BuiltInStyles.names, resolve: builtIn)
        }
    }
}
