internal import CYAML
internal import StageKit
internal import SummaryModel

/// What libyaml found, without its C types.
struct YAMLEvent: Equatable {
    enum Content: Equatable {
        case scalar(String, isPlain: Bool)
        case listStart
        case mappingStart
        case end
    }

    var content: Content
    var place: ConfigurationPlace
}

enum YAMLEvents {
    /// The events inside the document of `bytes`, in order.
    static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> [YAMLEvent] {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw ConfigurationError([
                ConfigurationProblem(
                    place: ConfigurationPlace(file: file),
                    message: LocalizedText(zh: "内存不足", en: "out of memory")
                )
            ])
        }
        defer { yaml_parser_delete(&parser) }
        let result = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            return collect(&parser, file: file)
        }
        return try result.get()
    }

    private static func collect(
        _ parser: inout yaml_parser_t,
        file: String
    ) -> Result<[YAMLEvent], ConfigurationError> {
        var events: [YAMLEvent] = []
        var depth = 0
        func problem(_ mark: yaml_mark_t, zh: String, en: String) -> Result<[YAMLEvent], ConfigurationError> {
            .failure(
                ConfigurationError([
                    ConfigurationProblem(place: place(mark, file), message: LocalizedText(zh: zh, en: en))
                ])
            )
        }
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                let reason = parser.problem.map { String(cString: $0) } ?? "not valid YAML"
                return problem(parser.problem_mark, zh: "不是有效的 YAML：\(reason)", en: "not valid YAML: \(reason)")
            }
            defer { yaml_event_delete(&event) }
            let place = place(event.start_mark, file)
            func append(_ content: YAMLEvent.Content) { events.append(YAMLEvent(content: content, place: place)) }
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return .success(events)
            case YAML_ALIAS_EVENT:
                return problem(event.start_mark, zh: "不支持 YAML 别名（*）", en: "YAML aliases (*) are not supported")
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                if scalar.anchor != nil || scalar.tag != nil { return unsupported(event.start_mark) }
                let text = String(
                    decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
                    as: UTF8.self
                )
                append(.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
            case YAML_SEQUENCE_START_EVENT:
                if event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil {
                    return unsupported(event.start_mark)
                }
                depth += 1
                append(.listStart)
            case YAML_MAPPING_START_EVENT:
                if event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil {
                    return unsupported(event.start_mark)
                }
                depth += 1
                append(.mappingStart)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                depth -= 1
                append(.end)
            default:
                break
            }
            if depth > Limits.standard.nesting {
                return problem(
                    event.start_mark,
                    zh: "嵌套超过 \(Limits.standard.nesting) 层",
                    en: "nested deeper than \(Limits.standard.nesting) levels"
                )
            }
        }
        func unsupported(_ mark: yaml_mark_t) -> Result<[YAMLEvent], ConfigurationError> {
            problem(mark, zh: "不支持 YAML 锚点（&）和标签（!）", en: "YAML anchors (&) and tags (!) are not supported")
        }
    }

    private static func place(_ mark: yaml_mark_t, _ file: String) -> ConfigurationPlace {
        ConfigurationPlace(
            file: file,
            position: SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
        )
    }
}
