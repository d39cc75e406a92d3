package import SummaryModel

extension LibreOffice.Failure {
    /// What LibreOffice was asked for.
    package enum Purpose: Sendable {
        /// A .docx of a draft in another format.
        case reading
        /// Pages in a format with this name.
        case pages(String)

        /// What it makes, as the object of a sentence.
        fileprivate var work: LocalizedText {
            switch self {
            case .reading: LocalizedText(zh: "这种格式", en: "convert this format")
            case .pages(let format): LocalizedText(zh: "\(format) ", en: "make the \(format)")
            }
        }

        /// What to do instead.
        fileprivate var instead: LocalizedText {
            switch self {
            case .reading: LocalizedText(zh: "另存为 .docx", en: "save the file as .docx")
            case .pages: LocalizedText(zh: "输出 docx", en: "render docx")
            }
        }

        /// What to do by hand when LibreOffice cannot.
        fileprivate var byHand: LocalizedText {
            switch self {
            case .reading: LocalizedText(zh: "在 Word、WPS 中另存为 .docx", en: "save it as .docx from Word or WPS")
            case .pages: LocalizedText(zh: "输出 docx，在 Word、WPS 中另存", en: "render docx, and save it from Word or WPS")
            }
        }

        /// What may be wrong with what it was given.
        fileprivate var doubt: LocalizedText {
            switch self {
            case .reading: LocalizedText(zh: "文件，它可能已损坏或有密码", en: "file, which may be damaged or protected")
            case .pages: LocalizedText(zh: "公文", en: "document")
            }
        }
    }

    /// What happened and what to do, in words for the user.
    package func message(_ purpose: Purpose) -> LocalizedText {
        let (work, instead, byHand) = (purpose.work, purpose.instead, purpose.byHand)
        switch self {
        case .notAllowed:
            return LocalizedText(
                zh: "\(work.zh)要由 LibreOffice 转换，而 --no-external 不允许启动其他程序；请去掉该选项，或\(instead.zh)",
                en:
                    "LibreOffice must \(work.en), and --no-external allows no other program; leave the option out, or \(instead.en)"
            )
        case .notInstalled(let program):
            let package = program == "pdftoppm" ? "poppler-utils" : "libreoffice-writer-nogui"
            return LocalizedText(
                zh: "\(work.zh)要由 \(program) 转换，但没有找到它；请安装（Debian：apt-get install \(package)），或\(instead.zh)",
                en:
                    "\(program) must \(work.en) and was not found; install it (Debian: apt-get install \(package)), or \(instead.en)"
            )
        case .failed(let program):
            return LocalizedText(
                zh: "\(program) 没能转换这份\(purpose.doubt.zh)；请\(byHand.zh)",
                en: "\(program) could not convert the \(purpose.doubt.en); \(byHand.en)"
            )
        case .interrupted:
            return LocalizedText(zh: "转换被中断", en: "the conversion was interrupted")
        case .timedOut(let seconds):
            return LocalizedText(
                zh: "转换超时（上限 external-program：\(seconds) 秒），已停止；请\(byHand.zh)",
                en:
                    "the conversion took longer than the limit (external-program: \(seconds) s) and was stopped; \(byHand.en)"
            )
        case .tooLarge(let limit):
            return LocalizedText(
                zh: "转换后的文件超过了上限（input：\(limit / 1024 / 1024) MB），请拆分草稿",
                en: "the converted file is larger than the limit (input: \(limit / 1024 / 1024) MB); split the draft"
            )
        case .noFolder(let folder):
            return LocalizedText(
                zh: "无法在“\(folder)”中写临时文件；请检查权限和剩余空间",
                en: "cannot write temporary files in '\(folder)'; check its rights and the free space"
            )
        case .notStarted(let program, let reason):
            return LocalizedText(zh: "无法启动“\(program)”：\(reason)", en: "cannot start '\(program)': \(reason)")
        }
    }
}
