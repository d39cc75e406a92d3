public import StageKit
public import SummaryModel

/// Puts the elements of an official document into a draft that lacks them: document number, addressee, copies and the like.
///
/// **Requirement.** A document that is issued has elements besides its text, each at its place and in its form (GB/T
/// 9704-2012, 7.2 to 7.4): above the text the number of the copy, classification, urgency, the mark of the issuing body, the
/// document number, who signs it for issue, title, subtitle, author and addressee; below it attachments, signature, date, note,
/// copies, and who prints it. How they look is up to the style sheet: `gbt9704-red-head`, `gbt9704-letter`, `gbt9704-minutes`.
///
/// **Where they come from.** The options, or `data`, `--data`, `--set` and the fields of a row of `merge`, which go first, or the
/// front matter of the draft, which goes last. A value whose name stands in a gap of the draft, as {{成文日期}}, is for the gap.
/// Where a configuration lists no stages, the stage works before `placeholders` when the front matter or `--set` names an
/// element, or options of the stage are given. Everywhere an element may be named as in the options or as in the standard:
/// 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, 标题, 副标题, 作者, 主送机关, 附件, 署名, 成文日期, 附注, 抄送, 印发机关,
/// 印发日期.
///
/// **What it changes.** An element that is given and that the draft lacks is inserted at its place; the reason is `element`. It
/// is written as the standard wants it: 2024-12-20 as 2024年12月20日, [2024]03号 as 〔2024〕3号, 机密*1年 as 机密★1年, 抄送 with a
/// colon and a full stop, a note in brackets. In the draft, the document number and the classification are set right in the same
/// way; the reasons are `document-number` and `classification`.
///
/// **What it reports.** `elements.differs` (warning): the draft has the element with another text, which stays. `elements.form`
/// (warning): a text that has not the form of its element, such as a date that does not exist; it is left out. `elements.signers` (warning):
/// somebody signs for issue, but there is no document number beside which the name could stand. `elements.attachment-title`
/// (warning): the title of an attachment is not the name that the note of the attachments gives it (7.3.7).
/// `elements.attachment-note` (warning): an attachment that the note does not name.
public struct ElementsStage: Stage {
    /// The name in configuration files.
    public static let name = "elements"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "按给出的值补上公文要素（发文字号、主送机关、抄送等）",
        en: "Inserts the elements of an official document that are given and that the draft lacks."
    )
    /// What the stage may report.
    public static let findings = ElementsFinding.descriptions
    /// Examples of what the stage does.
    public static let examples = ElementsExamples.all

    /// The names under which elements are given.
    public static let valueNames = Element.allCases.flatMap { [$0.rawValue, $0.term] }

    private let options: ElementsOptions

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when `data` is no mapping.
    public init(options: ElementsOptions) throws(ConfigurationError) {
        if let data = options.data, data.entries == nil, data.content != .null {
            let wanted = LocalizedText(zh: "要素到值的映射", en: "a mapping of elements to values")
            throw ConfigurationError([.wrongType(of: "data", wanted: wanted, found: data)])
        }
        self.options = options
    }

    /// Inserts what is given and absent.
    public func run(_ document: inout Document, in context: inout StageContext) {
        correctNumbers(of: &document, &context)
        correctClassifications(of: &document, &context)
        defer { for finding in AttachmentNames.findings(in: document) { context.report(finding) } }
        let values = ElementValues(options, context.values, document.metadata, gaps: GapNames(document.blocks))
        guard !values.isEmpty else { return }
        context.use(values.usedNames)
        for element in Element.allCases { insert(element, values, into: &document, &context) }
    }

    private func insert(
        _ element: Element,
        _ values: ElementValues,
        into document: inout Document,
        _ context: inout StageContext
    ) {
        let texts = values[element]
        guard let first = texts.first else { return }
        // In the wrong form its place could not be told when the output is read again.
        guard Self.hasForm(first, of: element) else {
            context.report(ElementsFinding.form(element, first, at: values.place(of: element)))
            return
        }
        let kind: BlockKind
        let lines: [String]
        switch element {
        case .classification: (kind, lines) = (.issuerHead, [ElementText.classification(first) ?? first])
        case .copyNumber, .urgency: (kind, lines) = (.issuerHead, [first])
        case .issuer: (kind, lines) = (.issuerHead, texts)
        case .number: (kind, lines) = (.documentNumber, [ElementText.number(first) ?? first])
        case .signers:
            // They stand beside the number, which comes first.
            addSigners(texts, to: &document, &context)
            return
        case .title: (kind, lines) = (.title, [first])
        case .subtitle: (kind, lines) = (.subtitle, [first])
        case .author: (kind, lines) = (.author, [first])
        case .recipient: (kind, lines) = (.salutation, [ElementText.recipient(first)])
        case .attachments: (kind, lines) = (.attachment, ElementText.attachments(texts))
        case .signature: (kind, lines) = (.signature, texts)
        case .date: (kind, lines) = (.date, [ElementText.date(first) ?? first])
        case .note: (kind, lines) = (.note, [ElementText.note(first)])
        case .copies: (kind, lines) = (.copies, [ElementText.copies(first)])
        case .printer:
            let date = values[.printDate].first.flatMap(ElementText.printDate)
            (kind, lines) = (.imprint, [ElementText.imprint(first, date)])
        case .printDate:
            guard values[.printer].isEmpty else { return }
            (kind, lines) = (.imprint, [ElementText.imprint(nil, ElementText.printDate(first))])
        }
        let places = ElementPlaces(document.blocks)
        if let index = places.index(of: element) {
            let present = document.blocks[index]
            let line = lines.first ?? ""
            // Beside the number may stand who signs for issue.
            let shown = element == .number ? ElementText.beforeSigners(present.shownText) : present.shownText
            if !Self.isSame(shown, line) {
                context.report(ElementsFinding.differs(element, present, given: line))
            }
            return
        }
        let position = places.position(for: element)
        let blocks = lines.map { line in
            Block(id: context.makeBlockID(), kind: kind, content: [.text(line)], origin: .stage(Self.name))
        }
        for block in blocks { context.explain("element", on: block.id) }
        document.blocks.insert(contentsOf: blocks, at: position)
    }

    /// Puts those who sign for issue beside the number that the draft has.
    private func addSigners(_ signers: [String], to document: inout Document, _ context: inout StageContext) {
        guard let index = ElementPlaces(document.blocks).index(of: .number) else {
            context.report(ElementsFinding.signers())
            return
        }
        let text = BlockText(document.blocks[index])
        if text.scalars[...].holds("签发人") {
            for signer in signers where !text.scalars[...].holds(signer) {
                context.report(ElementsFinding.differs(.signers, document.blocks[index], given: signer))
            }
            return
        }
        let addition = "\u{3000}" + ElementText.signers(signers)
        let end = text.scalars.count
        context.apply([TextChange(end..<end, addition, reason: "element")], to: &document.blocks[index], text)
    }

    /// Sets the document number of the draft right: 〔〕 around the year, no 第, no zeros in front (GB/T 9704-2012, 7.2.5).
    private func correctNumbers(of document: inout Document, _ context: inout StageContext) {
        for index in document.blocks.indices where document.blocks[index].kind == .documentNumber {
            let text = BlockText(document.blocks[index])
            let end = text.scalars.firstIndex(of: "号").map { $0 + 1 } ?? 0
            let start = text.scalars.firstIndex { !$0.isBlank } ?? 0
            guard start < end else { continue }
            let written = text.string(start..<end)
            guard let right = ElementText.number(written), right != written else { continue }
            let change = TextChange(start..<end, right, reason: "document-number")
            context.apply([change], to: &document.blocks[index], text)
        }
    }

    /// Sets ★ between a classification of the draft and its period, where another sign stands (GB/T 9704-2012, 7.2.2).
    private func correctClassifications(of document: inout Document, _ context: inout StageContext) {
        for index in document.blocks.indices where document.blocks[index].kind == .issuerHead {
            let text = BlockText(document.blocks[index])
            guard let right = ElementText.classification(text.scalars.string),
                !Self.isSame(right, text.scalars.string),
                let start = text.scalars.firstIndex(where: { !$0.isBlank }),
                let end = text.scalars.lastIndex(where: { !$0.isBlank })
            else { continue }
            let change = TextChange(start..<end + 1, right, reason: "classification")
            context.apply([change], to: &document.blocks[index], text)
        }
    }

    /// Whether a text has the form that the standard gives the element.
    private static func hasForm(_ text: String, of element: Element) -> Bool {
        switch element {
        case .copyNumber: HeadLine(text) == .copyNumber
        case .classification: ElementText.classification(text) != nil
        case .urgency: HeadLine(text) == .urgency
        case .number: ElementText.number(text) != nil || ElementText.isOrderNumber(text)
        case .date: ElementText.date(text) != nil
        case .printDate: ElementText.printDate(text) != nil
        default: true
        }
    }

    /// Whether two texts differ in blanks alone.
    private static func isSame(_ first: String, _ second: String) -> Bool {
        first.unicodeScalars.lazy.filter { !$0.isBlank }.elementsEqual(
            second.unicodeScalars.lazy.filter { !$0.isBlank }
        )
    }
}
