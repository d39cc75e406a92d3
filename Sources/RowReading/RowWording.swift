internal import ReadKit
internal import SummaryModel

/// What is said about rows that cannot be used.
enum RowWording {
    static func invalidBytes(_ encoding: DraftEncoding) -> LocalizedText {
        LocalizedText(
            zh: "这里的字节在 \(encoding.rawValue) 中不是字符；请把文件另存为 UTF-8",
            en: "these bytes are no character in \(encoding.rawValue); save the file as UTF-8"
        )
    }

    static func unnamed(_ columns: [Int]) -> LocalizedText {
        let list = columns.map(String.init)
        return LocalizedText(
            zh: "表头第 \(list.joined(separator: "、")) 列没有名称，请写上列名",
            en: "column \(list.joined(separator: ", ")) has no name; write one in the first row"
        )
    }

    static func repeated(_ name: String, _ columns: [Int]) -> LocalizedText {
        let list = columns.map(String.init)
        return LocalizedText(
            zh: "表头第 \(list.joined(separator: "、")) 列都叫“\(name)”，请改为不同的列名",
            en: "columns \(list.joined(separator: ", ")) are all named '\(name)'; give each a name of its own"
        )
    }

    static func surplus(_ found: Int, _ wanted: Int) -> LocalizedText {
        LocalizedText(
            zh: "这一行有 \(found) 格，表头只有 \(wanted) 列；含分隔符的字段应加引号",
            en:
                "the row has \(found) fields, the head \(wanted); put quotation marks around a field that holds the separator"
        )
    }

    static func repeatedKey(_ name: String) -> LocalizedText {
        LocalizedText(zh: "键“\(name)”重复，请只留一个", en: "the key '\(name)' stands twice; keep one of them")
    }

    static func noCellValue(_ error: String) -> LocalizedText {
        LocalizedText(
            zh: "单元格的值是错误“\(error)”，请在表格中改正",
            en: "the value of the cell is the error \(error); correct it in the workbook"
        )
    }

    static func notYAML(_ reason: String) -> LocalizedText {
        LocalizedText(
            zh: "不是有效的 YAML，此后各行无法读取：\(reason)",
            en: "not valid YAML, so that what follows cannot be read: \(reason)"
        )
    }

    static func noSheet(_ name: String, _ names: [String]) -> LocalizedText {
        LocalizedText(
            zh: "工作簿中没有工作表“\(name)”；有：\(names.joined(separator: "、"))",
            en: "the workbook has no sheet '\(name)'; it has: \(names.joined(separator: ", "))"
        )
    }

    static func tooDeep(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "嵌套超过上限（nesting：\(limit) 层）",
            en: "nested deeper than the limit (nesting: \(limit) levels)"
        )
    }

    static let empty = LocalizedText(
        zh: "文件中没有数据；第一行应是列名",
        en: "the file holds no data; its first row must name the columns"
    )
    static let openQuote = LocalizedText(
        zh: "引号没有闭合，请补上 \"；字段中的引号应写成 \"\"",
        en: "the quotation mark is not closed; add \", and write \"\" for one inside a field"
    )
    static let afterQuote = LocalizedText(
        zh: "闭合的引号之后还有文字；字段中的引号应写成 \"\"",
        en: "text stands after a closing quotation mark; write \"\" for one inside a field"
    )
    static let noObject = LocalizedText(
        zh: "这一项不是对象，每条数据应是由名称和值组成的对象",
        en: "this is not an object; every row must be an object of names and values"
    )
    static let textAfterRow = LocalizedText(
        zh: "对象之后还有文字；每行只写一个对象",
        en: "text stands after the object; write one object on each line"
    )
    static let anchor = LocalizedText(
        zh: "不支持 YAML 锚点（&）、别名（*）和标签（!），请写出其内容",
        en: "YAML anchors (&), aliases (*) and tags (!) are not supported; write what they stand for"
    )
    static let keyIsNoText = LocalizedText(zh: "键应为文字", en: "a key must be a text")
    static let outOfMemory = LocalizedText(zh: "内存不足", en: "out of memory")
}
