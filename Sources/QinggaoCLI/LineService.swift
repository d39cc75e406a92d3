internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import RowReading
internal import SummaryModel

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Answers requests: a draft or a row in, a document out.
struct LineService: Sendable {
    var format: String
    var renderer: any PreparedRenderer
    var template: MergeTemplate?
    /// Where documents are written; `nil` when answers hold them.
    var pattern: FileNamePattern?
    var rowBase: Int
    var date: String?
    var settings: DocumentSettings
    var readers: ReaderCatalog
    var context: ReaderContext
    var language: Language

    /// An answer as it is sent.
    struct Answer: Sendable {
        var line: String
        var isFailure: Bool
    }

    /// What an answer says.
    private struct Result: Encodable {
        /// What the request gave as its name.
        var id: JSONValue?
        /// The line of the request, from 1.
        var line: Int?
        var status = MergeManifest.Status.failed
        var format: String?
        var document: String?
        var path: String?
        var missing: [String]?
        var findings: [MergeManifest.Finding]?
        var message: String?
    }

    /// Answers one request.
    func answer(_ entry: RowQueue.Entry) throws -> Answer {
        var result = Result(line: entry.line)
        switch entry.row {
        case .success(let request):
            result.id = request["id"]
            do {
                try fill(&result, request)
            } catch let error as FileNamePattern.Defect {
                result.message = error.message(language)
            } catch {
                result.message = InputFailure.message(error, input: result.path ?? "-")(language)
            }
        case .failure(let problem):
            result.message = problem.message(language)
        }
        if result.message != nil { (result.path, result.document) = (nil, nil) }
        return Answer(line: try ManifestFile.line(result), isFailure: result.status == .failed)
    }

    private func fill(_ result: inout Result, _ request: Row) throws {
        let work = try Work(request)
        if let pattern {
            // The fields of the row, and the name of the request.
            var named = Row(number: request.number, line: request.line, fields: work.row?.fields ?? [])
            if named["id"] == nil, let id = request["id"] { named.fields.append(.init(name: "id", value: id)) }
            let path = try pattern.name(for: named, number: rowBase + request.number).path
            result.path = path
            let outcome = try FileAccess.replace(path, makingFolders: true) { sink in try render(work, into: &sink) }
            note(outcome, in: &result)
        } else {
            var sink = MemorySink()
            let outcome = try render(work, into: &sink)
            note(outcome, in: &result)
            result.document = Data(sink.bytes).base64EncodedString()
        }
        result.status = .written
        result.format = format
    }

    /// What a request asks for.
    private enum Work {
        case draft(String)
        case row(Row)

        /// Reads a request.
        ///
        /// - Throws: ``FileFailure`` for one that gives neither a draft nor a row, or both, or anything else.
        init(_ request: Row) throws(FileFailure) {
            for field in request.fields where !["id", "draft", "row"].contains(field.name) {
                throw FileFailure(LineService.unknownField(field.name))
            }
            switch (request["draft"], request["row"]) {
            case (.string(let text)?, nil): self = .draft(text)
            case (nil, .object(let values)?):
                let fields = values.map { Row.Field(name: $0.key, value: $0.value) }
                self = .row(Row(number: request.number, line: request.line, fields: fields))
            default: throw FileFailure(LineService.noWork)
            }
        }

        /// The row; `nil` for a draft.
        var row: Row? { if case .row(let row) = self { row } else { nil } }
    }

    private func render(_ work: Work, into sink: inout some ByteSink) throws -> MergeTemplate.Outcome {
        switch work {
        case .row(let row):
            guard let template else { throw FileFailure(Self.noTemplate) }
            return try template.rowRenderer().render(row, of: "-", into: &sink)
        case .draft(let text):
            var conversion = try DraftConversion(
                DraftFile(Array(text.utf8)),
                by: readers,
                in: context,
                through: settings.pipeline,
                date: date,
                ignoring: settings.ignored
            )
            try conversion.render(renderer, into: &sink)
            return MergeTemplate.Outcome(conversion)
        }
    }

    private func note(_ outcome: MergeTemplate.Outcome, in result: inout Result) {
        if !outcome.missing.isEmpty { result.missing = outcome.missing }
        if !outcome.diagnostics.isEmpty {
            result.findings = outcome.diagnostics.map { MergeManifest.Finding($0, in: language) }
        }
    }
}

// MARK: - Wording

extension LineService {
    private static func unknownField(_ name: String) -> LocalizedText {
        LocalizedText(
            zh: "请求中的“\(name)”无人认识；请求由 id、draft 或 row 组成",
            en: "a request has id, and draft or row, but no '\(name)'"
        )
    }

    private static let noWork = LocalizedText(
        zh: "请求应有 draft（文字）或 row（对象），二者取一",
        en: "a request has either draft, a text, or row, an object"
    )

    private static let noTemplate = LocalizedText(
        zh: "请求给出了 row，但没有用 --template 指定模板",
        en: "the request gives a row, but no --template was named"
    )
}
