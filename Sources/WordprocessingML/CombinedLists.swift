internal import OpenPackaging
internal import RenderKit
internal import XMLWriting

/// The lists of a file of several documents, in which the numbers of each begin anew.
///
/// Documents that number alike share a list and have instances of their own. The instances are written and compressed as they
/// come.
struct CombinedLists: ~Copyable {
    private let compression: Compression
    /// The lists of the file.
    private var lists: [[Int: ListPattern]] = []
    private var numbers: [[Int: ListPattern]: Int] = [:]
    private var instances: PieceStream
    private var count = 0

    init(_ compression: Compression) {
        self.compression = compression
        instances = PieceStream(compression)
    }

    /// Whether no document has Word number its headings.
    var isEmpty: Bool { count == 0 }

    /// Adds the lists of the next document.
    ///
    /// - Returns: How many instances there were before.
    mutating func add(_ plan: ListPlan) throws -> Int {
        let first = count
        guard !plan.instances.isEmpty else { return first }
        var begun: Set<Int> = []
        for (levels, number) in numbers where plan.lists.contains(levels) { begun.insert(number) }
        let places = plan.lists.map { levels in
            if let number = numbers[levels] { return number }
            numbers[levels] = lists.count
            lists.append(levels)
            return lists.count - 1
        }
        try XMLWriter.write(to: { try instances.write($0) }, declaration: false) { xml in
            for instance in plan.instances {
                count += 1
                let list = places[instance.list]
                var starts = instance.starts
                // The instances of a list go on counting unless they say where they begin.
                if starts.isEmpty, begun.contains(list) { starts = lists[list].mapValues { _ in 1 } }
                begun.insert(list)
                NumberingPart.instance(count, of: list, starts, xml)
            }
        }
        return first
    }

    /// Writes `word/numbering.xml`.
    consuming func finish(name: String, to package: inout PackageWriter, _ sink: inout some ByteSink) throws {
        try package.begin(name, to: &sink)
        var start = PieceStream(compression)
        try XMLWriter.write(to: { try start.write($0) }, declaration: false) { xml in
            xml.raw(
                XMLFragment(
                    text: """
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:numbering xmlns:w="\(Namespaces.main)">
                        """
                )
            )
            for (index, levels) in lists.enumerated() where !levels.isEmpty { NumberingPart.list(index, levels, xml) }
        }
        for piece in try start.finish() { try package.add(piece, to: &sink) }
        for piece in try instances.finish() { try package.add(piece, to: &sink) }
        var end = PieceStream(compression)
        try Array("</w:numbering>".utf8).withUnsafeBytes { try end.write($0) }
        for piece in try end.finish() { try package.add(piece, to: &sink) }
        try package.end(to: &sink)
    }
}
