internal import SummaryModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that could not be read or written.
struct FileFailure: Error {
    var message: LocalizedText

    init(_ message: LocalizedText) { self.message = message }

    /// A failure of the system.
    ///
    /// - Parameter code: The value of `errno`.
    static func writing(_ path: String, _ code: Int32) -> FileFailure {
        let target =
            path == "-" ? LocalizedText(zh: "标准输出", en: "standard output") : LocalizedText(zh: " \(path)", en: path)
        return FileFailure(
            LocalizedText(
                zh: "无法写入\(target.zh)：\(reason(code).zh)",
                en: "cannot write \(target.en): \(reason(code).en)"
            )
        )
    }

    /// A folder that could not be looked into.
    ///
    /// - Parameter code: The value of `errno`.
    static func reading(_ path: String, _ code: Int32) -> FileFailure {
        FileFailure(
            LocalizedText(zh: "无法读取 \(path)：\(reason(code).zh)", en: "cannot read \(path): \(reason(code).en)")
        )
    }

    private static func reason(_ code: Int32) -> LocalizedText {
        let system = String(cString: strerror(code))
        let zh =
            switch code {
            case ENOENT: "文件或文件夹不存在"
            case EACCES, EPERM: "没有权限"
            case EISDIR: "这是文件夹"
            case ENOTDIR: "路径中有一项不是文件夹"
            case ENOSPC, EDQUOT: "磁盘空间不足"
            case EFBIG: "文件太大"
            case EROFS: "磁盘只读"
            case EPIPE: "接收方已关闭"
            default: system
            }
        return LocalizedText(zh: zh, en: system)
    }
}
