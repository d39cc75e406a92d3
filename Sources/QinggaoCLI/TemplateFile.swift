internal import DraftReading
internal import Qinggao
internal import ReadKit
internal import RenderKit
internal import StageKit
internal import SummaryModel
internal import WordTemplates

/// Reads the template that a user names.
enum TemplateFile {
    /// The template: a .docx with tags is filled as it stands, everything else is a draft.
    ///
    /// - Throws: ``UsageError`` for options that the template has no use for, ``FileFailure`` when it cannot be read,
    ///   ``ConfigurationError`` when nothing would fill a draft.
    static func read(
        _ path: String,
        by settings: DocumentSettings,
        _ options: DocumentOptions,
        of tool: CommandLineTool,
        in session: Session
    ) throws -> MergeTemplate {
        let file = try InputFile.read(path, in: session)
        do {
            if let word = wordTemplate(file) {
                if let option = options.optionForDrafts { throw noUse(of: option, for: path) }
                guard !settings.outputs.contains(where: { $0.options[flag: "comments"] == true }) else {
                    throw noUse(of: "comments", for: path)
                }
                guard settings.outputs.contains(where: { $0.format == "docx" }) else { throw onlyDocx(path) }
                let values = options.values
                return .word(
                    word,
                    MergeTemplate.WordWork(
                        compression: options.compression,
                        values: RowValues.fields(
                            of: try GapValues.entries(files: values.data, assignments: values.assignments)?.value
                        )
                    )
                )
            }
            guard settings.takesValues else {
                throw ConfigurationError([DocumentSettings.noPlaceForValues("--rows")])
            }
            let draft = try tool.readers.read(file, in: options.reading.context(in: session))
            return .draft(
                DraftReader().read(draft, corrections: try options.reading.corrections()),
                MergeTemplate.DraftWork(
                    pipeline: settings.pipeline,
                    renderer: try settings.renderer(options, of: tool).renderer,
                    date: options.date,
                    ignoring: settings.ignored
                )
            )
        } catch let error as DraftError {
            throw FileFailure(InputFailure.message(error, input: path))
        }
    }

    /// The template, when a file is a .docx that has tags. What cannot be read as one may be a draft in another format, whose
    /// reader has the better message.
    private static func wordTemplate(_ file: DraftFile) -> WordTemplate? {
        guard file.bytes.starts(with: [0x50, 0x4B]), let template = try? WordTemplate(file.bytes) else { return nil }
        return template.fields.isEmpty ? nil : template
    }

    private static func onlyDocx(_ path: String) -> UsageError {
        UsageError(
            zh: "模板 \(path) 是 Word 文档，只能生成 .docx，请改 -o 的扩展名",
            en: "the template \(path) is a Word document, which makes .docx only; change the extension in -o"
        )
    }

    private static func noUse(of option: String, for path: String) -> UsageError {
        UsageError(
            zh: "模板 \(path) 是带 {{…}} 的 Word 文档，版式照原样，\(option) 不起作用",
            en: "the template \(path) is a Word document with {{…}} and keeps its layout, so \(option) has no use"
        )
    }
}

extension DocumentOptions {
    /// The first option that says how drafts are worked on; a Word document is only filled.
    fileprivate var optionForDrafts: String? {
        let options: [(String, Bool)] = [
            ("--config", configuration.config != nil), ("--profile", configuration.profile != nil),
            ("--style", style != nil), ("--to", to != nil && to != "docx"), ("--keep", reading.keep != nil),
            ("--drop", reading.drop != nil), ("--correct", reading.correct != nil),
        ]
        return options.first(where: \.1)?.0
    }
}

extension DocumentSettings {
    /// The one renderer, where each row or request has one document.
    ///
    /// - Throws: ``UsageError`` when the configuration has several outputs.
    func renderer(
        _ options: DocumentOptions,
        of tool: CommandLineTool
    ) throws -> (format: String, renderer: any PreparedRenderer) {
        if let export = outputs.lazy.compactMap({ PageExport(rawValue: $0.format) }).first {
            throw UsageError(
                zh: "这里不能直接输出 \(export.rawValue)；请输出 docx，再用 render 转换",
                en: "\(export.rawValue) is not written here; write docx, and convert it with render"
            )
        }
        guard outputs.count == 1, let output = outputs.first, let type = tool.renderers[output.format] else {
            throw UsageError(
                zh: "这里每份只写一种输出；配置中有几种时，请用 --to 选一种",
                en: "one output is written of each; choose one of those of the configuration with --to"
            )
        }
        return (
            output.format,
            try type.init(options: output.options).prepared(style: output.style, context: options.context())
        )
    }
}
