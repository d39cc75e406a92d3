internal import OfficeReading
public import ReadKit
public import SummaryModel

/// An output that shows printed pages. LibreOffice makes it of the .docx, where it is installed.
///
/// The pages are those of LibreOffice with the fonts of this machine. The bytes are not the same each time, since it writes
/// the time into a PDF.
public enum PageExport: String, Sendable, CaseIterable {
    /// All pages in one file.
    case pdf
    /// A picture of each page.
    case png

    /// Points of a picture for an inch of paper.
    public static let resolution = 150

    /// What it is, in one sentence.
    public var summary: LocalizedText {
        switch self {
        case .pdf: LocalizedText(zh: "PDF（.pdf），由 LibreOffice 转换 .docx 得到", en: "PDF (.pdf), by LibreOffice.")
        case .png:
            LocalizedText(
                zh: "每页一张图片（.png），由 LibreOffice 和 pdftoppm 得到",
                en: "A picture of each page (.png), by LibreOffice and pdftoppm."
            )
        }
    }

    /// The files that a document becomes: one PDF, or a picture for each page in order.
    ///
    /// - Parameters:
    ///   - docx: The document, as a .docx.
    ///   - environment: The variables of the user, of which those that say where fonts are count.
    ///   - context: Whether and where programs may be started, and how long they may take.
    /// - Throws: ``PageExportError``.
    public func files(
        ofDocx docx: [UInt8],
        environment: [String: String] = [:],
        in context: ReaderContext
    ) throws(PageExportError) -> [[UInt8]] {
        let fonts = Self.fonts(environment)
        do throws(LibreOffice.Failure) {
            switch self {
            case .pdf: return [try LibreOffice.pdf(ofDocx: docx, fonts: fonts, in: context)]
            case .png:
                return try LibreOffice.pictures(
                    ofDocx: docx,
                    resolution: Self.resolution,
                    fonts: fonts,
                    in: context
                )
            }
        } catch {
            throw PageExportError(error, self)
        }
    }

    /// The variables by which fontconfig finds fonts. The programs have a home of their own, but the fonts of the user.
    private static func fonts(_ environment: [String: String]) -> [String] {
        var variables = environment.filter { $0.key == "FONTCONFIG_FILE" || $0.key == "FONTCONFIG_PATH" }
        for (name, folder) in [("XDG_DATA_HOME", ".local/share"), ("XDG_CONFIG_HOME", ".config")] {
            variables[name] = environment[name] ?? environment["HOME"].map { "\($0)/\(folder)" }
        }
        return variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// The path of one of the files: a picture has the number of its page before the extension.
    ///
    /// - Parameters:
    ///   - page: The number of the page, from 1.
    ///   - path: The path that was asked for.
    public func path(ofPage page: Int, in path: String) -> String {
        guard self == .png else { return path }
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[name...].lastIndex(of: "."), dot != name else { return "\(path)-\(page)" }
        return "\(path[..<dot])-\(page)\(path[dot...])"
    }
}

/// Why there are no printed pages.
public struct PageExportError: Error, Sendable {
    /// What went wrong, and what to do.
    public let message: LocalizedText

    init(_ failure: LibreOffice.Failure, _ export: PageExport) {
        message =
            switch failure {
            case .notAllowed: Self.notAllowed(export.rawValue)
            case .notInstalled(let program): Self.notInstalled(export.rawValue, program)
            case .failed(let program): Self.failed(program)
            case .interrupted: LocalizedText(zh: "转换被中断", en: "the conversion was interrupted")
            case .timedOut(let seconds): Self.timedOut(seconds)
            case .tooLarge(let limit): Self.tooLarge(limit)
            case .noFolder(let folder): Self.noFolder(folder)
            case .notStarted(let program, let reason):
                LocalizedText(zh: "无法启动“\(program)”：\(reason)", en: "cannot start '\(program)': \(reason)")
            }
    }

    // MARK: - Wording

    private static func notAllowed(_ format: String) -> LocalizedText {
        LocalizedText(
            zh: "\(format) 要由 LibreOffice 转换，而 --no-external 不允许启动其他程序；请去掉该选项，或输出 docx",
            en:
                "LibreOffice must make the \(format), and --no-external allows no other program; leave the option out, or render docx"
        )
    }

    private static func notInstalled(_ format: String, _ program: String) -> LocalizedText {
        let package = program == "pdftoppm" ? "poppler-utils" : "libreoffice-writer-nogui"
        return LocalizedText(
            zh: "\(format) 要由 \(program) 转换，但没有找到它；请安装（Debian：apt-get install \(package)），或输出 docx",
            en:
                "\(program) must make the \(format) and was not found; install it (Debian: apt-get install \(package)), or render docx"
        )
    }

    private static func failed(_ program: String) -> LocalizedText {
        LocalizedText(
            zh: "\(program) 没能转换这份公文；请输出 docx，在 Word、WPS 中另存",
            en: "\(program) could not convert the document; render docx, and save it from Word or WPS"
        )
    }

    private static func timedOut(_ seconds: Int) -> LocalizedText {
        LocalizedText(
            zh: "转换超时（上限 external-program：\(seconds) 秒），已停止；请输出 docx，在 Word、WPS 中另存",
            en:
                "the conversion took longer than the limit (external-program: \(seconds) s) and was stopped; render docx, and save it from Word or WPS"
        )
    }

    private static func tooLarge(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "转换后的文件超过了上限（input：\(limit / 1024 / 1024) MB），请拆分草稿",
            en: "the converted file is larger than the limit (input: \(limit / 1024 / 1024) MB); split the draft"
        )
    }

    private static func noFolder(_ folder: String) -> LocalizedText {
        LocalizedText(
            zh: "无法在“\(folder)”中写临时文件；请检查权限和剩余空间",
            en: "cannot write temporary files in '\(folder)'; check its rights and the free space"
        )
    }
}
