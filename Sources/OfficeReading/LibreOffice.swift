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

/// LibreOffice as a converter, with a profile of its own that is gone afterwards.
package enum LibreOffice {
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
        return candidates.first { access($0, X_OK) == 0 && isRegular($0, following: true) }
    }

    /// One conversion at a time: each takes some hundred megabytes, and ``Interruption`` holds for the whole process.
    private static let turn = Mutex(())

    /// The .docx that LibreOffice makes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - extension: The extension by which LibreOffice knows its format.
    ///   - places: Where to look for the program after the folders of the context.
    /// - Throws: `DraftError` when that is not allowed, not possible, fails or takes too long.
    package static func docx(
        from bytes: [UInt8],
        extension: String,
        in context: ReaderContext,
        places: [String] = usualPlaces
    ) throws(DraftError) -> [UInt8] {
        guard context.allowsExternalPrograms else { throw DraftError(notAllowed) }
        guard let program = find(in: context.programFolders, places: places) else { throw DraftError(notInstalled) }
        return try turn.withLock { _ throws(DraftError) in
            try convert(bytes, extension: `extension`, by: program, in: context)
        }
    }

    private static func convert(
        _ bytes: [UInt8],
        extension: String,
        by program: String,
        in context: ReaderContext
    ) throws(DraftError) -> [UInt8] {
        var template = Array("\(context.temporaryFolder)/qinggao-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw DraftError(noFolder(context.temporaryFolder))
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let interruption = Interruption()
        // Last of all, so that a person's Ctrl-C ends this program as ever, but leaves nothing behind.
        defer { interruption.end() }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let input = "\(folder)/draft.\(`extension`)"
        let output = "\(folder)/out/draft.docx"
        do {
            try prepareProfile(in: folder)
            try Data(bytes).write(to: URL(filePath: input))
        } catch {
            throw DraftError(noFolder(context.temporaryFolder))
        }
        let start = ProcessStart(
            program,
            [
                "-env:UserInstallation=file://\(percentEncoded("\(folder)/profile"))", "--headless", "--norestore",
                "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "\(folder)/out",
                input,
            ],
            // The environment of the user is no business of a converter; its caches go where everything goes.
            environment: [
                "PATH=\((context.programFolders + ["/usr/bin", "/bin"]).joined(separator: ":"))", "HOME=\(folder)",
                "TMPDIR=\(folder)", "LC_ALL=C.UTF-8",
            ],
            in: folder
        )
        let end = GroupedProcess(start).run(within: .seconds(context.limits.externalProgramSeconds)) {
            Interruption.isRequested
        }
        switch end {
        case .exited(0): break
        case .exited, .signalled: throw DraftError(failed)
        case .timedOut: throw DraftError(timedOut(context.limits.externalProgramSeconds))
        case .interrupted: throw DraftError(interrupted)
        case .notStarted(let reason): throw DraftError(notStarted(program, reason))
        }
        // LibreOffice ends well also when it could not read the file.
        guard isRegular(output, following: false) else { throw DraftError(failed) }
        guard let size = size(of: output), size <= context.limits.inputBytes else {
            throw DraftError(tooLarge(context.limits.inputBytes))
        }
        guard let result = FileManager.default.contents(atPath: output), !result.isEmpty else {
            throw DraftError(failed)
        }
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

    private static func isRegular(_ path: String, following: Bool) -> Bool {
        var status = stat()
        return (following ? stat(path, &status) : lstat(path, &status)) == 0 && status.st_mode & S_IFMT == S_IFREG
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
