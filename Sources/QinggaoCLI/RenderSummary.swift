internal import Configuration
internal import DraftReading
internal import Qinggao
internal import SummaryModel

/// The few lines that tell a clerk what was found, removed, changed and left open.
struct RenderSummary {
    private let conversion: DraftConversion
    private let input: String
    private let outputs: [String]
    private let unused: [EffectiveConfiguration.UnusedOptions]
    private let verbose: Bool

    init(
        _ conversion: DraftConversion,
        input: String,
        outputs: [String],
        unused: [EffectiveConfiguration.UnusedOptions],
        verbose: Bool
    ) {
        self.conversion = conversion
        self.input = input
        self.outputs = outputs
        self.unused = unused
        self.verbose = verbose
    }

    func text(in language: Language) -> String {
        var lines: [LocalizedText] = [title, structure]
        lines += residue
        lines.append(changes)
        lines.append(gaps)
        lines += findings
        lines += skipped
        lines += unusedOptions
        if verbose { lines += times }
        for output in outputs where output != "-" {
            lines.append(LocalizedText(zh: "已写入　　\(output)", en: "written    \(output)"))
        }
        return lines.map { $0(language) }.joined(separator: "\n")
    }

    private var title: LocalizedText {
        let title = conversion.document.titleLines.joined()
        if title.isEmpty { return LocalizedText(zh: "标题　　　（没有找到）", en: "title      (none found)") }
        return LocalizedText(zh: "标题　　　\(title)", en: "title      \(title)")
    }

    private var structure: LocalizedText {
        var counts: [BlockKind: Int] = [:]
        for block in conversion.document.blocks { counts[block.kind, default: 0] += 1 }
        let headings: [(BlockKind, String, String)] = [
            (.part, "部分", "parts"), (.heading1, "一、", "一、"), (.heading2, "（一）", "（一）"), (.heading3, "1.", "1."),
            (.heading4, "（1）", "（1）"), (.heading5, "①", "①"), (.point, "一是", "一是"),
        ]
        let found = headings.compactMap { kind, zh, en in counts[kind].map { (zh, en, $0) } }
        if found.isEmpty { return LocalizedText(zh: "层次　　　（没有标题层次）", en: "headings   (none)") }
        return LocalizedText(
            zh: "层次　　　" + found.map { "\($0.0) \($0.2) 个" }.joined(separator: "，"),
            en: "headings   " + found.map { "\($0.1) \($0.2)" }.joined(separator: ", ")
        )
    }

    /// The lines that were taken out, and how to get them back.
    private var residue: [LocalizedText] {
        let left = Set(conversion.document.blocks.map(\.id))
        var lines: Set<Int> = []
        for block in conversion.reading.document.blocks
        where (block.kind == .residue || block.kind == .pageNumber) && !left.contains(block.id) {
            guard let range = block.source else { continue }
            let source = conversion.reading.source
            let last = source.lineIndex(at: max(range.lowerBound, range.upperBound - 1)) + 1
            lines.formUnion(source.lineIndex(at: range.lowerBound) + 1...last)
        }
        guard !lines.isEmpty else { return [] }
        let list = LineList(lines).text
        let source = conversion.reading.source
        let runs = LineList(lines).ranges
        let single = runs.prefix(runs.count > 1 ? Self.shownRuns : 0).map { run in
            let flag = run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)-\(run.upperBound)"
            let text = excerpt(of: source[source.lines[run.lowerBound - 1]]) + (run.count > 1 ? " …" : "")
            return LocalizedText(
                zh: "　　　　　第 \(flag) 行“\(text)”（恢复：--keep \(flag)）",
                en: "           \(flag) '\(text)' (undo: --keep \(flag))"
            )
        }
        return [
            LocalizedText(
                zh: "删除残留　\(lines.count) 行：第 \(list) 行（恢复：--keep \(list)）",
                en:
                    "removed    \(lines.count) \(lines.count == 1 ? "line" : "lines") of residue: \(list) (undo: --keep \(list))"
            )
        ] + single
    }

    /// How many runs of removed lines are shown each by itself.
    private static let shownRuns = 6

    /// The beginning of a line, for people.
    private func excerpt(of line: String) -> String {
        let text = Array(line.unicodeScalars)[...].trimmed
        return text.count <= 20 ? text.string : text.prefix(20).string + "…"
    }

    private var changes: LocalizedText {
        let count = conversion.edits.count
        return LocalizedText(zh: "改动　　　\(count) 处", en: "changes    \(count)")
    }

    private var gaps: LocalizedText {
        var found: [(sign: String, line: Int)] = []
        for block in conversion.document.blocks {
            for inline in block.content + (block.body ?? []) + (block.table?.inlines ?? []) {
                guard case .placeholder(let gap) = inline.content else { continue }
                let offset = inline.source?.lowerBound ?? block.source?.lowerBound ?? 0
                found.append((gap.sign, conversion.reading.source.position(at: offset).line))
            }
        }
        if found.isEmpty {
            // Gaps that are only listed are no pieces of the document.
            for finding in conversion.diagnostics where finding.id == "placeholders.unresolved" {
                guard let range = finding.range, let start = finding.start else { continue }
                found.append((conversion.reading.source[range], start.line))
            }
        }
        if found.isEmpty { return LocalizedText(zh: "待填　　　0 处", en: "gaps       0") }
        let first = found.prefix(3)
        let more = found.count > 3
        return LocalizedText(
            zh: "待填　　　\(found.count) 处：" + first.map { "第 \($0.line) 行“\($0.sign)”" }.joined(separator: "，")
                + (more ? "……" : ""),
            en: "gaps       \(found.count): " + first.map { "line \($0.line) '\($0.sign)'" }.joined(separator: ", ")
                + (more ? ", …" : "")
        )
    }

    /// How many findings there are, and the first ones that are not about open gaps, which have a line of their own.
    private var findings: [LocalizedText] {
        let all = conversion.diagnostics
        let errors = all.count { $0.severity == .error }
        let warnings = all.count { $0.severity == .warning }
        let notes = all.count - errors - warnings
        var lines = [
            LocalizedText(
                zh: "发现　　　错误 \(errors)，警告 \(warnings)，提示 \(notes)",
                en: "findings   errors \(errors), warnings \(warnings), notes \(notes)"
            )
        ]
        let shown = all.filter { $0.id != "placeholders.unresolved" && $0.severity != .info }
        for diagnostic in shown.prefix(5) {
            let place = diagnostic.start.map { "\(input):\($0.line):\($0.column)" } ?? input
            lines.append(
                LocalizedText(
                    zh: "　　　　　\(place)：\(diagnostic.message.zh)",
                    en: "           \(place): \(diagnostic.message.en)"
                )
            )
        }
        if shown.count > 5 {
            lines.append(
                LocalizedText(
                    zh: "　　　　　还有 \(shown.count - 5) 条，用 --report 文件 查看全部",
                    en: "           and \(shown.count - 5) more; --report FILE lists all"
                )
            )
        }
        return lines
    }

    /// The stages that a condition left out, which the clerk may not expect.
    private var skipped: [LocalizedText] {
        guard !conversion.unmet.isEmpty else { return [] }
        return [
            LocalizedText(
                zh: "跳过　　　\(conversion.unmet.joined(separator: "、"))（when）",
                en: "skipped    \(conversion.unmet.joined(separator: ", ")) (when)"
            )
        ]
    }

    /// What a preset or a file says of stages that are not there, such as that open gaps are errors.
    private var unusedOptions: [LocalizedText] {
        unused.map { unused in
            LocalizedText(
                zh: "未用选项　\(unused.stage)（\(unused.origin)）：流水线中没有这个步骤",
                en: "unused     options of \(unused.stage) (\(unused.origin)): the pipeline has no such stage"
            )
        }
    }

    private var times: [LocalizedText] {
        let stages = conversion.times.map { time in
            (LocalizedText(zh: time.stage, en: time.stage), time.duration)
        }
        let all: [(LocalizedText, Duration?)] =
            [(LocalizedText(zh: "读取", en: "reading"), conversion.readingTime)] + stages
            + [(LocalizedText(zh: "输出", en: "rendering"), conversion.renderingTime)]
        return all.map { name, duration in
            guard let duration else {
                return LocalizedText(zh: "用时　　　\(name.zh) 跳过", en: "time       \(name.en) skipped")
            }
            let parts = duration.components
            let microseconds = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
            let text = "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst()) ms"
            return LocalizedText(zh: "用时　　　\(name.zh) \(text)", en: "time       \(name.en) \(text)")
        }
    }
}
