public import StageKit
public import SummaryModel

/// Finds the gaps of a draft, fills those for which there is a value, and marks the rest.
///
/// **Changes** A gap whose key is in the data gets its value; the value is put in as it is written there.
///
/// **Reports** `placeholders.unresolved`: a gap without a value. `placeholders.inconsistent-sign`: a sign other than the
/// one that most gaps of the document have. `placeholders.unused-value`: a key of the data that no gap has.
/// `placeholders.bad-value`: a value that is no text or number.
public struct PlaceholdersStage: Stage {
    /// The name in configuration files.
    public static let name = "placeholders"
    /// What the stage does.
    public static let summary = LocalizedText(
        zh: "查找文中待填的空（X、××、{{…}}），按数据填写，其余突出显示",
        en: "Finds gaps (X, ××, {{…}}), fills them from data and marks the rest."
    )

    private let values: [(key: String, value: String, place: ConfigurationPlace)]
    private let unresolved: PlaceholdersOptions.Unresolved

    /// Creates the stage.
    ///
    /// - Throws: ``ConfigurationError`` when the data is not a mapping of keys to texts or numbers.
    public init(options: PlaceholdersOptions) throws(ConfigurationError) {
        unresolved = options.unresolved
        var values: [(key: String, value: String, place: ConfigurationPlace)] = []
        var problems: [ConfigurationProblem] = []
        if let data = options.data, data.content != .null {
            guard let entries = data.entries else {
                throw ConfigurationError([
                    .wrongType(
                        of: "data",
                        wanted: LocalizedText(zh: "键到值的映射", en: "a mapping of keys to values"),
                        found: data
                    )
                ])
            }
            for entry in entries {
                if let text = entry.value.text,
                    text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x85 })
                {
                    problems.append(Self.severalLines(entry))
                } else if let text = entry.value.text {
                    values.append((entry.key, text, entry.keyPlace))
                } else if entry.value.content != .null {
                    problems.append(
                        .wrongType(
                            of: entry.key,
                            wanted: LocalizedText(zh: "文字或数字", en: "a string or number"),
                            found: entry.value
                        )
                    )
                }
            }
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        self.values = values
    }

    /// Fills and marks the gaps.
    public func run(_ document: inout Document, in context: inout StageContext) {
        var marked = document
        let gaps = PlaceholderFinder().mark(&marked)
        let byKey = Dictionary(values.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
        let open = gaps.filter { byKey[$0.placeholder.key] == nil }
        let usualSign = Self.usualSign(of: open)
        for index in marked.blocks.indices {
            var block = marked.blocks[index]
            let id = block.id
            var offset = block.prefix.utf8.count + (block.label?.marker.utf8.count ?? 0)
            let stop = block.terminator.utf8.count
            var part = 0
            block.updateInlines { inlines in
                for place in inlines.indices {
                    if case .placeholder(let gap) = inlines[place].content {
                        if let value = byKey[gap.key] {
                            inlines[place].content = .text(value)
                            context.explain("filled", on: id, before: gap.sign, after: value)
                        } else {
                            let range = offset..<offset + gap.sign.utf8.count
                            report(gap, Diagnostic.Anchor(id, range: range), usualSign, &context)
                            if unresolved == .keep { inlines[place].content = .text(gap.sign) }
                        }
                    }
                    offset += inlines[place].shownText.utf8.count
                }
                if part == 0 { offset += stop }
                part += 1
            }
            marked.blocks[index] = block
        }
        document = marked
        let known = Set(gaps.map(\.placeholder.key))
        for value in values where !known.contains(value.key) {
            context.report(Self.unused(value.key, value.place, known: known))
        }
    }

    private func report(
        _ gap: Placeholder,
        _ anchor: Diagnostic.Anchor,
        _ usualSign: String?,
        _ context: inout StageContext
    ) {
        if unresolved != .keep {
            context.report(Self.unresolved(gap, anchor, isError: unresolved == .error))
        }
        if let usualSign, Self.form(of: gap.sign) != nil, gap.sign != usualSign {
            context.report(Self.inconsistent(gap, anchor, usual: usualSign))
        }
    }

    /// The sign that most gaps have; gaps with a name of their own have no sign to agree on.
    private static func usualSign(of gaps: [PlaceholderFinder.Gap]) -> String? {
        var counts: [String: Int] = [:]
        for gap in gaps where form(of: gap.placeholder.sign) != nil { counts[gap.placeholder.sign, default: 0] += 1 }
        guard counts.count > 1 else { return nil }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func form(of sign: String) -> Unicode.Scalar? {
        guard let first = sign.unicodeScalars.first, "Xx×Ｘｘ*＊_＿○".unicodeScalars.contains(first) else { return nil }
        return first
    }
}

extension PlaceholdersStage {
    private static func unresolved(_ gap: Placeholder, _ anchor: Diagnostic.Anchor, isError: Bool) -> Diagnostic {
        Diagnostic(
            id: "placeholders.unresolved",
            severity: isError ? .error : .warning,
            message: LocalizedText(
                zh: "“\(gap.sign)”还没有填写（键 \(gap.key)）；用 --set 或数据文件填写",
                en: "'\(gap.sign)' is still open (key \(gap.key)); fill it with --set or a data file"
            ),
            anchor: anchor
        )
    }

    private static func inconsistent(_ gap: Placeholder, _ anchor: Diagnostic.Anchor, usual: String) -> Diagnostic {
        Diagnostic(
            id: "placeholders.inconsistent-sign",
            severity: .warning,
            message: LocalizedText(
                zh: "“\(gap.sign)”与全文多用的“\(usual)”不一致；请统一占位符",
                en: "'\(gap.sign)' differs from '\(usual)', which most gaps have; use one sign"
            ),
            anchor: anchor,
            fixes: [FixIt(before: gap.sign, after: usual, applicability: .suggested)]
        )
    }

    private static func severalLines(_ entry: ConfigurationValue.Entry) -> ConfigurationProblem {
        ConfigurationProblem(
            place: entry.value.place,
            message: LocalizedText(
                zh: "“\(entry.key)”的值有换行或控制字符；请写成一行",
                en: "the value of '\(entry.key)' holds a line end or control character; write it in one line"
            )
        )
    }

    private static func unused(_ key: String, _ place: ConfigurationPlace, known: Set<String>) -> Diagnostic {
        let position = place.position.map { ":\($0.line):\($0.column)" } ?? ""
        let nearest = NearestName.of(key, in: Array(known))
        return Diagnostic(
            id: "placeholders.unused-value",
            severity: .warning,
            message: LocalizedText(
                zh: "\(place.file)\(position) 的“\(key)”在文中没有对应的空" + (nearest.map { "，是不是“\($0)”？" } ?? ""),
                en: "no gap has the key '\(key)' of \(place.file)\(position)"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? "")
            )
        )
    }
}
