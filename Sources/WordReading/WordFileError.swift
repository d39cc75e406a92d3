package import OpenPackaging
package import ReadKit
internal import SummaryModel
package import XMLReading

/// Why a file is not read as a document of WordprocessingML.
enum WordFileError: Error {
    /// The ZIP archive is damaged or harmful.
    case package(PackageReadingError)
    /// A part is damaged or harmful.
    case xml(part: String, XMLReadingError)
    /// A part that others refer to is missing.
    case missingPart(String)
    /// It is an archive of something else.
    case otherFormat(ArchiveFormat)
    /// It is a document behind a password.
    case encrypted

    /// The error with its message for people.
    var draftError: DraftError {
        DraftError(message)
    }

    private var message: LocalizedText {
        switch self {
        case .package(let error): Self.message(error)
        case .xml(let part, let error): Self.message(part, error)
        case .missingPart(let part):
            LocalizedText(
                zh: "这个 .docx 文件不完整：缺少部件 \(part)；请在 Word 或 WPS 中打开并另存后再试",
                en: "this .docx file is incomplete: \(part) is missing; open it in Word or WPS and save it again"
            )
        case .otherFormat(let format): format.refusal
        case .encrypted:
            LocalizedText(
                zh: "这个文件有密码；请在 Word 或 WPS 中取消密码后再试",
                en: "this file has a password; take the password off in Word or WPS first"
            )
        }
    }

    private static func message(_ part: String, _ error: XMLReadingError) -> LocalizedText {
        switch error {
        case .malformed(let line, let reason):
            LocalizedText(
                zh: "这个 .docx 文件已损坏：部件 \(part) 第 \(line) 行不是正确的 XML（\(reason)）",
                en: "this .docx file is damaged: part \(part), line \(line), is not well-formed XML (\(reason))"
            )
        case .documentType(let line):
            LocalizedText(
                zh: "部件 \(part) 第 \(line) 行有文档类型声明（DOCTYPE），.docx 不允许，可能有害，已拒绝读取",
                en: "part \(part), line \(line), has a DOCTYPE, which a .docx must not have and which may do harm"
            )
        case .tooDeep(let line, let limit):
            LocalizedText(
                zh: "部件 \(part) 第 \(line) 行的元素嵌套超过 \(limit) 层（限制 nesting）",
                en: "part \(part), line \(line), nests elements deeper than \(limit) (limit nesting)"
            )
        case .outOfMemory:
            LocalizedText(zh: "内存不足，无法读取部件 \(part)", en: "out of memory while reading part \(part)")
        }
    }

    private static func message(_ error: PackageReadingError) -> LocalizedText {
        switch error {
        case .notAPackage(let reason):
            LocalizedText(
                zh: "这个文件以 ZIP 开头，但压缩包已损坏或不完整（\(reason)）；请重新获取原文件",
                en: "this file begins like a ZIP archive but is damaged or cut off (\(reason)); get the original again"
            )
        case .damaged(let part, let reason):
            LocalizedText(
                zh: "压缩包中的 \(part) 已损坏（\(reason)）；请重新获取原文件",
                en: "\(part) in the archive is damaged (\(reason)); get the original again"
            )
        case .largerThanDeclared(let part):
            LocalizedText(
                zh: "压缩包中的 \(part) 比其目录所写的大，文件已损坏或有害",
                en: "\(part) in the archive is larger than declared; the file is damaged or harmful"
            )
        case .encrypted(let part):
            LocalizedText(
                zh: "压缩包中的 \(part) 已加密；请先去掉密码",
                en: "\(part) in the archive is encrypted; take the password off first"
            )
        case .unknownCompression(let part):
            LocalizedText(
                zh: "压缩包中的 \(part) 用了 .docx 不允许的压缩方法；请在 Word 或 WPS 中打开并另存后再试",
                en: "\(part) in the archive is compressed as .docx does not allow; save it again in Word or WPS"
            )
        case .suspiciousRatio(let part, let limit):
            LocalizedText(
                zh: "压缩包中的 \(part) 解压后大于压缩前的 \(limit) 倍（限制 zip-ratio），可能是压缩炸弹",
                en: "\(part) in the archive grows more than \(limit) times (limit zip-ratio); it may be a ZIP bomb"
            )
        case .tooLarge(let limit):
            LocalizedText(
                zh: "压缩包解压后超过 \(limit / 1024 / 1024) MB（限制 input）",
                en: "the archive holds more than \(limit / 1024 / 1024) MB (limit input)"
            )
        case .tooManyParts(let limit):
            LocalizedText(
                zh: "压缩包中的文件超过 \(limit) 个，已拒绝读取",
                en: "the archive holds more than \(limit) files and was refused"
            )
        case .unsafeName(let name):
            LocalizedText(
                zh: "压缩包中有指向外部的文件名“\(name)”，可能有害，已拒绝读取",
                en: "the archive holds the name '\(name)', which leads out of it and may do harm"
            )
        case .malformed(let part, let error): message(part, error)
        case .duplicateName(let name):
            LocalizedText(
                zh: "压缩包中有两个名为“\(name)”的文件，已拒绝读取",
                en: "the archive holds two files of the name '\(name)' and was refused"
            )
        }
    }
}

extension DraftError {
    /// What is said of a .docx whose archive is refused.
    package init(_ error: PackageReadingError) { self = WordFileError.package(error).draftError }

    /// What is said of a .docx with a part that is refused.
    package init(part: String, _ error: XMLReadingError) { self = WordFileError.xml(part: part, error).draftError }
}
