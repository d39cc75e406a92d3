internal import SummaryModel

/// Turns a part with marks into a list of pieces.
///
/// A mark that stands in several runs is taken out of all of them; its value goes where its first brace stands, and so takes
/// the format of that run. A section whose marks stand in two runs splits these, so that what is repeated is whole runs.
struct PartCompiler {
    private typealias Piece = CompiledPart.Piece

    /// Something that differs between copies of the same bytes.
    private struct Variation {
        enum Kind {
            case drawingNumber
            /// An attribute that must not stand twice and need not stand at all.
            case identity
            case comment
            /// The start or end of a bookmark that reaches over these bytes.
            case bookmark(Range<Int>)
            case bookmarkNumber(Int)
            case bookmarkName
            case sectionType
            case sectionBreak(isWrapped: Bool)
        }
        var range: Range<Int>
        var kind: Kind
    }

    private struct Claim: Hashable {
        var paragraph: Int
        var mark: Int
    }

    private let xml: PartXML
    private var result: CompiledPart
    private var names: NameTable
    /// Whether the part is written several times into one document.
    private let isCombined: Bool
    private var texts: [Int: (text: PartText, marks: [TemplateMark])] = [:]
    private var holdsMarks: [Bool]
    private var numbers: [Int: Int] = [:]
    /// The marks that begin or end the section of a row of a table.
    private var claimed: [Claim: Int] = [:]
    private var variations: [Variation] = []
    /// The pieces of the part and of the sections that are open.
    private var open: [[Piece]] = [[]]
    /// The bytes that the open sections repeat.
    private var repeated: [Range<Int>] = []
    /// The fields that were found.
    private(set) var fields: [WordTemplate.Field] = []
    private(set) var strays: [(mark: TemplateMark, paragraph: Int, isSplit: Bool)] = []
    private var enclosing: [String] = []

    /// Compiles a part.
    ///
    /// - Returns: The pieces, the fields, and the marks that have no partner.
    static func compile(
        _ xml: PartXML,
        part: String,
        names: inout NameTable,
        range: Range<Int>? = nil,
        isCombined: Bool = false,
        sectionBreak: (place: Range<Int>, isWrapped: Bool)? = nil
    ) -> (part: CompiledPart, fields: [WordTemplate.Field], strays: [Diagnostic]) {
        var compiler = PartCompiler(xml, part: part, names: names, isCombined: isCombined)
        compiler.findVariations(sectionBreak)
        if let range {
            compiler.emitChildren(of: 0, within: range)
        } else {
            compiler.emit(0..<(xml.nodes.first?.start ?? 0))
            if !xml.nodes.isEmpty { compiler.emitElement(0) }
            compiler.emit((xml.nodes.first?.end ?? 0)..<xml.bytes.count)
        }
        compiler.result.pieces = compiler.open[0]
        names = compiler.names
        let strays = compiler.strays.map {
            TemplateWording.stray($0.mark.written, part, $0.paragraph, isSplit: $0.isSplit)
        }
        return (compiler.result, compiler.fields, strays)
    }

    private init(_ xml: PartXML, part: String, names: NameTable, isCombined: Bool) {
        self.xml = xml
        self.names = names
        self.isCombined = isCombined
        result = CompiledPart(part: part)
        holdsMarks = [Bool](repeating: false, count: xml.nodes.count)
        let prefix = String(decoding: xml.prefix, as: UTF8.self)
        let start = "</\(prefix)t>"
        let end = "<\(prefix)t xml:space=\"preserve\">"
        result.lineBreak = Array("\(start)<\(prefix)br/>\(end)".utf8)
        result.tab = Array("\(start)<\(prefix)tab/>\(end)".utf8)
        var count = 0
        for (index, node) in xml.nodes.enumerated() where node.kind == .paragraph {
            count += 1
            numbers[index] = count
            guard Self.mayHoldMark(xml.bytes[node.start..<node.end]) else { continue }
            let text = PartText(index, in: xml)
            let marks = TemplateMark.all(in: text.scalars)
            guard !marks.isEmpty else { continue }
            texts[index] = (text, marks)
            var ancestor = index
            while ancestor >= 0, !holdsMarks[ancestor] {
                holdsMarks[ancestor] = true
                ancestor = xml.nodes[ancestor].parent
            }
        }
    }

    /// Whether a brace stands among the bytes, half or full width.
    private static func mayHoldMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                if bytes[index] == UInt8(ascii: "{") { return true }
                if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBD, bytes[index + 2] == 0x9B {
                    return true
                }
            }
            return false
        }
    }

    // MARK: - Bytes

    /// Writes bytes of the part, with what differs between copies.
    private mutating func emit(_ range: Range<Int>) {
        guard isCombined || !repeated.isEmpty else {
            append(xml.bytes[range])
            return
        }
        var start = range.lowerBound
        for variation in variations[firstVariation(at: range.lowerBound)...] {
            guard variation.range.lowerBound < range.upperBound else { break }
            guard variation.range.lowerBound >= start, let pieces = pieces(variation) else { continue }
            append(xml.bytes[start..<variation.range.lowerBound])
            for piece in pieces { add(piece) }
            start = min(range.upperBound, variation.range.upperBound)
        }
        append(xml.bytes[start..<range.upperBound])
    }

    /// What stands in the place of something that differs; `nil` when it stays as it is here.
    private func pieces(_ variation: Variation) -> [Piece]? {
        switch variation.kind {
        case .identity, .comment: return []
        case .drawingNumber: return [.drawingNumber]
        case .bookmark(let reach):
            // One that lies within what is repeated would stand there twice.
            guard let inner = repeated.last else { return nil }
            return inner.lowerBound <= reach.lowerBound && reach.upperBound <= inner.upperBound ? [] : nil
        case .bookmarkNumber(let number): return isCombined ? [.bookmarkNumber(number)] : nil
        case .bookmarkName: return isCombined ? [.copySuffix] : nil
        case .sectionType: return isCombined ? [] : nil
        case .sectionBreak(let isWrapped): return isCombined ? [.sectionBreak(isWrapped: isWrapped)] : nil
        }
    }

    private func firstVariation(at offset: Int) -> Int {
        var (low, high) = (0, variations.count)
        while low < high {
            let middle = (low + high) / 2
            if variations[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        let range = store(bytes)
        if case .bytes(let last) = open[open.count - 1].last, last.upperBound == range.lowerBound {
            open[open.count - 1].removeLast()
            add(.bytes(last.lowerBound..<range.upperBound))
        } else {
            add(.bytes(range))
        }
    }

    private mutating func store(_ bytes: some Collection<UInt8>) -> Range<Int> {
        let start = result.bytes.count
        result.bytes.append(contentsOf: bytes)
        return start..<result.bytes.count
    }

    private mutating func add(_ piece: Piece) { open[open.count - 1].append(piece) }

    // MARK: - Variations

    private mutating func findVariations(_ sectionBreak: (place: Range<Int>, isWrapped: Bool)?) {
        var starts: [[UInt8]: Int] = [:]
        var hasSection = false
        for (index, node) in xml.nodes.enumerated() {
            func add(_ range: Range<Int>, _ kind: Variation.Kind) {
                variations.append(Variation(range: range, kind: kind))
            }
            switch node.kind {
            case .paragraph, .row:
                for name in ["paraId", "textId"] {
                    if let attribute = xml.attribute(name, of: index) { add(attribute.whole, .identity) }
                }
            case .drawingProperties:
                if let attribute = xml.attribute("id", of: index) { add(attribute.value, .drawingNumber) }
            case .comment: add(node.start..<node.end, .comment)
            case .bookmarkStart:
                guard let id = xml.attribute("id", of: index) else { continue }
                starts[Array(xml.bytes[id.value])] = index
            case .bookmarkEnd:
                guard let id = xml.attribute("id", of: index),
                    let start = starts.removeValue(forKey: Array(xml.bytes[id.value])),
                    let startID = xml.attribute("id", of: start)
                else { continue }
                let first = xml.nodes[start]
                let reach = first.start..<node.end
                add(first.start..<first.end, .bookmark(reach))
                add(node.start..<node.end, .bookmark(reach))
                add(startID.value, .bookmarkNumber(result.bookmarks))
                add(id.value, .bookmarkNumber(result.bookmarks))
                if let name = xml.attribute("name", of: start) {
                    add(name.value.upperBound..<name.value.upperBound, .bookmarkName)
                }
                result.bookmarks += 1
            case .sectionProperties:
                if !hasSection, let type = xml.child(.sectionType, of: index) {
                    add(xml.nodes[type].start..<xml.nodes[type].end, .sectionType)
                }
                hasSection = true
            default: break
            }
        }
        if let sectionBreak {
            variations.append(
                Variation(range: sectionBreak.place, kind: .sectionBreak(isWrapped: sectionBreak.isWrapped))
            )
        }
        variations.sort {
            ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        }
    }

    // MARK: - Elements

    private mutating func emitElement(_ index: Int) {
        let node = xml.nodes[index]
        guard holdsMarks[index] else { return emit(node.start..<node.end) }
        if node.kind == .paragraph { return emitParagraph(index) }
        emit(node.start..<node.contentStart)
        emitChildren(of: index, within: node.contentStart..<node.contentEnd)
        emit(node.contentEnd..<node.end)
    }

    /// Writes what stands in an element, with the sections of which each mark has a paragraph or a row of its own.
    private mutating func emitChildren(of parent: Int, within range: Range<Int>) {
        var children = xml.children(of: parent)
        if range.lowerBound != xml.nodes[parent].contentStart || range.upperBound != xml.nodes[parent].contentEnd {
            children = xml.nodes.indices.filter { index in
                let node = xml.nodes[index]
                return node.start >= range.lowerBound && node.end <= range.upperBound
                    && (node.parent < 0 || xml.nodes[node.parent].start < range.lowerBound)
            }
        }
        var lone: [(child: Int, mark: TemplateMark)] = []
        for child in children { if let mark = loneMark(child) { lone.append((child, mark)) } }
        let partners = TemplateMark.partners(lone.map(\.mark))
        var places: [Int: Int] = [:]
        for (place, entry) in lone.enumerated() where partners[place] != nil { places[entry.child] = place }

        var cursor = range.lowerBound
        var sections: [Int] = []
        for child in children {
            let node = xml.nodes[child]
            emit(cursor..<node.start)
            cursor = node.end
            guard let place = places[child], let partner = partners[place] else {
                emitRowOrElement(child)
                continue
            }
            let mark = lone[place].mark
            if mark.role != .end {
                sections.append(begin(mark, at: child, open: Array(xml.bytes[node.start..<node.end])))
                repeated.append(node.end..<xml.nodes[lone[partner].child].start)
            } else if let section = sections.popLast() {
                repeated.removeLast()
                end(section, close: Array(xml.bytes[node.start..<node.end]))
                let isLast = child == children.last
                if isLast, node.kind == .paragraph, ![.body, .table].contains(xml.nodes[parent].kind) {
                    // A cell, a header and a note must end with a paragraph.
                    let prefix = String(decoding: xml.prefix, as: UTF8.self)
                    add(.ifAbsent(section: section, store("<\(prefix)p/>".utf8)))
                }
            }
        }
        emit(cursor..<range.upperBound)
    }

    private mutating func emitRowOrElement(_ child: Int) {
        guard xml.nodes[child].kind == .row, holdsMarks[child], let pair = section(ofRow: child) else {
            return emitElement(child)
        }
        guard let start = texts[pair.start.paragraph]?.marks[pair.start.mark] else { return }
        let section = begin(start, at: pair.start.paragraph, open: [])
        repeated.append(xml.nodes[child].start..<xml.nodes[child].end)
        claimed[pair.start] = section
        claimed[pair.end] = section
        emitElement(child)
        repeated.removeLast()
        end(section, close: [])
    }

    private mutating func begin(_ mark: TemplateMark, at node: Int, open bytes: [UInt8]) -> Int {
        let number = result.sections.count
        var section = CompiledPart.Section(name: names.number(mark.name), isInverted: mark.role == .inverted)
        section.open = store(bytes)
        result.sections.append(section)
        note(mark, at: node)
        enclosing.append(mark.name)
        open.append([])
        return number
    }

    private mutating func end(_ section: Int, close bytes: [UInt8]) {
        result.sections[section].close = store(bytes)
        result.sections[section].pieces = open.removeLast()
        enclosing.removeLast()
        add(.section(section))
    }

    private mutating func note(_ mark: TemplateMark, at node: Int) {
        fields.append(
            WordTemplate.Field(
                name: mark.name,
                isSection: mark.role != .value,
                sections: enclosing,
                part: result.part,
                paragraph: numbers[node] ?? numbers[firstParagraph(in: node)] ?? 0
            )
        )
    }

    private func firstParagraph(in node: Int) -> Int {
        (node..<xml.nodes[node].next).first { xml.nodes[$0].kind == .paragraph } ?? node
    }

    // MARK: - Lone marks and rows

    /// The mark of a section that is all there is in a paragraph or in a row.
    private func loneMark(_ child: Int) -> TemplateMark? {
        guard holdsMarks[child] else { return nil }
        switch xml.nodes[child].kind {
        case .paragraph:
            guard let (text, marks) = texts[child], marks.count == 1, marks[0].role != .value, !text.endsSection,
                claimed[Claim(paragraph: child, mark: 0)] == nil, text.isBlank(besides: marks[0].range)
            else { return nil }
            return marks[0]
        case .row:
            var found: TemplateMark?
            for paragraph in paragraphs(ofRow: child).map(\.paragraph) {
                let text = texts[paragraph]?.text ?? PartText(paragraph, in: xml)
                if text.scalars.allSatisfy(\.isBlank) { continue }
                guard found == nil, let mark = loneMark(paragraph) else { return nil }
                found = mark
            }
            return found
        default: return nil
        }
    }

    /// The paragraphs in the cells of a row, but not those of tables and text boxes inside.
    private func paragraphs(ofRow row: Int) -> [(cell: Int, paragraph: Int)] {
        var found: [(cell: Int, paragraph: Int)] = []
        var cell = -1
        var node = row + 1
        while node < xml.nodes[row].next {
            switch xml.nodes[node].kind {
            case .cell: cell += 1
            case .table:
                node = xml.nodes[node].next
                continue
            case .paragraph:
                found.append((cell, node))
                node = xml.nodes[node].next
                continue
            default: break
            }
            node += 1
        }
        return found
    }

    /// The first section that reaches from one cell of a row into another.
    private func section(ofRow row: Int) -> (start: Claim, end: Claim)? {
        var marks: [TemplateMark] = []
        var places: [(cell: Int, claim: Claim)] = []
        for (cell, paragraph) in paragraphs(ofRow: row) {
            for (number, mark) in (texts[paragraph]?.marks ?? []).enumerated() {
                marks.append(mark)
                places.append((cell, Claim(paragraph: paragraph, mark: number)))
            }
        }
        let partners = TemplateMark.partners(marks)
        for (index, place) in places.enumerated() {
            guard let partner = partners[index], partner > index, places[partner].cell != place.cell else { continue }
            return (place.claim, places[partner].claim)
        }
        return nil
    }

    // MARK: - Paragraphs

    /// What happens at a place of a paragraph.
    private struct Event {
        enum Action {
            case remove
            case insert([UInt8])
            case value(TemplateMark)
            case rowMark(Int, TemplateMark)
            case box(Int)
            case begin(TemplateMark, run: Int?, repeated: Range<Int>)
            case end(TemplateMark, run: Int?)
        }
        var range: Range<Int>
        var action: Action
    }

    private mutating func emitParagraph(_ paragraph: Int) {
        guard let (text, marks) = texts[paragraph] else {
            // Only its text boxes hold marks.
            let events = PartText(paragraph, in: xml).boxes.filter { holdsMarks[$0] }.map { box in
                Event(range: xml.nodes[box].start..<xml.nodes[box].end, action: .box(box))
            }
            return emit(events, of: paragraph)
        }
        let indices = marks.indices.filter { claimed[Claim(paragraph: paragraph, mark: $0)] == nil }
        let partners = TemplateMark.partners(indices.map { marks[$0] })
        var events: [Event] = []
        for box in text.boxes where holdsMarks[box] {
            events.append(Event(range: xml.nodes[box].start..<xml.nodes[box].end, action: .box(box)))
        }
        var touched: Set<Int> = []
        /// Takes a mark out of the text; the action happens where its first brace stands.
        func replace(_ mark: TemplateMark, _ action: Event.Action?, atEnd: Event.Action? = nil) {
            let spans = text.spans(mark.range)
            for (number, span) in spans.enumerated() {
                touched.insert(span.text)
                if number == 0, let action {
                    events.append(Event(range: span.range, action: action))
                } else {
                    events.append(Event(range: span.range, action: .remove))
                }
            }
            if let atEnd, let last = spans.last {
                events.append(Event(range: last.range.upperBound..<last.range.upperBound, action: atEnd))
            }
        }
        for (place, index) in indices.enumerated() {
            let mark = marks[index]
            switch mark.role {
            case .value: replace(mark, .value(mark))
            case .section, .inverted:
                guard let partner = partners[place] else {
                    strays.append((mark, numbers[paragraph] ?? 0, false))
                    continue
                }
                let close = marks[indices[partner]]
                guard let first = text.spans(mark.range).last, let last = text.spans(close.range).first else {
                    continue
                }
                let runs = (xml.nodes[first.text].parent, xml.nodes[last.text].parent)
                let isOneText = first.text == last.text
                guard isOneText || areSiblings(runs.0, runs.1) else {
                    strays.append((mark, numbers[paragraph] ?? 0, true))
                    continue
                }
                let body = first.range.upperBound..<last.range.lowerBound
                replace(mark, nil, atEnd: .begin(mark, run: isOneText ? nil : runs.0, repeated: body))
                events.append(
                    Event(
                        range: last.range.lowerBound..<last.range.lowerBound,
                        action: .end(close, run: isOneText ? nil : runs.1)
                    )
                )
                replace(close, nil)
            case .end:
                if partners[place] == nil { strays.append((mark, numbers[paragraph] ?? 0, false)) }
            }
        }
        for (index, mark) in marks.enumerated() {
            if let section = claimed[Claim(paragraph: paragraph, mark: index)] {
                replace(mark, .rowMark(section, mark))
            }
        }
        for node in touched where xml.attribute("space", of: node) == nil {
            let place = xml.nodes[node].contentStart - 1
            events.append(Event(range: place..<place, action: .insert(Array(" xml:space=\"preserve\"".utf8))))
        }
        emit(Self.sorted(events), of: paragraph)
    }

    /// Two elements in the same element, both of them runs.
    private func areSiblings(_ first: Int, _ second: Int) -> Bool {
        xml.nodes[first].kind == .run && xml.nodes[second].kind == .run
            && xml.nodes[first].parent == xml.nodes[second].parent
    }

    /// In the order of the text. At one place what was added first comes first.
    private static func sorted(_ events: [Event]) -> [Event] {
        events.enumerated().sorted {
            let (a, b) = ($0.element.range, $1.element.range)
            return (a.lowerBound, a.isEmpty ? 0 : 1, $0.offset) < (b.lowerBound, b.isEmpty ? 0 : 1, $1.offset)
        }.map(\.element)
    }

    private mutating func emit(_ events: [Event], of paragraph: Int) {
        let node = xml.nodes[paragraph]
        let prefix = String(decoding: xml.prefix, as: UTF8.self)
        let closeRun = Array("</\(prefix)t></\(prefix)r>".utf8)
        var cursor = node.start
        var sections: [Int] = []
        for event in events {
            emit(cursor..<event.range.lowerBound)
            cursor = event.range.upperBound
            switch event.action {
            case .remove: break
            case .insert(let bytes): append(bytes)
            case .box(let box):
                // A text box is a place of its own, so that its sections do not mix with those around it.
                emitElement(box)
            case .value(let mark):
                note(mark, at: paragraph)
                let use = CompiledPart.Use(
                    name: names.number(mark.name),
                    written: store(Self.escaped(mark.written)),
                    paragraph: numbers[paragraph] ?? 0
                )
                result.uses.append(use)
                add(.value(result.uses.count - 1))
            case .rowMark(let section, let mark): add(.mark(section: section, store(Self.escaped(mark.written))))
            case .begin(let mark, let run, let body):
                let written = Self.escaped(mark.written)
                if let run {
                    append(closeRun)
                    sections.append(begin(mark, at: paragraph, open: opening(run) + written + closeRun))
                    append(opening(run))
                } else {
                    sections.append(begin(mark, at: paragraph, open: written))
                }
                repeated.append(body)
            case .end(let mark, let run):
                guard let section = sections.popLast() else { continue }
                let written = Self.escaped(mark.written)
                repeated.removeLast()
                if let run {
                    append(closeRun)
                    end(section, close: opening(run) + written + closeRun)
                    append(opening(run))
                } else {
                    end(section, close: written)
                }
            }
        }
        emit(cursor..<node.end)
    }

    /// A run begun anew, up to its text.
    private func opening(_ run: Int) -> [UInt8] {
        let node = xml.nodes[run]
        var bytes = Array(xml.bytes[node.start..<node.contentStart])
        if let properties = xml.child(.runProperties, of: run) {
            bytes += xml.bytes[xml.nodes[properties].start..<xml.nodes[properties].end]
        }
        return bytes + Array("<\(String(decoding: xml.prefix, as: UTF8.self))t xml:space=\"preserve\">".utf8)
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
