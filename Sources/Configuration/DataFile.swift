internal import ReadKit
public import StageKit
public import SummaryModel

/// Reads the data files that configurations and commands name: YAML, JSON and CSV, in UTF-8, UTF-16 or GB18030.
public enum DataFile {
    /// The column of a fill sheet that holds the keys, as it is headed.
    public static let keyColumn = LocalizedText(zh: "键", en: "key")
    /// The column of a fill sheet that holds the values, as it is headed.
    public static let valueColumn = LocalizedText(zh: "值", en: "value")

    /// The value of the file with these bytes. The extension tells CSV (`.csv`, `.tsv`) from YAML, of which JSON is a part.
    ///
    /// A CSV file with a column of keys and one of values is a mapping. Any other is a table: a mapping with one key, the
    /// name of the file without its extension, to a list of its rows, which are mappings by the heads of the columns.
    ///
    /// - Parameter path: The path of the file, for messages.
    /// - Throws: ``ConfigurationError`` with what is wrong and where.
    public static func read(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> ConfigurationValue {
        let text: [UInt8]
        do {
            let decoded = try TextDecoder().decode(bytes)
            if let problem = decoded.diagnostics(in: SourceText(utf8: decoded.utf8)).first {
                throw error(path, problem.message, at: problem.start)
            }
            text = decoded.utf8
        } catch let failure as DraftError {
            throw error(path, failure.message)
        } catch let failure as ConfigurationError {
            throw failure
        } catch {
            throw Self.error(path, LocalizedText(zh: "无法读取", en: "cannot be read"))
        }
        let name = ConfigurationPath.parts(of: path).name
        let isTable = [".csv", ".tsv"].contains { name.lowercased().hasSuffix($0) }
        guard isTable else { return try YAMLReader().read(text, file: path) }
        return try table(try CSVReader().rows(text, file: path), path: path, name: String(name.dropLast(4)))
    }

    private static func table(
        _ rows: [[CSVReader.Field]],
        path: String,
        name: String
    ) throws(ConfigurationError) -> ConfigurationValue {
        let place = ConfigurationPlace(file: path, position: SourcePosition(line: 1, column: 1))
        guard let head = rows.first else { return ConfigurationValue(.null, place: place) }
        let heads = head.map { trimmed($0.text) }
        func column(_ title: LocalizedText) -> Int? {
            heads.firstIndex { $0 == title.zh || $0.lowercased() == title.en }
        }
        if let key = column(keyColumn), let value = column(valueColumn) {
            return try sheet(rows.dropFirst(), key: key, value: value, at: place)
        }
        var problems: [ConfigurationProblem] = []
        var seen: Set<String> = []
        for (field, title) in zip(head, heads) {
            if title.isEmpty {
                problems.append(ConfigurationProblem(place: field.place, message: unnamed))
            } else if !seen.insert(title).inserted {
                problems.append(ConfigurationProblem(place: field.place, message: repeated(title)))
            }
        }
        var records: [ConfigurationValue] = []
        for row in rows.dropFirst() {
            var entries: [ConfigurationValue.Entry] = []
            for (index, field) in row.enumerated() {
                guard index < heads.count else {
                    if !trimmed(field.text).isEmpty {
                        problems.append(ConfigurationProblem(place: field.place, message: surplus))
                    }
                    continue
                }
                let value = ConfigurationValue(.string(trimmed(field.text)), place: field.place)
                entries.append(.init(key: heads[index], keyPlace: head[index].place, value: value))
            }
            records.append(ConfigurationValue(.mapping(entries), place: row.first?.place ?? place))
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        let list = ConfigurationValue(.list(records), place: place)
        return ConfigurationValue(.mapping([.init(key: name, keyPlace: place, value: list)]), place: place)
    }

    /// A sheet with keys and values; rows without a key or a value say nothing.
    private static func sheet(
        _ rows: ArraySlice<[CSVReader.Field]>,
        key: Int,
        value: Int,
        at place: ConfigurationPlace
    ) throws(ConfigurationError) -> ConfigurationValue {
        var entries: [ConfigurationValue.Entry] = []
        var seen: Set<String> = []
        var problems: [ConfigurationProblem] = []
        for row in rows where row.count > max(key, value) {
            let (name, text) = (trimmed(row[key].text), trimmed(row[value].text))
            guard !name.isEmpty, !text.isEmpty else { continue }
            guard seen.insert(name).inserted else {
                problems.append(ConfigurationProblem(place: row[key].place, message: repeated(name)))
                continue
            }
            let value = ConfigurationValue(.string(text), place: row[value].place)
            entries.append(.init(key: name, keyPlace: row[key].place, value: value))
        }
        if !problems.isEmpty { throw ConfigurationError(problems) }
        return ConfigurationValue(.mapping(entries), place: place)
    }

    private static func trimmed(_ text: String) -> String { Array(text.unicodeScalars)[...].trimmed.string }

    private static func error(
        _ path: String,
        _ message: LocalizedText,
        at position: SourcePosition? = nil
    ) -> ConfigurationError {
        ConfigurationError([
            ConfigurationProblem(place: ConfigurationPlace(file: path, position: position), message: message)
        ])
    }

    private static let unnamed = LocalizedText(
        zh: "表头有空列，请写上列名",
        en: "a column has no name; write one in the first row"
    )
    private static let surplus = LocalizedText(
        zh: "这一格没有对应的列名；请在首行补上列名，或删去这一格",
        en: "this field has no column; name the column in the first row or remove the field"
    )

    private static func repeated(_ name: String) -> LocalizedText {
        LocalizedText(zh: "“\(name)”重复", en: "'\(name)' stands twice")
    }
}
