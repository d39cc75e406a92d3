internal import ChildProcess
package import ReadKit
internal import SummaryModel
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// LibreOffice as a converter, with a profile of its own that is gone afterwards, and poppler for pictures of pages.
package enum LibreOffice {
    /// Why there is no result.
    package enum Failure: Error, Equatable {
        /// No other program may be started.
        case notAllowed
        /// The program of this name was not found.
        case notInstalled(String)
        /// The program of this name ended without a result.
        case failed(String)
        case interrupted
        /// It took longer than so many seconds.
        case timedOut(Int)
        /// The result has more than so many bytes.
        case tooLarge(Int)
        /// The folder for temporary files cannot be written to.
        case noFolder(String)
        case notStarted(program: String, reason: String)
    }

    /// What LibreOffice is to make.
    private struct Target {
        var filter: String
        var pathExtension: String
        /// Variables by which it finds the fonts of the user, as `NAME=value`.
        var fonts: [String] = []

        static let docx = Target(filter: "docx:MS Word 2007 XML", pathExtension: "docx")

        static func pdf(_ fonts: [String]) -> Target {
            Target(filter: "pdf:writer_pdf_Export", pathExtension: "pdf", fonts: fonts)
        }
    }

    /// The folder of one conversion, which is gone at its end.
    private struct Work {
        var folder: String
        var output: String
    }

    /// Where it usually is when the folders of the user have none.
    package static let usualPlaces = [
        "/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice", "/opt/homebrew/bin/soffice", "/snap/bin/libreoffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ]

    /// The program.
    ///
    /// - Parameters:
    ///   - folders: Where to look first.
    ///   - places: Where to look then.
    package static func find(in folders: [String], places: [String] = usualPlaces) -> String? {
        let candidates = folders.flatMap { ["\($0)/soffice", "\($0)/libreoffice"] } + places
        return InstalledProgram.first(of: candidates)
    }

    /// One conversion at a time: each takes some hundred megabytes, and ``Interruption`` holds for the whole process.
    private static let turn = Mutex(())

    /// Where poppler usually is.
    package static let popplerPlaces = ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm", "/opt/homebrew/bin/pdftoppm"]

    /// The .docx that LibreOffice makes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - extension: The extension by which LibreOffice knows its format.
    ///   - places: Where to look for the program after the folders of the context.
    package static func docx(
        from bytes: [UInt8],
        extension: String,
        in context: ReaderContext,
        places: [String] = usualPlaces
    ) throws(Failure) -> [UInt8] {
        try convert(bytes, extension: `extension`, to: .docx, in: context, places) { work throws(Failure) in
            try contents(of: work.output, LibreOffice.name, in: context)
        }
    }

    /// The PDF that LibreOffice prints of a .docx.
    ///
    /// - Parameter fonts: Variables of the environment by which fonts are found, as `NAME=value`.
    package static func pdf(
        ofDocx bytes: [UInt8],
        fonts: [String] = [],
        in context: ReaderContext,
        places: [String] = usualPlaces
    ) throws(Failure) -> [UInt8] {
        try convert(bytes, extension: "docx", to: .pdf(fonts), in: context, places) { work throws(Failure) in
            try contents(of: work.output, LibreOffice.name, in: context)
        }
    }

    /// A picture (PNG) of each page of a .docx, as LibreOffice prints it.
    ///
    /// - Parameters:
    ///   - resolution: Points of the picture for an inch of paper.
    ///   - fonts: Variables of the environment by which fonts are found, as `NAME=value`.
    ///   - popplerPlaces: Where to look for poppler, which draws the pages, after the folders of the context.
    package static func pictures(
        ofDocx bytes: [UInt8],
        resolution: Int,
        fonts: [String] = [],
        in context: ReaderContext,
        places: [String] = usualPlaces,
        popplerPlaces: [String] = popplerPlaces
    ) throws(Failure) -> [[UInt8]] {
        guard context.allowsExternalPrograms else { throw .notAllowed }
        let candidates = context.programFolders.map { "\($0)/pdftoppm" } + popplerPlaces
        guard let poppler = InstalledProgram.first(of: candidates) else { throw .notInstalled(popplerName) }
        return try convert(bytes, extension: "docx", to: .pdf(fonts), in: context, places) { work throws(Failure) in
            let start = ProcessStart(
                poppler,
                ["-png", "-r", String(resolution), work.output, "\(work.folder)/out/page"],
                environment: environment(of: work.folder, context),
                in: work.folder
            )
            try run(start, poppler, popplerName, in: context)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(work.folder)/out")) ?? []
            // Poppler writes the numbers of all pages with as many digits.
            let pages = names.filter { $0.hasSuffix(".png") }.sorted()
            guard !pages.isEmpty else { throw .failed(popplerName) }
            var pictures: [[UInt8]] = []
            for page in pages {
                pictures.append(try contents(of: "\(work.folder)/out/\(page)", popplerName, in: context))
            }
            return pictures
        }
    }

    private static let name = "LibreOffice"
    private static let popplerName = "pdftoppm"

    private static func convert<Result: Sendable>(
        _ bytes: [UInt8],
        extension: String,
        to target: Target,
        in context: ReaderContext,
        _ places: [String],
        _ take: (Work) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard context.allowsExternalPrograms else { throw .notAllowed }
        guard let program = find(in: context.programFolders, places: places) else { throw .notInstalled(name) }
        return try turn.withLock { _ throws(Failure) in
            try convert(bytes, extension: `extension`, to: target, by: program, in: context, take)
        }
    }

    private static func convert<Result: Sendable>(
        _ bytes: [UInt8],
        extension: String,
        to target: Target,
        by program: String,
        in context: ReaderContext,
        _ take: (Work) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var template = Array("\(context.temporaryFolder)/qinggao-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw .noFolder(context.temporaryFolder)
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let interruption = Interruption()
        // Last of all, so that a person's Ctrl-C ends this program as ever, but leaves nothing behind.
        defer { interruption.end() }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let input = "\(folder)/draft.\(`extension`)"
        do {
            try prepareProfile(in: folder)
            try Data(bytes).write(to: URL(filePath: input))
        } catch {
            throw .noFolder(context.temporaryFolder)
        }
        let start = ProcessStart(
            program,
            [
                "-env:UserInstallation=file://\(percentEncoded("\(folder)/profile"))", "--headless", "--norestore",
                "--nolockcheck", "--nodefault", "--convert-to", target.filter, "--outdir", "\(folder)/out", input,
            ],
            environment: environment(of: folder, context) + target.fonts,
            in: folder
        )
        try run(start, program, name, in: context)
        return try take(Work(folder: folder, output: "\(folder)/out/draft.\(target.pathExtension)"))
    }

    /// The environment of the user is no business of a converter; its caches go where everything goes.
    private static func environment(of folder: String, _ context: ReaderContext) -> [String] {
        [
            "PATH=\((context.programFolders + ["/usr/bin", "/bin"]).joined(separator: ":"))", "HOME=\(folder)",
            "TMPDIR=\(folder)", "LC_ALL=C.UTF-8",
        ]
    }

    private static func run(
        _ start: ProcessStart,
        _ program: String,
        _ name: String,
        in context: ReaderContext
    ) throws(Failure) {
        let end = GroupedProcess(start).run(within: .seconds(context.limits.externalProgramSeconds)) {
            Interruption.isRequested
        }
        switch end {
        case .exited(0): return
        case .exited, .signalled: throw .failed(name)
        case .timedOut: throw .timedOut(context.limits.externalProgramSeconds)
        case .interrupted: throw .interrupted
        case .notStarted(let reason): throw .notStarted(program: program, reason: reason)
        }
    }

    /// What a program wrote. LibreOffice ends well also when it could not read the file.
    private static func contents(
        of output: String,
        _ name: String,
        in context: ReaderContext
    ) throws(Failure) -> [UInt8] {
        guard isRegular(output) else { throw .failed(name) }
        guard let size = size(of: output), size <= context.limits.inputBytes else {
            throw .tooLarge(context.limits.inputBytes)
        }
        guard let result = FileManager.default.contents(atPath: output), !result.isEmpty else { throw .failed(name) }
        return [UInt8](result)
    }

    /// Makes the profile. Its defaults run signed macros only, but load linked files from the network; here no macro runs,
    /// signed or not, and no link is followed.
    private static func prepareProfile(in folder: String) throws {
        let user = "\(folder)/profile/user"
        try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
        try Data(settings.utf8).write(to: URL(filePath: "\(user)/registrymodifications.xcu"))
    }

    private static let settings: String = {
        func item(_ path: String, _ name: String, _ value: String) -> String {
            """
            <item oor:path="/org.openoffice.Office.\(path)">\
            <prop oor:name="\(name)" oor:op="fuse"><value>\(value)</value></prop></item>\n
            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n
            """
                + item("Common/Security/Scripting", "MacroSecurityLevel", "3")
                + item("Common/Security/Scripting", "DisableMacrosExecution", "true")
                + item("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
                + item("Writer/Content/Update", "Link", "0")
                + "</oor:items>\n"
    }()

    // MARK: - Files

    private static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func size(of path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// A path as it stands in a URL.
    private static func percentEncoded(_ path: String) -> String {
        path.utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "/", "-", "_", ".", "~": text.unicodeScalars.append(scalar)
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
