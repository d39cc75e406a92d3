internal import CYAML
internal import Configuration
internal import JSONReading
internal import StageKit
internal import SummaryModel

/// Reads rows from YAML: the mappings of a list, or one mapping in each document.
///
/// libyaml reads from the window event by event, so that a list of any length is never in memory as a whole.
struct YAMLRows: RowReader {
    private let events: YAMLEventSource
    private let nesting: Int
    private var isInList = false
    private var number = 0

    let fieldNames: [String]? = nil

    init(_ window: TextWindow, nesting: Int) throws(RowReadingError) {
        events = try YAMLEventSource(window)
        self.nesting = nesting
    }

    mutating func next() throws(RowReadingError) -> Result<Row, RowProblem>? {
        while true {
            do throws(YAMLEventSource.Failure) {
                let event = try events.next()
                switch event.content {
                case .streamEnd: return nil
                case .other: continue
                case .end:
                    isInList = false
                    continue
                case .listStart where !isInList:
                    isInList = true
                    continue
                case .scalar("", isPlain: true) where !isInList: continue
                default: break
                }
                let row = try row(event)
                number += 1
                return row
            } catch {
                switch error {
                case .reading(let error): throw error
                case .syntax(let position, let reason):
                    return .failure(
                        RowProblem(
                            number: number,
                            position: position,
                            message: RowWording.notYAML(reason),
                            endsReading: true
                        )
                    )
                }
            }
        }
    }

    private func row(_ start: YAMLEventSource.Event) throws(YAMLEventSource.Failure) -> Result<Row, RowProblem> {
        var problem: RowProblem?
        if start.hasAnchor { note(start, RowWording.anchor, &problem) }
        guard case .mappingStart = start.content else {
            note(start, RowWording.noObject, &problem)
            _ = try value(start, depth: 1, &problem)
            return problem.map { .failure($0) } ?? .success(Row(number: number, fields: []))
        }
        var fields: [Row.Field] = []
        var seen: Set<String> = []
        try members(depth: 1, &problem) { (key, name, value, problem) in
            if seen.insert(name).inserted {
                fields.append(Row.Field(name: name, value: value))
            } else {
                note(key, RowWording.repeatedKey(name), &problem)
            }
        }
        if let problem { return .failure(problem) }
        return .success(Row(number: number, line: start.position.line, fields: fields))
    }

    /// Reads the keys and values of a mapping up to its end.
    private func members(
        depth: Int,
        _ problem: inout RowProblem?,
        _ member: (YAMLEventSource.Event, String, JSONValue, inout RowProblem?) -> Void
    ) throws(YAMLEventSource.Failure) {
        while true {
            let key = try events.next()
            if key.content == .end || key.content == .streamEnd { return }
            var name: String?
            if case .scalar(let text, _) = key.content {
                name = text
                if key.hasAnchor { note(key, RowWording.anchor, &problem) }
            } else {
                note(key, RowWording.keyIsNoText, &problem)
                _ = try value(key, depth: depth, &problem)
            }
            let value = try value(try events.next(), depth: depth, &problem)
            if let name { member(key, name, value, &problem) }
        }
    }

    /// The value that begins with `event`. What is wrong with it is noted, and it is read to its end.
    private func value(
        _ event: YAMLEventSource.Event,
        depth: Int,
        _ problem: inout RowProblem?
    ) throws(YAMLEventSource.Failure) -> JSONValue {
        if event.hasAnchor || event.content == .alias { note(event, RowWording.anchor, &problem) }
        switch event.content {
        case .scalar(let text, let isPlain): return isPlain ? Self.scalar(text) : .string(text)
        case .listStart:
            guard depth < nesting else { throw tooDeep(event) }
            var elements: [JSONValue] = []
            while true {
                let next = try events.next()
                if next.content == .end || next.content == .streamEnd { return .array(elements) }
                elements.append(try value(next, depth: depth + 1, &problem))
            }
        case .mappingStart:
            guard depth < nesting else { throw tooDeep(event) }
            var entries: [String: JSONValue] = [:]
            try members(depth: depth + 1, &problem) { (key, name, value, problem) in
                if entries.updateValue(value, forKey: name) != nil {
                    note(key, RowWording.repeatedKey(name), &problem)
                }
            }
            return .object(entries)
        case .alias, .end, .streamEnd, .other: return .null
        }
    }

    private func note(_ event: YAMLEventSource.Event, _ message: LocalizedText, _ problem: inout RowProblem?) {
        if problem == nil { problem = RowProblem(number: number, position: event.position, message: message) }
    }

    private func tooDeep(_ event: YAMLEventSource.Event) -> YAMLEventSource.Failure {
        .reading(RowReadingError(RowWording.tooDeep(nesting), at: event.position))
    }

    /// The value of a plain scalar. A number that would be written in another way stays the text that it is.
    private static func scalar(_ text: String) -> JSONValue {
        switch YAMLReader.scalar(text) {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer: JSONParser.number(text, isInteger: true)
        case .number: JSONParser.number(text, isInteger: false)
        default: .string(text)
        }
    }
}
