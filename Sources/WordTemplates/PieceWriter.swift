internal import ReadKit
internal import RowReading
internal import SummaryModel
internal import XMLWriting

/// Writes the pieces of parts with the values of one row.
struct PieceWriter {
    /// What was written.
    var output: [UInt8] = []
    /// The number of the copy in a document of several rows, from 0.
    var copy = 0
    /// The number of the last drawing.
    var drawings = 0
    /// The section that ends each copy but the last, without the element around it.
    var sectionBreak: [UInt8] = []
    /// The prefix of the names in it.
    var sectionBreakPrefix = ""
    /// Whether another copy follows.
    var isFollowed = false

    private let names: [String]
    private var scope: RowScope
    private var report = FillReport()
    private var gaps: Set<FillReport.Gap> = []
    private var states: [State] = []
    private var repetitions = 0

    /// What became of a section where it stood last.
    private enum State {
        case absent, present, unknown
    }

    /// As for the stage `placeholders`.
    private static let repetitionLimit = 200_000

    init(_ table: NameTable) {
        names = table.names
        scope = RowScope(names: names)
    }

    /// Begins a row.
    mutating func begin(_ row: Row) {
        scope.begin(row)
        report = FillReport()
        gaps.removeAll(keepingCapacity: true)
        repetitions = 0
    }

    /// What happened since the row was begun.
    func finish() -> FillReport { report }

    /// Writes a part.
    mutating func write(_ part: CompiledPart) throws(DraftError) {
        if states.count < part.sections.count {
            states += Array(repeating: .absent, count: part.sections.count - states.count)
        }
        try write(part.pieces, of: part)
    }

    private mutating func write(_ pieces: [CompiledPart.Piece], of part: CompiledPart) throws(DraftError) {
        for piece in pieces {
            switch piece {
            case .bytes(let range): append(part, range)
            case .value(let number): write(part.uses[number], of: part)
            case .section(let number): try write(section: number, of: part)
            case .mark(let section, let range): if case .unknown = states[section] { append(part, range) }
            case .ifAbsent(let section, let range): if case .absent = states[section] { append(part, range) }
            case .drawingNumber:
                drawings += 1
                output.append(contentsOf: String(drawings).utf8)
            case .bookmarkNumber(let number): output.append(contentsOf: String(copy * part.bookmarks + number).utf8)
            case .copySuffix: if copy > 0 { output.append(contentsOf: "_\(copy + 1)".utf8) }
            case .sectionBreak(let isWrapped):
                guard isFollowed else { continue }
                if isWrapped { output.append(contentsOf: "<\(sectionBreakPrefix)pPr>".utf8) }
                output.append(contentsOf: sectionBreak)
                if isWrapped { output.append(contentsOf: "</\(sectionBreakPrefix)pPr>".utf8) }
            }
        }
    }

    private mutating func append(_ part: CompiledPart, _ range: Range<Int>) {
        part.bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private mutating func write(section number: Int, of part: CompiledPart) throws(DraftError) {
        let section = part.sections[number]
        switch scope.decide(section.name, isInverted: section.isInverted) {
        case .unknown:
            states[number] = .unknown
            note(FillReport.Gap(name: names[section.name], reason: .missing, part: part.part, paragraph: nil))
            append(part, section.open)
            try write(section.pieces, of: part)
            append(part, section.close)
        case .once:
            states[number] = .present
            try count()
            try write(section.pieces, of: part)
        case .records(let records):
            guard !records.isEmpty else {
                states[number] = .absent
                return
            }
            let fields = RowScope.fields(of: records)
            for record in records {
                states[number] = .present
                try count()
                scope.enter(record, fields)
                defer { scope.leave() }
                try write(section.pieces, of: part)
            }
            states[number] = .present
        }
    }

    private mutating func count() throws(DraftError) {
        repetitions += 1
        if repetitions > Self.repetitionLimit {
            throw DraftError(TemplateWording.tooManyRepetitions(Self.repetitionLimit))
        }
    }

    private mutating func write(_ use: CompiledPart.Use, of part: CompiledPart) {
        switch scope.value(use.name) {
        case .found(.string(let text)): write(text, use, part)
        case .found(.integer(let number)): output.append(contentsOf: number.description.utf8)
        case .found(.number(let number)): output.append(contentsOf: number.description.utf8)
        case .found(.bool(let value)): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .found(.null), .empty: leaveOpen(use, .empty, part)
        case .found(.array), .found(.object): leaveOpen(use, .noText, part)
        case .missing: leaveOpen(use, .missing, part)
        }
    }

    private mutating func leaveOpen(_ use: CompiledPart.Use, _ reason: FillReport.Gap.Reason, _ part: CompiledPart) {
        append(part, use.written)
        note(FillReport.Gap(name: names[use.name], reason: reason, part: part.part, paragraph: use.paragraph))
    }

    private mutating func note(_ gap: FillReport.Gap) { if gaps.insert(gap).inserted { report.gaps.append(gap) } }

    private mutating func write(_ text: String, _ use: CompiledPart.Use, _ part: CompiledPart) {
        var text = text
        let forbidden = text.withUTF8 { write($0, part) }
        if forbidden > 0 { report.forbidden[names[use.name], default: 0] += forbidden }
    }

    /// Writes a value into the text of a run.
    ///
    /// - Returns: How many characters were left out.
    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, _ part: CompiledPart) -> Int {
        var forbidden = 0
        var written = 0
        var index = 0
        let count = utf8.count
        while index < count {
            let byte = utf8[index]
            if byte >= 0x20, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0xEF {
                index &+= 1
                continue
            }
            var width = 1
            if byte == 0xEF || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
                width = ForbiddenCharacters.width(at: index, in: utf8)
                if width == 0 {
                    index &+= 1
                    continue
                }
                forbidden += 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<index]))
            switch byte {
            case 0x26: output.append(contentsOf: "&amp;".utf8)
            case 0x3C: output.append(contentsOf: "&lt;".utf8)
            case 0x3E: output.append(contentsOf: "&gt;".utf8)
            case 0x09: output.append(contentsOf: part.tab)
            case 0x0A: output.append(contentsOf: part.lineBreak)
            case 0x0D:
                output.append(contentsOf: part.lineBreak)
                if index + 1 < count, utf8[index + 1] == 0x0A { width = 2 }
            default: break
            }
            index &+= width
            written = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<count]))
        return forbidden
    }
}
