internal import ArgumentParser
internal import RenderKit
internal import SummaryModel

/// Options of every command that makes documents: how drafts are read, what is done with them, and what comes out.
struct DocumentOptions: ParsableArguments {
    @Option(
        help: .text(
            zh: "输出格式：docx、html、md、txt、json、pdf、png",
            en: "The output format: docx, html, md, txt, json, pdf, png.",
            valueName: "format"
        )
    )
    var to: String?

    @OptionGroup var configuration: ConfigurationOptions

    @Option(help: .text(zh: "样式名或样式文件", en: "A style sheet, by name or file.", valueName: "name|file"))
    var style: String?

    @Option(
        help: .text(
            zh: "Word 文件，照用其中的样式、页面、页眉和页脚",
            en: "A Word file whose styles, page, headers and footers are used as they are.",
            valueName: "file"
        )
    )
    var reference: String?

    @OptionGroup var values: ValueOptions

    @OptionGroup var reading: ReadingOptions

    @Option(
        help: .text(
            zh: "文件属性和步骤所用的日期",
            en: "The date for the properties of the file, and for stages.",
            valueName: "YYYY-MM-DD"
        )
    )
    var date: String?

    @OptionGroup var programs: ProgramOptions

    @Option(
        help: .text(
            zh: "压缩方式：fast（快）、default（默认）、small（文件最小）",
            en: "How the output is compressed: fast, default or small (the smallest file).",
            valueName: "fast|default|small"
        ),
        transform: Self.compression
    )
    var compression: Compression = .standard

    func validate() throws {
        try programs.check(with: reading)
        if let date, !CalendarDate.isValid(date) {
            throw ValidationError(
                Wording.text(zh: "--date 应为 YYYY-MM-DD", en: "--date must be a date as YYYY-MM-DD")
            )
        }
    }

    /// What a renderer is told besides the document.
    ///
    /// - Parameters:
    ///   - workers: How many threads one document may use.
    ///   - isPrinted: Whether the output is printed at once.
    func context(workers: Int = 1, isPrinted: Bool = false) -> RenderContext {
        RenderContext(
            date: date,
            application: "Qinggao \(CommandLineTool.version)",
            compression: compression,
            workers: workers,
            isPrinted: isPrinted
        )
    }

    private static func compression(_ name: String) throws -> Compression {
        guard let compression = Compression(rawValue: name) else {
            throw ValidationError(
                Wording.text(
                    zh: "--compression 应为 fast、default 或 small，这里是 \(name)",
                    en: "--compression must be fast, default or small, not \(name)"
                )
            )
        }
        return compression
    }
}
