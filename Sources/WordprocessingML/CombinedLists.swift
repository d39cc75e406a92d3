internal import OpenPackaging
internal import RenderKit
internal import XMLWriting

/// The lists of a file of several documents, in which the numbers of each begin anew.
///
/// Documents that number alike share a list and have instances of their own. The instances are written and compressed as they
/// come.
struct CombinedLists: ~Copyable {
    private let compression: Compression
    /// The lists of a reference file, after which those of the documents stand.
    private let reference: ReferenceParts.Lists?
    /// The lists of the file.
    private var lists: [[Int: ListPattern]] = []
    private var numbers: [[Int: ListPattern]: Int] = [:]
    private var instances: PieceStream
    private var count: Int

    init(_ compression: Compression, after reference: ReferenceParts.Lists?) {
        self.compression = compression
        self.reference = reference
        count = (reference?.firstInstance ?? 1) - 1
        instances = PieceStream(compression)
    }

    /// Whether no document has Word number its headings.
    var isEmpty: Bool { count < (reference?.firstInstance ?? 1) }

    /// Adds the lists of the next document.
    ///
    /// - Returns: How many instances there were before.
    mutating func add(_ plan: ListPlan) throws -> Int {
        let first = count
        let (firstList, isPiece) = (reference?.firstList ?? 0, reference != nil)
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
                NumberingPart.instance(count, of: firstList + list, starts, isPiece: isPiece, xml)
            }
        }
        return first
    }

    /// Writes `word/numbering.xml`.
    consuming func finish(name: String, to package: inout PackageWriter, _ sink: inout some ByteSink) throws {
        try package.begin(name, to: &sink)
        var start = PieceStream(compression)
        let opening = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:numbering xmlns:w="\(Namespaces.main)">
            """
        try (reference?.lists ?? Array(opening.utf8)).withUnsafeBytes { try start.write($0) }
        let (firstList, isPiece) = (reference?.firstList ?? 0, reference != nil)
        try XMLWriter.write(to: { try start.write($0) }, declaration: false) { xml in
            for (index, levels) in lists.enumerated() where !levels.isEmpty {
                NumberingPart.list(firstList + index, levels, isPiece: isPiece, xml)
            }
        }
        if let reference { try reference.instances.withUnsafeBytes { try start.write($0) } }
        for piece in try start.finish() { try package.add(piece, to: &sink) }
        for piece in try instances.finish() { try package.add(piece, to: &sink) }
        var end = PieceStream(compression)
        try (reference?.end ?? Array("</w:numbering>".utf8)).withUnsafeBytes { try end.write($0) }
        for piece in try end.finish() { try package.add(piece, to: &sink) }
        try package.end(to: &sink)
    }
}
