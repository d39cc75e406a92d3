public import DraftReading
public import RenderKit
public import RowReading
public import StageKit
public import SummaryModel
public import WordTemplates

/// What the documents of a merge are made of.
public enum MergeTemplate: Sendable {
    /// A draft with gaps and sections: the stages fill it, and a style sheet gives it its layout.
    case draft(Reading, DraftWork)
    /// A .docx with `{{…}}` in it, whose layout stays.
    case word(WordTemplate, WordWork)

    /// How a Word document is filled.
    public struct WordWork: Sendable {
        /// How small the documents are to be.
        public var compression: Compression
        /// Values that every row has unless it has its own.
        public var values: [Row.Field]

        /// Creates the work.
        public init(compression: Compression = .standard, values: [Row.Field] = []) {
            self.compression = compression
            self.values = values
        }

        /// A row with the values that it does not have itself.
        func completed(_ row: Row) -> Row {
            var row = row
            for field in values where row[field.name] == nil { row.fields.append(field) }
            return row
        }
    }

    /// How a draft becomes a document.
    public struct DraftWork: Sendable {
        /// The stages.
        public var pipeline: Pipeline
        /// The format with its style sheet.
        public var renderer: any PreparedRenderer
        /// The date that stages go by, as `YYYY-MM-DD`; `nil` when none was given.
        public var date: String?
        /// Findings that are not reported.
        public var ignored: [Suppression]

        /// Creates the work.
        public init(
            pipeline: Pipeline,
            renderer: any PreparedRenderer,
            date: String? = nil,
            ignoring ignored: [Suppression] = []
        ) {
            self.pipeline = pipeline
            self.renderer = renderer
            self.date = date
            self.ignored = ignored
        }

        func conversion(of reading: Reading, _ row: Row, _ file: String) throws -> DraftConversion {
            try DraftConversion(
                reading,
                through: pipeline,
                date: date,
                values: RowValues.entries(of: row, in: file),
                ignoring: ignored
            )
        }
    }

    /// What came of one row.
    public struct Outcome: Sendable {
        /// The fields that the template asks for and the row does not have, each once.
        public var missing: [String]
        /// What was found.
        public var diagnostics: [Diagnostic]

        package init(_ conversion: DraftConversion) {
            missing = conversion.openGaps
            diagnostics = conversion.diagnostics
        }

        init(_ report: FillReport) {
            var seen: Set<String> = []
            missing = report.gaps.map(\.name).filter { seen.insert($0).inserted }
            diagnostics = report.diagnostics
        }
    }

    /// What is wrong with the template itself.
    public var findings: [Diagnostic] {
        switch self {
        case .draft: []
        case .word(let template, _): template.findings
        }
    }

    /// The names that the template asks for.
    public var fieldNames: [String] {
        switch self {
        case .draft(let reading, let work):
            ((try? PlaceholderList(reading))?.placeholders.map(\.key) ?? [])
                + work.pipeline.steps.flatMap { type(of: $0.stage).valueNames }
        case .word(let template, _): template.fields.map(\.name)
        }
    }

    /// What makes documents of rows, for one thread.
    ///
    /// - Throws: ``/ReadKit/DraftError`` when there is no memory for it.
    public func rowRenderer() throws -> RowRenderer { try RowRenderer(self) }
}

/// Makes the documents of rows one after the other. It keeps what can be used again, so one is made for each thread.
public final class RowRenderer {
    private enum Maker {
        case draft(Reading, MergeTemplate.DraftWork)
        case word(TemplateFiller, MergeTemplate.WordWork)
    }

    private let maker: Maker

    init(_ template: MergeTemplate) throws {
        switch template {
        case .draft(let reading, let work): maker = .draft(reading, work)
        case .word(let template, let work): maker = .word(try template.filler(work.compression), work)
        }
    }

    /// Makes the document of a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - file: The name of the file of the rows, for messages.
    ///   - sink: Where the document goes.
    /// - Throws: What the sink throws, or what went wrong with the row.
    public func render(_ row: Row, of file: String, into sink: inout some ByteSink) throws -> MergeTemplate.Outcome {
        switch maker {
        case .draft(let reading, let work):
            var conversion = try work.conversion(of: reading, row, file)
            try conversion.render(work.renderer, into: &sink)
            return MergeTemplate.Outcome(conversion)
        case .word(let filler, let work):
            return MergeTemplate.Outcome(try filler.fill(work.completed(row), into: &sink))
        }
    }

    /// What would come of a row, without its document.
    ///
    /// - Throws: What went wrong with the row.
    public func examine(_ row: Row, of file: String) throws -> MergeTemplate.Outcome {
        if case .draft(let reading, let work) = maker {
            return MergeTemplate.Outcome(try work.conversion(of: reading, row, file))
        }
        var nowhere = DiscardingSink()
        return try render(row, of: file, into: &nowhere)
    }
}

extension DraftConversion {
    /// The keys of the gaps that are left, each once, in the order of the text.
    var openGaps: [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        for block in document.blocks {
            for inline in block.content + (block.body ?? []) + (block.table?.inlines ?? []) {
                guard case .placeholder(let gap) = inline.content, seen.insert(gap.key).inserted else { continue }
                keys.append(gap.key)
            }
        }
        if !keys.isEmpty { return keys }
        // Gaps that are only listed are no pieces of the document.
        for finding in diagnostics where finding.id == "placeholders.unresolved" {
            guard let range = finding.range else { continue }
            let sign = reading.source[range]
            let name = String(sign.drop { $0 == "{" }.prefix { $0 != "}" }).trimmed
            if seen.insert(name).inserted { keys.append(name) }
        }
        return keys
    }
}

/// Takes bytes to nowhere.
private struct DiscardingSink: ByteSink {
    mutating func write(_ bytes: UnsafeRawBufferPointer) {}
}
