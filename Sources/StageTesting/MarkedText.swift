internal import SummaryModel

/// A text with marks around the places of findings, taken apart.
struct MarkedText {
    /// The text without the marks.
    private(set) var text = ""
    private var marks: [(id: String, range: Range<Int>)] = []

    init(_ marked: String) {
        var open: [(ids: [String], start: Int)] = []
        var rest = Substring(marked)
        while !rest.isEmpty {
            if rest.hasPrefix("[["), let colon = rest.firstIndex(of: ":") {
                let ids = rest[rest.index(rest.startIndex, offsetBy: 2)..<colon].split(separator: ",")
                open.append((ids.map { String($0.filter { $0 != " " }) }, text.utf8.count))
                rest = rest[rest.index(after: colon)...]
                if rest.hasPrefix(" ") { rest.removeFirst() }
            } else if rest.hasPrefix("]]"), let mark = open.popLast() {
                for id in mark.ids { marks.append((id, mark.start..<text.utf8.count)) }
                rest.removeFirst(2)
            } else {
                text.unicodeScalars.append(rest.unicodeScalars.removeFirst())
            }
        }
    }

    /// The marks with their places, as findings are described.
    func findings(in source: SourceText) -> [String] {
        marks.map { mark in
            let start = source.position(at: mark.range.lowerBound)
            let end = source.position(at: mark.range.upperBound)
            return "\(start.line):\(start.column)-\(end.line == start.line ? end.column : start.column) \(mark.id)"
        }
    }
}
