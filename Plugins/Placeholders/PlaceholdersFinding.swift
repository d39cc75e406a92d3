internal import StageKit
public import SummaryModel

extension PlaceholdersStage {
    /// What the stage may report.
    public static let findings = [
        FindingDescription(
            "placeholders.unresolved",
            .warning,
            LocalizedText(zh: "空还没有填写", en: "A gap is still open.")
        ),
        FindingDescription(
            "placeholders.bad-value",
            .error,
            LocalizedText(zh: "给出的值与空的类型不符，没有填入", en: "A value is not of the kind of its gap, and was not put in.")
        ),
        FindingDescription(
            "placeholders.unused-value",
            .warning,
            LocalizedText(zh: "数据中的键在文中没有对应的空", en: "A key of the data fits no gap.")
        ),
        FindingDescription(
            "placeholders.inconsistent-sign",
            .warning,
            LocalizedText(zh: "占位符与全文多用的不一致", en: "The sign of a gap differs from that of most gaps.")
        ),
        FindingDescription(
            "placeholders.extra-braces",
            .warning,
            LocalizedText(zh: "空的两边多写了花括号", en: "A gap stands in more than two braces.")
        ),
        FindingDescription(
            "placeholders.name-beside-mask",
            .info,
            LocalizedText(
                zh: "其他名称已隐去的文中留有实名",
                en: "A real name is left in a text in which other names are masked."
            )
        ),
        FindingDescription(
            "placeholders.stray-mark",
            .error,
            LocalizedText(
                zh: "重复段或条件段的起止标记不成对",
                en: "The start or the end of a section of a template has no partner."
            )
        ),
        FindingDescription(
            "placeholders.too-many-repetitions",
            .error,
            LocalizedText(zh: "重复段展开过多", en: "The sections of a template repeat too much.")
        ),
    ]
}

extension Diagnostic {
    /// A gap without a value.
    static func unresolved(_ gap: Placeholder, _ anchor: Anchor, isError: Bool) -> Diagnostic {
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

    /// A value that does not belong into its gap.
    static func badValue(
        _ gap: Placeholder,
        _ value: ConfigurationValue,
        wanted: LocalizedText,
        _ anchor: Anchor
    ) -> Diagnostic {
        let position = value.place.position.map { ":\($0.line):\($0.column)" } ?? ""
        let place = value.place.file + position
        let isText = value.text.map(FillValues.isOneLine) ?? false
        let text = LocalizedText(
            zh: value.text.map { "“\($0)”" } ?? value.typeName.zh,
            en: value.text.map { "'\($0)'" } ?? value.typeName.en
        )
        return Diagnostic(
            id: "placeholders.bad-value",
            severity: .error,
            message: LocalizedText(
                zh: "\(place) 给“\(gap.key)”的值\(text.zh)没有填入，这里应为\(wanted.zh)" + (isText ? "；要原样填入，请写成「…」" : ""),
                en: "\(place): \(text.en) was not put into '\(gap.key)', which needs \(wanted.en)"
                    + (isText ? "; write 「…」 to put it in as it is" : "")
            ),
            anchor: anchor,
            source: gap.kind.isFigure ? "GB/T 15835-2011" : nil
        )
    }

    /// A sign other than the usual one.
    static func inconsistent(_ gap: Placeholder, _ anchor: Anchor, usual: String) -> Diagnostic {
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

    /// A gap between more braces than belong to it.
    static func extraBraces(_ sign: String, _ anchor: Anchor) -> Diagnostic {
        Diagnostic(
            id: "placeholders.extra-braces",
            severity: .warning,
            message: LocalizedText(
                zh: "“{\(sign)}”多写了一对花括号，填写后会留在文中；请写成“\(sign)”",
                en: "'{\(sign)}' has a pair of braces too many, which would stay in the text; write '\(sign)'"
            ),
            anchor: anchor
        )
    }

    /// A key that fits nothing.
    ///
    /// - Parameters:
    ///   - known: The keys of the gaps.
    ///   - stage: A stage that would use the value and is not in the pipeline.
    static func unusedValue(
        _ entry: ConfigurationValue.Entry,
        known: some Sequence<String>,
        usedBy stage: String?
    ) -> Diagnostic {
        let place = entry.keyPlace
        let position = place.position.map { ":\($0.line):\($0.column)" } ?? ""
        if let stage {
            return Diagnostic(
                id: "placeholders.unused-value",
                severity: .warning,
                message: LocalizedText(
                    zh:
                        "\(place.file)\(position) 的“\(entry.key)”在文中没有对应的空；它是步骤 \(stage) 写入的要素，请在配置的 stages 中加上 \(stage)",
                    en:
                        "no gap has the key '\(entry.key)' of \(place.file)\(position); the stage \(stage) would put it in, so add it to 'stages' in the configuration"
                )
            )
        }
        let nearest = NearestName.of(entry.key, in: Array(known))
        return Diagnostic(
            id: "placeholders.unused-value",
            severity: .warning,
            message: LocalizedText(
                zh: "\(place.file)\(position) 的“\(entry.key)”在文中没有对应的空" + (nearest.map { "，是不是“\($0)”？" } ?? ""),
                en: "no gap has the key '\(entry.key)' of \(place.file)\(position)"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? "")
            )
        )
    }

    /// A real name among masked ones.
    ///
    /// - Parameter masked: What would stand there if it were masked as well.
    static func nameBesideMask(_ name: String, masked: String, _ anchor: Anchor) -> Diagnostic {
        Diagnostic(
            id: "placeholders.name-beside-mask",
            severity: .info,
            message: LocalizedText(
                zh: "文中其他名称已隐去，这里的“\(name)”像是实名；如需隐去，请改为“\(masked)”或列入 mask",
                en: "other names are masked, and '\(name)' looks like a real one; write '\(masked)' or add it to 'mask'"
            ),
            anchor: anchor,
            fixes: [FixIt(before: name, after: masked, applicability: .suggested)]
        )
    }

    /// A mark of a template without a partner.
    static func strayMark(_ tag: TemplateTag, _ anchor: Anchor) -> Diagnostic {
        let mark = tag.inline.shownText
        let isStart = tag.role != .end
        return Diagnostic(
            id: "placeholders.stray-mark",
            severity: .error,
            message: isStart
                ? LocalizedText(
                    zh: "“\(mark)”没有结束标记；请在同一段内写上“{{/\(tag.name)}}”，或让两个标记各占一段",
                    en:
                        "'\(mark)' has no end; add '{{/\(tag.name)}}' in the same paragraph, or give both marks paragraphs of their own"
                )
                : LocalizedText(
                    zh: "“\(mark)”没有对应的开始标记；请核对名称，或补上“{{#…}}”",
                    en: "'\(mark)' ends no section; check the name or add '{{#…}}'"
                ),
            anchor: anchor
        )
    }

    /// Sections that make too much of a text.
    static func tooManyRepetitions(_ tag: TemplateTag, _ anchor: Anchor?) -> Diagnostic {
        Diagnostic(
            id: "placeholders.too-many-repetitions",
            severity: .error,
            message: LocalizedText(
                zh: "“\(tag.inline.shownText)”等重复段展开超过 \(GapFilling.repetitionLimit) 次，余下的没有展开；请减少数据",
                en:
                    "'\(tag.inline.shownText)' and others repeat more than \(GapFilling.repetitionLimit) times; the rest is left out; give fewer records"
            ),
            anchor: anchor
        )
    }
}

extension Placeholder.Kind {
    /// Whether a figure belongs into the gap.
    fileprivate var isFigure: Bool {
        switch self {
        case .count, .personCount, .amount, .percent, .score, .dateMonth, .dateDay, .ordinalNumber: true
        default: false
        }
    }
}
