internal import ArgumentParser
internal import DraftReading
internal import ReadKit

/// Options of every command that reads a draft.
struct ReadingOptions: ParsableArguments {
    @Option(help: .text(zh: "属于正文、不可删除的行，如 4,7-9", en: "Lines that belong to the document: 4,7-9.", valueName: "lines"))
    var keep: String?

    @Option(help: .text(zh: "不属于正文、应删除的行", en: "Lines that do not belong to the document.", valueName: "lines"))
    var drop: String?

    @Option(
        help: .text(
            zh: "更正文件（YAML）：行号: 类别，如 12: heading2",
            en: "Corrections (YAML), a kind for each line: '12: heading2'.",
            valueName: "file"
        )
    )
    var correct: String?

    @Flag(help: .text(zh: "不启动其他程序（如 LibreOffice）", en: "Starts no other program, such as LibreOffice."))
    var noExternal = false

    /// What a reader may do.
    func context(in session: Session) -> ReaderContext {
        var context = ReaderContext(allowsExternalPrograms: !noExternal)
        // An empty or relative folder would look where the user happens to stand.
        context.programFolders = (session.environment["PATH"] ?? "").split(separator: ":").map(String.init)
            .filter { $0.hasPrefix("/") }
        if let folder = session.environment["TMPDIR"], folder.hasPrefix("/") { context.temporaryFolder = folder }
        return context
    }

    /// What the options say about lines of the draft.
    ///
    /// - Throws: ``UsageError`` when `--keep` or `--drop` is no list of lines or both name one line;
    ///   ``ConfigurationError`` when something is wrong with the file of `--correct`.
    func corrections() throws -> DraftReader.Corrections {
        try LineCorrections.corrections(keep: keep, drop: drop, file: correct)
    }
}
