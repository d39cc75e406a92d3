internal import OpenPackaging
public import ReadKit
public import RenderKit
public import RowReading
internal import SummaryModel

extension WordTemplate {
    /// Writes one document with the body of the template once for every row, each in a section that begins on a new page.
    ///
    /// Rows are asked for one by one, and no more than one of them is in memory. Bookmarks and drawings get numbers of their
    /// own in every copy; marks of comments stay out. Headers, footers and notes are the same for all copies.
    ///
    /// - Parameters:
    ///   - next: Gives the next row; `nil` after the last.
    ///   - sink: Takes the document. One that has places for what is known later (``ByteSink/reserve(_:)``) takes it as it is
    ///     written; for any other it waits in memory, compressed.
    ///   - compression: How much time goes into making the document small.
    ///   - report: Takes what happened to each row.
    ///   - failed: Takes a row that repeats sections without end and has no copy; the default stops the work.
    /// - Returns: How many rows there were.
    /// - Throws: What `next` and `sink` throw, or ``DraftError`` when a header, a footer or a note asks for values, which
    ///   would differ from copy to copy.
    public func combine(
        next: () throws -> Row?,
        into sink: inout some ByteSink,
        compression: Compression = .standard,
        report: (Row, FillReport) throws -> Void,
        failed: (Row, DraftError) throws -> Void = { throw $1 }
    ) throws -> Int {
        for case .filled(let part) in parts where part.part != main.name {
            throw DraftError(TemplateWording.marksOutsideBody(part.part))
        }
        let copies = try BodyCopies(main.xml, part: main.name, names: names)
        let deflater = try Deflater(compression)
        var package = PackageWriter()
        var count = 0
        for part in parts {
            if case .fixed(let part) = part, part.name != main.name {
                try package.add(part, to: &sink)
            } else {
                count = try copies.write(next: next, deflater, to: &package, &sink, report: report, failed: failed)
            }
        }
        try package.finish(to: &sink)
        return count
    }
}
