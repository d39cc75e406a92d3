internal import RowReading
internal import SummaryModel

/// What the names of a template stand for at one place: the records of the sections around it, the innermost first, and
/// then the fields of the row. The meaning is that of the stage `placeholders`.
struct RowScope {
    /// The value of a name.
    enum Value {
        case found(JSONValue)
        /// There is a field of this name, and it says nothing.
        case empty
        case missing
    }

    /// What becomes of a section.
    enum Decision {
        /// There is no value for its name.
        case unknown
        /// It stands once for each of these, or not at all.
        case records([JSONValue])
        /// It stands once, with the names that hold around it.
        case once
    }

    private let names: [String]
    /// The steps of each name that has dots in it.
    private let paths: [[String]]
    private var row = Row(number: 0, fields: [])
    /// Where each name stood in the last row: rows mostly have the same fields in the same order.
    private var hints: [Int]
    private var records: [(value: JSONValue, fields: Set<String>)] = []

    init(names: [String]) {
        self.names = names
        hints = [Int](repeating: 0, count: names.count)
        paths = names.map { name in
            guard name.utf8.contains(UInt8(ascii: ".")), name != "." else { return [] }
            return name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Begins a row.
    mutating func begin(_ row: Row) {
        self.row = row
        records.removeAll()
    }

    /// Enters a record of a section.
    ///
    /// - Parameter fields: The names that it or another record of its list has.
    mutating func enter(_ record: JSONValue, _ fields: Set<String>) { records.append((record, fields)) }

    /// Leaves the innermost record.
    mutating func leave() { records.removeLast() }

    /// The names that any of the records has.
    static func fields(of records: [JSONValue]) -> Set<String> {
        var names: Set<String> = []
        for case .object(let entries) in records { names.formUnion(entries.keys) }
        return names
    }

    /// The value of the name of this number.
    mutating func value(_ number: Int) -> Value {
        let name = names[number]
        if !records.isEmpty {
            if name == "." {
                return records.last.map { Self.isEmpty($0.value) ? .empty : .found($0.value) } ?? .missing
            }
            for record in records.reversed() {
                if record.fields.contains(name) {
                    guard case .object(let entries) = record.value, let value = entries[name] else { return .empty }
                    return Self.isEmpty(value) ? .empty : .found(value)
                }
                if let value = Self.member(paths[number][...], of: record.value) { return .found(value) }
            }
        }
        if let value = field(name, hint: &hints[number]) { return Self.isEmpty(value) ? .empty : .found(value) }
        guard let first = paths[number].first, let outer = row[first] else { return .missing }
        return Self.member(paths[number].dropFirst(), of: outer).map { .found($0) } ?? .missing
    }

    /// What becomes of the section of this name.
    ///
    /// A list stands for its elements, an object for itself. A text or a number stands for itself unless it says no: false,
    /// 否, 无, no, 0.
    mutating func decide(_ number: Int, isInverted: Bool) -> Decision {
        let content: Decision
        switch value(number) {
        case .missing: content = .unknown
        case .empty: content = .records([])
        case .found(.null): content = .records([])
        case .found(.bool(let holds)): content = holds ? .once : .records([])
        case .found(.array(let elements)): content = .records(elements.filter { !Self.isEmpty($0) })
        case .found(.object(let entries)): content = .records([.object(entries)])
        case .found(.integer(let value)): content = value == 0 ? .records([]) : .once
        case .found(.number(let value)): content = value == 0 ? .records([]) : .once
        case .found(.string(let text)):
            content = ["否", "无", "false", "no", "0"].contains(text.lowercased()) ? .records([]) : .once
        }
        guard isInverted else { return content }
        switch content {
        case .unknown: return .unknown
        case .once: return .records([])
        case .records(let records): return records.isEmpty ? .once : .records([])
        }
    }

    private func field(_ name: String, hint: inout Int) -> JSONValue? {
        if hint < row.fields.count, row.fields[hint].name == name { return row.fields[hint].value }
        guard let index = row.fields.firstIndex(where: { $0.name == name }) else { return nil }
        hint = index
        return row.fields[index].value
    }

    /// The value under a path of names; `nil` when there is none, or it says nothing.
    private static func member(_ path: ArraySlice<String>, of value: JSONValue) -> JSONValue? {
        guard !path.isEmpty else { return nil }
        var value = value
        for name in path {
            guard case .object(let entries) = value, let next = entries[name], !isEmpty(next) else { return nil }
            value = next
        }
        return value
    }

    /// Whether a value says nothing: a blank text, an object of such values. An empty list says that there is no record.
    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.utf8.allSatisfy { $0 <= 0x20 } || text.unicodeScalars.allSatisfy(\.isBlank)
        case .object(let entries): entries.values.allSatisfy(isEmpty)
        case .array(let elements): !elements.isEmpty && elements.allSatisfy(isEmpty)
        case .bool, .integer, .number: false
        }
    }
}
