public import RenderKit
public import RowReading
internal import StageKit
internal import SummaryModel
internal import WordTemplates
internal import WordprocessingML

extension MergeTemplate {
    /// Makes one .docx with a section for every row, each on a new page, in memory that does not grow with their number.
    ///
    /// - Parameters:
    ///   - file: The name of the file of the rows, for messages.
    ///   - style: The style sheet for a draft; a Word document keeps its own.
    ///   - context: What the file is told besides.
    ///   - sink: Where the file goes.
    ///   - report: Takes what came of each row, or why it has no section, in order, some rows after `next` gave it.
    ///   - next: Gives the next row; `nil` after the last.
    /// - Throws: What `next`, `report` and the sink throw, or what went wrong with the template.
    public func combine(
        of file: String,
        style: StyleSheet,
        context: RenderContext,
        into sink: inout some ByteSink,
        report: (Result<Outcome, any Error>) throws -> Void,
        next: () throws -> Row?
    ) throws {
        switch self {
        case .draft(let reading, let work):
            // What came of rows that are not yet reported, in order.
            var waiting: [Result<Outcome, any Error>] = []
            func tellFailures() throws {
                while case .failure? = waiting.first { try report(waiting.removeFirst()) }
            }
            try DocxCombination(style: style, context: context).render(into: &sink) { found in
                try tellFailures()
                guard case .success(var outcome)? = waiting.first else { return }
                waiting.removeFirst()
                outcome.diagnostics += reading.locating(found.diagnostics)
                try report(.success(outcome))
            } next: {
                while let row = try next() {
                    do {
                        let conversion = try work.conversion(of: reading, row, file)
                        waiting.append(.success(Outcome(conversion)))
                        return conversion.document
                    } catch {
                        waiting.append(.failure(error))
                    }
                }
                return nil
            }
            try tellFailures()
        case .word(let template, let work):
            _ = try template.combine(
                next: { try next().map(work.completed) },
                into: &sink,
                compression: work.compression,
                report: { _, filled in try report(.success(Outcome(filled))) },
                failed: { _, error in try report(.failure(error)) }
            )
        }
    }
}
