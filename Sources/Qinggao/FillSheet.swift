internal import Configuration
public import SummaryModel

/// A sheet with the gaps of a draft for a person to fill in: one line for all gaps that must agree, in reading order.
public struct FillSheet: Sendable, Hashable {
    /// One line of the sheet.
    struct Row: Sendable, Hashable {
        /// The first of the gaps.
        var gap: PlaceholderList.Entry
        /// The lines of all of them.
        var lines: [Int]
        /// What a record of a section has.
        var fields: [Row] = []

        /// Whether it is a section for texts, not for records with names.
        var isList: Bool { fields.map(\.gap.key) == ["."] }

        /// Whether it is a section that shows the text by which it holds, or nothing of its own.
        var isCondition: Bool { fields.allSatisfy { $0.gap.key == gap.key } }
    }

    private let rows: [Row]

    /// Creates the sheet of a list of gaps.
    public init(_ list: PlaceholderList) {
        var rows: [Row] = []
        var children: [[Int]] = []
        var top: [Int] = []
        /// The rows by the sections that they stand in and the key.
        var places: [[String]: Int] = [:]
        for gap in list.placeholders {
            if let known = places[gap.sections + [gap.group]] {
                rows[known].lines.append(gap.line)
                continue
            }
            let index = rows.count
            places[gap.sections + [gap.group]] = index
            rows.append(Row(gap: gap, lines: [gap.line]))
            children.append([])
            if let parent = gap.sections.isEmpty ? nil : places[gap.sections] {
                children[parent].append(index)
            } else {
                top.append(index)
            }
        }
        // A row stands after the one that it belongs to, so from the end on every row is complete.
        for index in rows.indices.reversed() { rows[index].fields = children[index].map { rows[$0] } }
        self.rows = top.map { rows[$0] }
    }

    // MARK: - YAML

    /// The sheet as YAML, with comments that say where each gap stands.
    ///
    /// - Parameters:
    ///   - language: The language of the comments.
    ///   - input: The name of the draft, for the comment that says how to go on.
    public func yaml(in language: Language, input: String) -> String {
        var lines = [
            LocalizedText(
                zh: "# \(Self.plain(input)) 的填空数据：在冒号和空格之后填写，留空的不填。要原样填入、不作检查，写成「…」。",
                en:
                    "# The gaps of \(Self.plain(input)): write the values after the colon and the blank; what is empty stays open. 「…」 is put in unchecked."
            )(language)
        ]
        for row in rows { add(row, indent: "", language, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func add(_ row: Row, indent: String, _ language: Language, to lines: inout [String]) {
        let gap = row.gap
        let key = YAMLText.string(gap.group)
        if indent.isEmpty { lines.append("") }
        lines.append(indent + "# " + note(row)(language))
        if row.isList {
            lines.append("\(indent)\(key):\n\(indent)  - ")
        } else if gap.isSection, !row.isCondition {
            lines.append("\(indent)\(key):")
            // A list with one record to copy.
            var fields: [String] = []
            for field in row.fields { add(field, indent: indent + "    ", language, to: &fields) }
            if let first = fields.firstIndex(where: { !$0.drop(while: { $0 == " " }).hasPrefix("#") }) {
                let comments = fields[..<first]
                lines += comments
                lines.append(indent + "  - " + fields[first].dropFirst(indent.count + 4))
                lines += fields[(first + 1)...]
            }
        } else {
            lines.append("\(indent)\(key): \(gap.value.map(YAMLText.string) ?? "")")
        }
    }

    // MARK: - CSV

    /// The sheet as CSV by RFC 4180 with the heads of its columns in `language`: UTF-8 with a byte-order mark, so that
    /// Excel and WPS read it as what it is.
    public func csv(in language: Language) -> String {
        let heads = [
            DataFile.keyColumn, LocalizedText(zh: "类型", en: "kind"), DataFile.valueColumn,
            LocalizedText(zh: "行", en: "line"), LocalizedText(zh: "所在句子", en: "sentence"),
        ]
        var text = "\u{FEFF}" + heads.map { $0(language) }.joined(separator: ",") + "\r\n"
        for row in rows {
            let gap = row.gap
            let fields = [
                gap.group, kind(row)(language), gap.value ?? "", row.lines.map(String.init).joined(separator: " "),
                gap.isSection ? tableNote(row)(language) : Self.marked(gap),
            ]
            text += fields.map(Self.quoted).joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func quoted(_ field: String) -> String {
        var field = plain(field)
        // A spreadsheet would take it for a formula; blanks at the ends do not count.
        if let first = field.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) { field = " " + field }
        guard field.utf8.contains(where: { ",\";\t".utf8.contains($0) }) || field.hasPrefix(" ") else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: - Words

    /// The sentence of a gap, with the gap in brackets.
    private static func marked(_ gap: PlaceholderList.Entry) -> String {
        plain("\(gap.sentenceBefore)⟦\(gap.text)⟧\(gap.sentenceAfter)")
    }

    /// The text on one line.
    private static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result.append(isControl || scalar.value == 0x2028 || scalar.value == 0x2029 ? " " : scalar)
        }
        return String(result)
    }

    private func kind(_ row: Row) -> LocalizedText {
        guard row.gap.isSection else { return KindName.text(row.gap.kind) }
        if row.isList { return LocalizedText(zh: "列表", en: "list") }
        return row.isCondition
            ? LocalizedText(zh: "条件段", en: "condition") : LocalizedText(zh: "重复段", en: "repeated part")
    }

    private func note(_ row: Row) -> LocalizedText {
        let kind = kind(row)
        var seen: Set<Int> = []
        let lines = row.lines.filter { seen.insert($0).inserted }
        var place = LocalizedText(zh: "第 \(row.gap.line) 行", en: "line \(row.gap.line)")
        if row.lines.count > 1, !row.gap.isSection {
            let list = lines.prefix(8).map(String.init)
            place = LocalizedText(
                zh: "第 \(list.joined(separator: "、")) 行\(lines.count > 8 ? "等" : "")，共 \(row.lines.count) 处",
                en:
                    "\(lines.count > 1 ? "lines" : "line") \(list.joined(separator: ", "))\(lines.count > 8 ? ", …" : ""), \(row.lines.count) places"
            )
        }
        guard row.gap.isSection else {
            let sentence = Self.marked(row.gap)
            return LocalizedText(
                zh: "\(place.zh) · \(kind.zh)：\(sentence)",
                en: "\(place.en) · \(kind.en): \(sentence)"
            )
        }
        if row.isList {
            return LocalizedText(
                zh: "\(place.zh) · \(kind.zh)：每项写一行，从“- ”开始；没有写 []",
                en: "\(place.en) · \(kind.en): one item a line, from '- ' on; [] for none"
            )
        }
        return row.isCondition
            ? LocalizedText(
                zh: "\(place.zh) · \(kind.zh)：\(conditionNote(row).zh)",
                en: "\(place.en) · \(kind.en): \(conditionNote(row).en)"
            )
            : LocalizedText(
                zh: "\(place.zh) · \(kind.zh)：每条记录写一组，从“- ”开始；没有记录写 []",
                en: "\(place.en) · \(kind.en): one group for every record, from '- ' on; [] for none"
            )
    }

    /// How a condition is filled.
    private func conditionNote(_ row: Row) -> LocalizedText {
        row.fields.isEmpty
            ? LocalizedText(zh: "写“是”则出现，写“否”则不出现", en: "true shows it, false leaves it out")
            : LocalizedText(zh: "写内容则出现，写“否”则不出现", en: "a text shows it, false leaves it out")
    }

    /// How a section is filled beside a CSV sheet.
    private func tableNote(_ row: Row) -> LocalizedText {
        if row.isCondition { return conditionNote(row) }
        if row.isList { return LocalizedText(zh: "写在 YAML 数据文件中，每项一行", en: "filled by a list in a YAML file") }
        let names = row.fields.map(\.gap.group)
        return LocalizedText(
            zh: "另用表格 \(row.gap.group).csv 填写，列：\(names.joined(separator: "、"))",
            en: "filled by a table \(row.gap.group).csv with the columns \(names.joined(separator: ", "))"
        )
    }
}
