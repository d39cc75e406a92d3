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
        message = failure.message(.pages(export.rawValue))
    }
}
