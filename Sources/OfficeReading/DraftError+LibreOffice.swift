internal import ReadKit
internal import SummaryModel

extension DraftError {
    /// Why a draft could not be converted.
    init(_ failure: LibreOffice.Failure) {
        let message =
            switch failure {
            case .notAllowed: Self.notAllowed
            case .notInstalled: Self.notInstalled
            case .failed: Self.failed
            case .interrupted: Self.interrupted
            case .timedOut(let seconds): Self.timedOut(seconds)
            case .tooLarge(let limit): Self.tooLarge(limit)
            case .noFolder(let folder): Self.noFolder(folder)
            case .notStarted(let program, let reason): Self.notStarted(program, reason)
            }
        self.init(message)
    }

    // MARK: - Wording

    private static let notAllowed = LocalizedText(
        zh: "这种格式要由 LibreOffice 转换，而 --no-external 不允许启动其他程序；请去掉该选项，或另存为 .docx",
        en:
            "LibreOffice must convert this format, and --no-external allows no other program; leave the option out, or save the file as .docx"
    )
    private static let notInstalled = LocalizedText(
        zh: "这种格式要由 LibreOffice 转换，但没有找到它；请安装 LibreOffice，或在 Word、WPS 中另存为 .docx",
        en: "LibreOffice must convert this format and was not found; install LibreOffice, or save the file as .docx"
    )
    private static let failed = LocalizedText(
        zh: "LibreOffice 没能转换这个文件，它可能已损坏或有密码；请在 Word、WPS 中另存为 .docx",
        en: "LibreOffice could not convert the file, which may be damaged or protected; save it as .docx"
    )
    private static let interrupted = LocalizedText(
        zh: "LibreOffice 的转换被中断",
        en: "the conversion by LibreOffice was interrupted"
    )

    private static func timedOut(_ seconds: Int) -> LocalizedText {
        LocalizedText(
            zh: "LibreOffice 转换超时（上限 external-program：\(seconds) 秒），已停止；请在 Word、WPS 中另存为 .docx",
            en:
                "LibreOffice took longer than the limit (external-program: \(seconds) s) and was stopped; save the file as .docx"
        )
    }

    private static func tooLarge(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "转换后的文件超过了上限（input：\(limit / 1024 / 1024) MB），请拆分",
            en: "the converted file is larger than the limit (input: \(limit / 1024 / 1024) MB); split it"
        )
    }

    private static func noFolder(_ folder: String) -> LocalizedText {
        LocalizedText(
            zh: "无法在“\(folder)”中写临时文件；请检查权限和剩余空间",
            en: "cannot write temporary files in '\(folder)'; check its rights and the free space"
        )
    }

    private static func notStarted(_ program: String, _ reason: String) -> LocalizedText {
        LocalizedText(zh: "无法启动“\(program)”：\(reason)", en: "cannot start '\(program)': \(reason)")
    }
}
