package import StageKit
internal import SummaryModel

/// The values that a user gave, by key, by number of the gap, and by name of a group or a section.
package struct FillValues: Sendable {
    /// The entries that say something, in order.
    private var entries: [ConfigurationValue.Entry]
    private var byKey: [String: Int]
    /// The entry for the key of each gap that has one.
    private var ofGap: [String: Int] = [:]
    private var isUsed: [Bool]
    /// The fields of one document that are there and say nothing: a section of that name does not appear.
    private var emptyFields: Set<String> = []

    /// Takes the values of a data file.
    ///
    /// - Throws: ``ConfigurationError`` when the data is no mapping, or a text has a line end or a control character.
    package init(_ data: ConfigurationValue?) throws(ConfigurationError) {
        guard let data, data.content != .null else {
            (entries, byKey, isUsed) = ([], [:], [])
            return
        }
        guard let entries = data.entries else {
            throw ConfigurationError([
                .wrongType(
                    of: "data",
                    wanted: LocalizedText(zh: "键到值的映射", en: "a mapping of keys to values"),
                    found: data
                )
            ])
        }
        var problems: [ConfigurationProblem] = []
        for entry in entries { Self.check(entry.value, of: entry.key, &problems) }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        self.entries = entries.filter { !Self.isEmpty($0.value) }
        byKey = Dictionary(self.entries.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { $1 })
        isUsed = [Bool](repeating: false, count: self.entries.count)
    }

    /// With the values of one document before those that were given for all; none of them has to fit a gap.
    func adding(_ values: [ConfigurationValue.Entry]) -> FillValues {
        if values.isEmpty { return self }
        var all = self
        for entry in values {
            if Self.isEmpty(entry.value) {
                all.emptyFields.insert(entry.key)
            } else if let index = all.byKey[entry.key] {
                all.entries[index] = entry
                all.isUsed[index] = true
            } else {
                all.byKey[entry.key] = all.entries.count
                all.entries.append(entry)
                all.isUsed.append(true)
            }
        }
        return all
    }

    /// Finds the value of every gap: its own, by key or by number, before that of its group.
    package mutating func resolve(_ gaps: [PlaceholderFinder.Gap]) {
        var ordinals: [Int: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if let ordinal = Self.ordinal(entry.key) { ordinals[ordinal] = index }
        }
        var groups: [(key: String, index: Int)] = []
        for gap in gaps {
            let key = gap.placeholder.key
            use(key)
            if let index = byKey[key] {
                ofGap[key] = index
                isUsed[index] = true
            } else if let ordinal = gap.ordinal, let index = ordinals[ordinal] {
                ofGap[key] = index
                isUsed[index] = true
            } else if let index = byKey[gap.group] {
                groups.append((key, index))
            }
        }
        for (key, index) in groups where ofGap[key] == nil { ofGap[key] = index }
    }

    /// Whether the document has a field of this name that says nothing, and there is no value for all documents.
    func isLeftEmpty(_ name: String) -> Bool { emptyFields.contains(name) && byKey[name] == nil }

    /// The value for the gap or section of this key; `nil` when there is none.
    package subscript(key: String) -> ConfigurationValue? {
        if let index = ofGap[key] ?? byKey[key] { return entries[index].value }
        // {{a.b}} is the b of a.
        guard let dot = key.firstIndex(of: "."), dot > key.startIndex, let index = byKey[String(key[..<dot])] else {
            return nil
        }
        return Self.member(key[key.index(after: dot)...], of: entries[index].value)
    }

    /// The entries that fit no gap and no section.
    var unused: [ConfigurationValue.Entry] {
        zip(entries, isUsed).filter { !$0.1 }.map(\.0)
    }

    /// Notes that the entry of the first part of a key with dots is used.
    private mutating func use(_ key: String) {
        let name = key.firstIndex(of: ".").map { String(key[..<$0]) } ?? key
        if let index = byKey[key] ?? byKey[name] { isUsed[index] = true }
    }

    /// The value under a path of names with dots between them.
    static func member(_ path: Substring, of value: ConfigurationValue) -> ConfigurationValue? {
        var value = value
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            guard let next = value[String(name)], !isEmpty(next) else { return nil }
            value = next
        }
        return value
    }

    /// Whether a value says nothing: an empty field of a sheet, a record of such fields.
    static func isEmpty(_ value: ConfigurationValue) -> Bool {
        switch value.content {
        case .null: true
        case .string(let text): text.unicodeScalars.allSatisfy(\.isBlank)
        // A record of which no field is filled; an empty list says that there is no record.
        case .mapping(let entries): entries.allSatisfy { isEmpty($0.value) }
        case .list(let elements): !elements.isEmpty && elements.allSatisfy(isEmpty)
        case .bool, .integer, .number: false
        }
    }

    /// The number of a gap: `#3` or `3`.
    private static func ordinal(_ key: String) -> Int? {
        let digits = key.utf8.first == UInt8(ascii: "#") ? key.dropFirst() : key[...]
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }

    /// Whether a text has neither line ends nor control characters, so that it can stand in a gap.
    static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 }
    }

    private static func check(
        _ value: ConfigurationValue,
        of key: String,
        _ problems: inout [ConfigurationProblem]
    ) {
        for element in value.elements ?? [] { check(element, of: key, &problems) }
        for entry in value.entries ?? [] { check(entry.value, of: entry.key, &problems) }
        guard let text = value.text, !isOneLine(text) else { return }
        problems.append(
            ConfigurationProblem(
                place: value.place,
                message: LocalizedText(
                    zh: "“\(key)”的值有换行或控制字符；请写成一行",
                    en: "the value of '\(key)' holds a line end or control character; write it in one line"
                )
            )
        )
    }
}
