internal import OpenPackaging
internal import ReadKit
internal import RenderKit
internal import RowReading
internal import SummaryModel

/// The main part of a template with its body written once for every row.
struct BodyCopies {
    private let xml: PartXML
    private let body: PartXML.Node
    /// What is repeated: the body without its last section.
    private let range: Range<Int>
    private let compiled: CompiledPart
    private var writer: PieceWriter
    /// The properties of the last section as they stand in a paragraph before it.
    private let sectionBreak: [UInt8]
    /// Whether the end of a copy has no paragraph that can hold its section.
    private let needsParagraph: Bool
    private let prefix: String

    /// Copies are compressed in pieces of this size. The memory that is needed is a few times as much.
    private static let pieceSize = 1 << 21

    init(_ xml: PartXML, part: String, names: NameTable) throws(DraftError) {
        guard let body = xml.nodes.indices.first(where: { xml.nodes[$0].kind == .body }) else {
            throw DraftError(TemplateWording.noBody)
        }
        let prefix = String(decoding: xml.prefix, as: UTF8.self)
        var children = xml.children(of: body)
        var end = xml.nodes[body].contentEnd
        var section = Array("<\(prefix)sectPr/>".utf8)
        if let last = children.last, xml.nodes[last].kind == .sectionProperties {
            end = xml.nodes[last].start
            section = Self.section(last, in: xml)
            children.removeLast()
        }
        self.xml = xml
        self.body = xml.nodes[body]
        self.prefix = prefix
        range = xml.nodes[body].contentStart..<end
        let place = children.last.flatMap { Self.breakPlace(in: $0, xml) }
        sectionBreak = section
        needsParagraph = place == nil
        var names = names
        compiled =
            PartCompiler.compile(
                xml,
                part: part,
                names: &names,
                range: range,
                isCombined: true,
                sectionBreak: place
            ).part
        writer = PieceWriter(names)
        writer.sectionBreak = section
        writer.sectionBreakPrefix = prefix
    }

    /// The last section without its type, so that what follows it begins on a new page: unless another section of the
    /// template comes first, it is also the one with which a copy begins (ISO/IEC 29500-1, 17.6.22).
    private static func section(_ node: Int, in xml: PartXML) -> [UInt8] {
        let section = xml.nodes[node]
        let isFirst = !xml.nodes[..<node].contains { $0.kind == .sectionProperties }
        guard isFirst, let type = xml.child(.sectionType, of: node) else {
            return Array(xml.bytes[section.start..<section.end])
        }
        return Array(xml.bytes[section.start..<xml.nodes[type].start] + xml.bytes[xml.nodes[type].end..<section.end])
    }

    /// Where the properties of a section go in the last paragraph of a copy; `nil` when there is no place for them.
    private static func breakPlace(in last: Int, _ xml: PartXML) -> (place: Range<Int>, isWrapped: Bool)? {
        let node = xml.nodes[last]
        guard node.kind == .paragraph, node.contentStart < node.end, node.contentEnd < node.end else { return nil }
        // A mark of a section in the last paragraph may make it vanish.
        let text = PartText(last, in: xml)
        guard !TemplateMark.all(in: text.scalars).contains(where: { $0.role != .value }), !text.endsSection else {
            return nil
        }
        guard let properties = xml.child(.paragraphProperties, of: last) else {
            return (node.contentStart..<node.contentStart, true)
        }
        let found = xml.nodes[properties]
        if found.contentEnd == found.end { return (found.start..<found.end, true) }
        // Only the record of a change of the properties stands after the section.
        let change = xml.children(of: properties).last.map { xml.nodes[$0] }
        if let change,
            xml.bytes[change.start..<change.contentStart].starts(
                with: "<\(String(decoding: xml.prefix, as: UTF8.self))pPrChange".utf8
            )
        {
            return (change.start..<change.start, false)
        }
        return (found.contentEnd..<found.contentEnd, false)
    }

    func write(
        next: () throws -> Row?,
        _ deflater: Deflater,
        to package: inout PackageWriter,
        _ sink: inout some ByteSink,
        report: (Row, FillReport) throws -> Void,
        failed: (Row, DraftError) throws -> Void
    ) throws -> Int {
        var writer = writer
        writer.output += xml.bytes[..<body.contentStart]
        var count = 0
        var hasBegun = false
        var current = try next()
        while let row = current {
            current = try next()
            writer.copy = count
            writer.isFollowed = current != nil
            writer.begin(row)
            let start = writer.output.count
            do throws(DraftError) {
                try writer.write(compiled)
            } catch {
                writer.output.removeLast(writer.output.count - start)
                _ = writer.finish()
                try failed(row, error)
                continue
            }
            if needsParagraph, writer.isFollowed {
                writer.output += "<\(prefix)p><\(prefix)pPr>".utf8
                writer.output += sectionBreak
                writer.output += "</\(prefix)pPr></\(prefix)p>".utf8
            }
            try report(row, writer.finish())
            count += 1
            if writer.output.count >= Self.pieceSize {
                if !hasBegun { try package.begin(compiled.part, to: &sink) }
                hasBegun = true
                try package.add(deflater.piece(writer.output), to: &sink)
                writer.output.removeAll(keepingCapacity: true)
            }
        }
        if range.upperBound < body.contentEnd { writer.output += sectionBreak }
        writer.output += xml.bytes[body.contentEnd...]
        if hasBegun {
            try package.add(deflater.piece(writer.output), to: &sink)
            try package.end(to: &sink)
        } else {
            // One piece is a little smaller as a part of the usual form.
            try package.add(
                writer.output.withUnsafeBytes { try deflater.part(name: compiled.part, $0) },
                to: &sink
            )
        }
        return count
    }
}
