internal import StageKit
internal import SummaryModel

/// Names that are to be made unrecognisable, and what stands in their place: ×× and the word by which the name says what
/// it is, 县 for a county.
struct NameMask: Sendable {
    private struct Name: Sendable {
        var text: [Unicode.Scalar]
        var replacement: String
    }

    /// The sign of a masked name.
    static let sign = "××"
    /// The names by their first character, longer ones first.
    private var names: [Unicode.Scalar: [Name]] = [:]

    /// Takes the names of a list and of a file.
    ///
    /// - Throws: ``ConfigurationError`` for a name that is too short or is a sign, and for a file that is no list.
    init(_ list: [ConfigurationValue], file: ConfigurationValue?) throws(ConfigurationError) {
        var problems: [ConfigurationProblem] = []
        var all = list
        switch file?.content {
        case .none, .null: break
        case .list(let elements): all += elements.map { $0.entries?.first?.value ?? $0 }
        // A CSV is a list under the name of the file.
        case .mapping(let entries) where entries.count == 1 && entries[0].value.elements != nil:
            all += (entries[0].value.elements ?? []).map { $0.entries?.first?.value ?? $0 }
        default:
            if let file {
                problems.append(
                    .wrongType(of: "mask-file", wanted: LocalizedText(zh: "名称的列表", en: "a list of names"), found: file)
                )
            }
        }
        var byFirst: [Unicode.Scalar: [Name]] = [:]
        var seen: Set<String> = []
        for value in all {
            let text = Array((value.text ?? "").unicodeScalars)[...].trimmed
            if value.content == .null { continue }
            guard let first = text.first, text.count > 1, !text.contains(where: PlaceholderSign.mayBegin) else {
                problems.append(Self.unusable(value))
                continue
            }
            guard seen.insert(text.string).inserted else { continue }
            let replacement = Self.sign + EntityName.category(of: text).string
            byFirst[first, default: []].append(Name(text: Array(text), replacement: replacement))
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        names = byFirst.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    /// Masks the names in every block.
    func apply(to document: inout Document, in context: inout StageContext) {
        guard !names.isEmpty else { return }
        for index in document.blocks.indices where document.blocks[index].kind != .residue {
            let text = BlockText(document.blocks[index])
            var changes: [TextChange] = []
            for passage in text.passages { find(in: text.scalars[passage], &changes) }
            let made = text.apply(changes, to: &document.blocks[index])
            for change in made {
                context.explain(
                    "masked",
                    on: document.blocks[index].id,
                    before: text.string(change.range),
                    after: change.replacement
                )
            }
        }
    }

    private func find(in text: Scalars, _ changes: inout [TextChange]) {
        var index = text.startIndex
        while index < text.endIndex {
            let found = names[text[index]]?.first { text[index...].starts(with: $0.text) }
            guard let found else {
                index += 1
                continue
            }
            changes.append(TextChange(index..<index + found.text.count, found.replacement, reason: "masked"))
            index += found.text.count
        }
    }

    private static func unusable(_ value: ConfigurationValue) -> ConfigurationProblem {
        ConfigurationProblem(
            place: value.place,
            message: LocalizedText(
                zh: "“\(value.text ?? "")”不能作为要隐去的名称；名称至少两个字，且不含占位符",
                en: "'\(value.text ?? "")' cannot be masked; a name has two characters or more and no sign of a gap"
            )
        )
    }
}
