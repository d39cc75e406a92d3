internal import CYAML
internal import SummaryModel

/// The events of libyaml, one by one, from a text that is read as they are asked for.
final class YAMLEventSource {
    /// What libyaml found.
    struct Event {
        enum Content: Equatable {
            case scalar(String, isPlain: Bool)
            case listStart
            case mappingStart
            case end
            case alias
            case streamEnd
            /// Something that says nothing about values: the start or end of a document.
            case other
        }

        var content: Content
        var position: SourcePosition
        /// Whether it has an anchor or a tag.
        var hasAnchor = false
    }

    enum Failure: Error {
        case syntax(SourcePosition, String)
        case reading(RowReadingError)
    }

    // libyaml keeps a pointer to the structure, so it must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let feed: Feed

    init(_ window: TextWindow) throws(RowReadingError) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        feed = Feed(window)
        guard yaml_parser_initialize(parser) == 1 else { throw RowReadingError(RowWording.outOfMemory) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input(
            parser,
            { context, buffer, size, count in
                guard let context, let buffer, let count else { return 0 }
                let feed = Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue()
                guard let read = feed.read(UnsafeMutableRawBufferPointer(start: buffer, count: size)) else { return 0 }
                count.pointee = read
                return 1
            },
            Unmanaged.passUnretained(feed).toOpaque()
        )
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event.
    func next() throws(Failure) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            if let failure = feed.failure { throw .reading(failure) }
            let mark = parser.pointee.problem_mark
            throw .syntax(Self.position(mark), parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML")
        }
        defer { yaml_event_delete(&event) }
        var result = Event(content: .other, position: Self.position(event.start_mark))
        switch event.type {
        case YAML_STREAM_END_EVENT: result.content = .streamEnd
        case YAML_ALIAS_EVENT: result.content = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            result.content = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
            result.hasAnchor = scalar.anchor != nil || scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            result.content = .listStart
            result.hasAnchor = event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
        case YAML_MAPPING_START_EVENT:
            result.content = .mappingStart
            result.hasAnchor = event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: result.content = .end
        default: break
        }
        return result
    }

    private static func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

/// The text as libyaml's callback takes it.
private final class Feed {
    private let window: TextWindow
    var failure: RowReadingError?

    init(_ window: TextWindow) { self.window = window }

    /// Copies the next bytes into `buffer`; `nil` when they cannot be read.
    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
        do throws(RowReadingError) {
            while window.bytes.isEmpty { if try !window.extend() { return 0 } }
        } catch {
            failure = error
            return nil
        }
        let count = min(window.bytes.count, buffer.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: window.bytes[..<count])))
        window.consumeLines(count, lines: 0)
        return count
    }
}
