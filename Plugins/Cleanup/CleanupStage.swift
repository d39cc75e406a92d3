public import StageKit
public import SummaryModel

/// Takes away what does not belong to the document: residue, leaked mark-up, blanks that only imitate a layout.
///
/// **Changes** Blocks that the reader recognised as residue and page numbers left in the text are removed. Tags of HTML
/// are removed and character references replaced. A tag that swallowed letters is repaired: where an editor took the 〈
/// of 《关于〈×县…办法〉的通知》, typed as `<`, for the beginning of a tag, the letters stay and the tag goes. Blanks before
/// and after the text of a block, inside markers and between Chinese characters are removed; between Latin words one
/// stays, and in titles and names a single one. List signs at the beginning of lines (●, ■, ➢) are removed, and the lines are
/// paragraphs. Control and zero-width characters are removed. Lines that `keep` names
/// stay as paragraphs, and lines that `drop` names go. Every removal stands in the change report.
///
/// **Reports** `cleanup.possible-gap`: three or more blanks before a measure word, which may be a gap left for a figure.
/// `cleanup.much-removed`: more than half of the draft was residue.
public struct CleanupStage: Stage {
    /// The name in configuration files.
    public static let name = "cleanup"
    /// What it changes are defects.
    public static let correctsDraft = true
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "删除广告水印、网页残留和多余空白",
        en: "Removes adverts, leaked mark-up and stray blanks."
    )

    /// What the stage may report.
    public static let findings = [
        FindingDescription(
            "cleanup.possible-gap",
            .warning,
            LocalizedText(
                zh: "量词前有三个以上空白，可能是留给数字的空",
                en: "Three or more blanks before a measure word may be a gap for a figure."
            )
        ),
        FindingDescription(
            "cleanup.much-removed",
            .warning,
            LocalizedText(zh: "全文一半以上被当作残留删除", en: "More than half of the draft was removed as residue.")
        ),
    ]

    /// Examples of what the stage does.
    public static let examples = [
        StageExample(
            LocalizedText(zh: "网页残留和多余空白", en: "What a web page left behind"),
            draft: """
                <p>镇图书室2024年工作总结</p>
                　　一年来，图书室&nbsp;共办讲座 12 场。
                一、主要工作
                　　（一）&ensp;充实馆藏。新购图书三百册。
                """,
            result: """
                镇图书室2024年工作总结
                一年来，图书室共办讲座12场。
                一、主要工作
                （一）充实馆藏。新购图书三百册。
                """
        ),
        StageExample(
            LocalizedText(zh: "保留指定的行", en: "Lines that stay"),
            options: "{ keep: [\"*扫码*\"] }",
            draft: """
                镇图书室2024年工作总结
                一年来，图书室共办讲座12场，来听课的读者有三百多人。
                扫码关注公众号，免费领取更多范文
                """,
            result: """
                镇图书室2024年工作总结
                一年来，图书室共办讲座12场，来听课的读者有三百多人。
                扫码关注公众号，免费领取更多范文
                """
        ),
        StageExample(
            LocalizedText(zh: "可能是留给数字的空", en: "Blanks that may be a gap"),
            draft: """
                镇图书室2024年工作总结
                一年来，图书室共办讲座    次，读者满意。
                """,
            findings: ["cleanup.possible-gap"]
        ),
    ]

    private let options: CleanupOptions
    private let kept: [LinePattern]
    private let dropped: [LinePattern]

    /// Creates the stage.
    public init(options: CleanupOptions) {
        self.options = options
        kept = options.keptLines.map { LinePattern($0) }
        dropped = options.droppedLines.map { LinePattern($0) }
    }

    /// Cleans the document.
    public func run(_ document: inout Document, in context: inout StageContext) {
        var (removed, total) = (0, 0)
        var gone: [Int] = []
        // Most blocks are clean, and are not touched.
        for (index, block) in document.blocks.enumerated() {
            var length = block.shownLength
            total += length
            let isKept = holds(kept, block, in: context)
            if !isKept, holds(dropped, block, in: context) {
                context.explain("dropped-line", on: block.id)
                gone.append(index)
                continue
            }
            switch block.kind {
            case .residue where isKept:
                document.blocks[index].kind = .paragraph
                document.blocks[index].reason = nil
            case .residue where options.removesResidue:
                removed += length
                context.explain(block.reason ?? "residue", on: block.id)
                gone.append(index)
                continue
            case .pageNumber where options.removesPageNumbers && !isKept:
                context.explain("page-number", on: block.id)
                gone.append(index)
                continue
            default: break
            }
            if mayChange(block) {
                clean(&document.blocks[index], in: &context)
                length = document.blocks[index].shownLength
            }
            if length == 0, block.table == nil, block.pictures.isEmpty { gone.append(index) }
        }
        if !gone.isEmpty { document.blocks = Self.left(of: document.blocks, without: gone) }
        if removed * 2 > total { context.report(Self.muchRemoved(percent: removed * 100 / total)) }
    }

    private func holds(_ patterns: [LinePattern], _ block: Block, in context: StageContext) -> Bool {
        patterns.contains { $0.matches(block, in: context) }
    }

    /// The blocks but those at some places, which are in order.
    private static func left(of blocks: [Block], without places: [Int]) -> [Block] {
        var left: [Block] = []
        left.reserveCapacity(blocks.count - places.count)
        var start = 0
        for place in places {
            left += blocks[start..<place]
            start = place + 1
        }
        return left + blocks[start...]
    }

    /// Whether there may be something to clean in a block; most blocks are not looked at more closely. What is added to
    /// ``clean(_:in:)`` is to be seen here.
    private func mayChange(_ block: Block) -> Bool {
        !block.prefix.isEmpty || !block.suffix.isEmpty || Self.holdsBlank(block.label) || TextCleaner.mayChange(block)
            || ListSign.mayBegin(block)
    }

    private static func holdsBlank(_ label: NumberLabel?) -> Bool {
        label?.marker.unicodeScalars.contains(where: \.isBlank) == true
    }

    private func clean(_ block: inout Block, in context: inout StageContext) {
        if !block.prefix.isEmpty || !block.suffix.isEmpty { cleanEnds(&block, in: &context) }
        if options.removesListSigns { ListSign.remove(from: &block, in: &context) }
        if options.removesBlanks, let label = block.label, Self.holdsBlank(label) {
            let written = label.marker
            let marker = Self.withoutBlanks(written)
            block.label?.marker = marker
            if marker != written {
                context.explain("blank-in-marker", on: block.id, before: written, after: marker)
            }
        }
        var cleaner = TextCleaner(
            removesMarkup: options.removesMarkup,
            removesBlanks: options.removesBlanks,
            keepsSingleBlanks: Self.separatingKinds.contains(block.kind) || block.label?.scheme == .sections,
            isCaption: block.kind == .caption
        )
        cleaner.keepsWideBlanks = Self.holdsTwoElements(block)
        guard TextCleaner.mayChange(block) else { return }
        // 第一部分　工作回顾: the number of a part is told from its text by a blank.
        let hasLabel = block.label != nil && block.kind != .part && block.label?.scheme != .sections
        var changes: [TextCleaner.Change] = []
        changes += cleaner.clean(
            &block.content,
            before: block.label?.marker.unicodeScalars.last,
            atStart: hasLabel,
            atEnd: block.body == nil && block.terminator.isEmpty
        )
        if var body = block.body {
            changes += cleaner.clean(&body, atStart: true, atEnd: true)
            block.body = body.isEmpty ? nil : body
        }
        if var table = block.table {
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    changes += cleaner.clean(&table.rows[row][column].content, atStart: true, atEnd: true)
                }
            }
            block.table = table
        }
        for change in changes {
            context.explain(change.reason, on: block.id, before: change.before, after: change.after)
            if change.reason == TextCleaner.possibleGap { context.report(Self.possibleGap(in: block.id)) }
        }
    }

    /// A marker without blanks; one that stands for the mark after a number, as in 一　工作情况 and 1.1　总体情况,
    /// stays.
    private static func withoutBlanks(_ marker: String) -> String {
        let bare = marker.unicodeScalars.filter { !$0.isBlank }
        let isMark =
            marker.unicodeScalars.last?.isBlank == true && bare.last.map { $0.isHan || $0.digitValue != nil } == true
        return bare.string + (isMark ? "\u{3000}" : "")
    }

    /// Blanks and leaked tags before and after the text.
    private func cleanEnds(_ block: inout Block, in context: inout StageContext) {
        for end in [\Block.prefix, \Block.suffix] {
            let written = block[keyPath: end]
            guard !written.isEmpty else { continue }
            let isBlank = written.unicodeScalars.allSatisfy(\.isBlank)
            guard isBlank ? options.removesBlanks : options.removesMarkup else { continue }
            block[keyPath: end] = ""
            let reason = !isBlank ? "leaked-markup" : end == \Block.prefix ? "leading-blank" : "trailing-blank"
            context.explain(reason, on: block.id, before: written, after: "")
        }
    }

    /// Whether two elements of an official document stand in the line, with a wide blank between them: number and signers,
    /// several signers, printer and printing date (GB/T 9704-2012, 7.2.6 and 7.4.3).
    private static func holdsTwoElements(_ block: Block) -> Bool {
        switch block.kind {
        case .documentNumber, .imprint: true
        case .issuerHead: Array(block.content.shownText.unicodeScalars)[...].holds("签发人")
        default: false
        }
    }

    /// Kinds in which a blank tells words or names apart.
    private static let separatingKinds: Set<BlockKind> = [
        .title, .subtitle, .author, .signature, .issuerHead, .documentNumber, .imprint, .copies, .attachment,
        .tableOfContents, .formula, .salutation, .part, .residue, .pageNumber, .listItem,
    ]
}

extension CleanupStage {
    private static func muchRemoved(percent: Int) -> Diagnostic {
        Diagnostic(
            id: "cleanup.much-removed",
            severity: .warning,
            message: LocalizedText(
                zh: "全文有 \(percent)% 被当作残留删除；请用 outline 核对，用 --keep 恢复",
                en:
                    "\(percent)% of the draft was removed as residue; look at outline and use --keep to bring lines back"
            )
        )
    }

    private static func possibleGap(in block: BlockID) -> Diagnostic {
        Diagnostic(
            id: "cleanup.possible-gap",
            severity: .warning,
            message: LocalizedText(
                zh: "量词前有一段空白，可能是留给数字的空，已保留；请填写或删除",
                en: "blanks before a measure word may be a gap for a figure and were kept; fill or delete them"
            ),
            anchor: Diagnostic.Anchor(block)
        )
    }
}
