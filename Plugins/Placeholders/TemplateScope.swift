internal import StageKit
internal import SummaryModel

/// What the names of a template stand for at one place: the records of the sections around it, the innermost first, and
/// then the values of the whole document.
struct TemplateScope {
    private struct Record {
        var value: ConfigurationValue
        /// The names that it or another record of its list has.
        var fields: Set<String>
    }

    private var records: [Record] = []

    /// What becomes of a section.
    enum Decision {
        /// There is no value for its name.
        case unknown
        /// It stands once for each of these, or not at all.
        case records([ConfigurationValue])
        /// It stands once, with the names that hold around it.
        case once
    }

    /// The scopes inside a section, one for each record.
    func entering(_ records: [ConfigurationValue]) -> [TemplateScope] {
        let fields = Set(records.flatMap { ($0.entries ?? []).map(\.key) })
        return records.map { record in
            var scope = self
            scope.records.append(Record(value: record, fields: fields))
            return scope
        }
    }

    /// The value for a name; `nil` when there is none, or the record that has the name says nothing.
    func value(_ key: String, _ values: FillValues) -> ConfigurationValue? {
        if key == "." { return records.last?.value }
        for record in records.reversed() {
            if record.fields.contains(key) {
                return record.value[key].flatMap { FillValues.isEmpty($0) ? nil : $0 }
            }
            if key.utf8.contains(UInt8(ascii: ".")), let value = FillValues.member(key[...], of: record.value) {
                return value
            }
        }
        return values[key]
    }

    /// Whether a record, or another of its list, has a field of this name, be it empty.
    private func hasField(_ key: String) -> Bool { records.contains { $0.fields.contains(key) } }

    /// What becomes of the section that `tag` begins.
    ///
    /// A list stands for its elements, a mapping for itself. A text or a number stands for itself unless it says no:
    /// false, 否, 无, 0.
    func decide(_ tag: TemplateTag, _ values: FillValues) -> Decision {
        let value = value(tag.name, values)
        let content: Decision
        switch value?.content {
        case .none: content = hasField(tag.name) || values.isLeftEmpty(tag.name) ? .records([]) : .unknown
        case .null: content = .records([])
        case .bool(let holds): content = holds ? .once : .records([])
        case .list(let elements): content = .records(elements.filter { !FillValues.isEmpty($0) })
        case .mapping: content = .records(value.map { [$0] } ?? [])
        case .integer, .number, .string:
            content = ["否", "无", "false", "no", "0"].contains(value?.text?.lowercased() ?? "") ? .records([]) : .once
        }
        guard tag.role == .inverted else { return content }
        switch content {
        case .unknown: return .unknown
        case .once: return .records([])
        case .records(let records): return records.isEmpty ? .once : .records([])
        }
    }
}
