internal import SummaryModel

/// A file to which lines are added, each at a place that is found by the lines around it.
struct EditedFile {
    private struct Line {
        var text: String
        /// What is new in it, and in the lines after it that were added with it.
        var addition: [String]?
    }

    let path: String
    private var lines: [Line]
    private var wanted: [(text: String, place: LocalizedText)] = []
    private var isComplete: Bool

    init(_ path: String, in tree: SourceTree) {
        self.path = path
        let text = tree.text(path)
        lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: String($0)) }
        isComplete = text != nil
    }

    /// The text as it is then.
    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// What is added.
    var additions: [ScaffoldPlan.Addition] {
        lines.enumerated().compactMap { index, line in
            line.addition.map { ScaffoldPlan.Addition(path: path, line: index + 1, text: $0) }
        }
    }

    /// Everything that is to be added, when a place for any of it was not found.
    var openAdditions: [ScaffoldPlan.OpenAddition] {
        isComplete ? [] : wanted.map { ScaffoldPlan.OpenAddition(path: path, text: $0.text, place: $0.place) }
    }

    /// Adds lines before the line that `find` gives.
    ///
    /// - Parameter place: Where, in words, for a person who has to do it.
    mutating func insert(_ added: [String], _ place: LocalizedText, before find: ([String]) -> Int?) {
        wanted.append((added.joined(separator: "\n"), place))
        guard let index = find(lines.map(\.text)) else {
            isComplete = false
            return
        }
        lines.insert(contentsOf: added.map { Line(text: $0) }, at: index)
        lines[index].addition = added
    }

    /// Adds lines after the last one for which `isAnchor` holds.
    mutating func insert(_ added: [String], _ place: LocalizedText, afterLast isAnchor: (String) -> Bool) {
        insert(added, place) { lines in lines.lastIndex(where: isAnchor).map { $0 + 1 } }
    }

    /// Adds text to the line for which `isAnchor` holds, before `end`, which ends it.
    mutating func extend(_ added: String, before end: String, _ place: LocalizedText, line isAnchor: (String) -> Bool) {
        wanted.append((added, place))
        guard let index = lines.firstIndex(where: { isAnchor($0.text) && $0.text.hasSuffix(end) }) else {
            isComplete = false
            return
        }
        lines[index].text = lines[index].text.dropLast(end.count) + added + end
        lines[index].addition = [added]
    }

    /// Adds an element to the list that begins in the line with `opening`: on one line, or with one element or more on
    /// each of the lines up to that of the `]`, with or without a comma after the last.
    mutating func addElement(_ element: String, _ place: LocalizedText, toListAfter opening: String) {
        wanted.append((element + ",", place))
        guard let start = lines.firstIndex(where: { $0.text.contains(opening) }) else {
            isComplete = false
            return
        }
        if lines[start].text.hasSuffix("]") {
            let isEmpty = lines[start].text.hasSuffix("[]")
            lines[start].text = lines[start].text.dropLast() + (isEmpty ? "" : ", ") + element + "]"
            lines[start].addition = [element]
            return
        }
        guard let end = lines[start...].firstIndex(where: { $0.text.drop { $0 == " " } == "]" }) else {
            isComplete = false
            return
        }
        if end > start + 1, !lines[end - 1].text.hasSuffix(",") { lines[end - 1].text += "," }
        let indentation = String(lines[end].text.dropLast()) + "    "
        lines.insert(Line(text: "\(indentation)\(element),", addition: ["\(indentation)\(element),"]), at: end)
    }

    /// Adds lines at the end.
    mutating func append(_ added: [String], _ place: LocalizedText) {
        insert(added, place) { lines in lines.last == "" ? lines.count - 1 : nil }
    }
}
