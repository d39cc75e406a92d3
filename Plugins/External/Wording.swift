internal import ChildProcess
internal import SummaryModel

/// What goes wrong with a program, in words.
enum Wording {
    static func notStarted(_ command: String, _ reason: String) -> LocalizedText {
        LocalizedText(
            zh: "无法启动 \(command)：\(reason)；请检查 command，相对路径从配置文件所在的文件夹算起",
            en:
                "cannot start \(command): \(reason); check 'command': relative paths begin at the folder of the configuration"
        )
    }

    static func ended(_ command: String, _ end: ProcessEnd, _ note: String) -> LocalizedText {
        let end = words(end)
        return LocalizedText(
            zh: "\(command) 没有答复就\(end.zh)" + (note.isEmpty ? "" : "：\(note)"),
            en: "\(command) \(end.en) without an answer" + (note.isEmpty ? "" : ": \(note)")
        )
    }

    static func endedAfterwards(_ command: String, _ end: ProcessEnd, _ note: String) -> LocalizedText {
        let end = words(end)
        return LocalizedText(
            zh: "\(command) 在全部答复之后\(end.zh)" + (note.isEmpty ? "" : "：\(note)"),
            en: "\(command) \(end.en) after its last answer" + (note.isEmpty ? "" : ": \(note)")
        )
    }

    private static func words(_ end: ProcessEnd) -> LocalizedText {
        switch end {
        case .exited(let status): LocalizedText(zh: "以状态 \(status) 退出", en: "ended with status \(status)")
        case .signalled: LocalizedText(zh: "被信号终止", en: "was ended by a signal")
        }
    }

    static func staying(_ command: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 在标准输入关闭后没有结束，已停止；程序读到输入末尾就应退出",
            en: "\(command) did not end when its input was closed and was stopped; it must end with its input"
        )
    }

    static func unwritable(_ command: String) -> LocalizedText {
        LocalizedText(
            zh: "文稿或选项中有 JSON 不能表示的数，没有交给 \(command)",
            en: "the document or the options hold a number that JSON has not; \(command) did not get them"
        )
    }

    static func silent(_ command: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 关闭了标准输出而没有答复，已停止",
            en: "\(command) closed its standard output without an answer and was stopped"
        )
    }

    static func timedOut(_ command: String, _ seconds: Int) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 在 \(seconds) 秒内没有答复，已停止；每次答复要写完一行并清空缓冲，或调大 timeout",
            en:
                "\(command) gave no answer within \(seconds) s and was stopped; it must end and flush each line, or needs a longer 'timeout'"
        )
    }

    static func tooLong(_ command: String, _ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 的答复超过上限（external-reply：\(limit / 1024 / 1024) MB），已停止",
            en:
                "the answer of \(command) is longer than the limit (external-reply: \(limit / 1024 / 1024) MB); it was stopped"
        )
    }

    static func interrupted(_ command: String) -> LocalizedText {
        LocalizedText(zh: "\(command) 被中断", en: "\(command) was interrupted")
    }

    static func system(_ command: String, _ reason: String) -> LocalizedText {
        LocalizedText(zh: "无法与 \(command) 通信：\(reason)", en: "cannot talk to \(command): \(reason)")
    }

    static func notText(_ command: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 的答复不是 UTF-8 文字；标准输出只用于答复",
            en: "the answer of \(command) is no UTF-8; its standard output is for answers only"
        )
    }

    static func otherProtocol(_ command: String, _ name: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 的协议是“\(name)”，本版本只懂 \(Request.protocolName)",
            en: "\(command) speaks '\(name)'; this version speaks \(Request.protocolName) only"
        )
    }

    static func otherMessage(_ command: String, _ name: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 答复了“\(name)”，应为 result 或 error",
            en: "\(command) answered '\(name)'; wanted 'result' or 'error'"
        )
    }

    static func otherNumber(_ command: String, _ found: Int?, _ wanted: Int) -> LocalizedText {
        let number = found.map(String.init) ?? "–"
        return LocalizedText(
            zh: "\(command) 答复的 id 是 \(number)，应为 \(wanted)；每个请求只能答复一行",
            en: "the answer of \(command) has the id \(number), wanted \(wanted); each request has one line of answer"
        )
    }

    static func mayNotChange(_ command: String) -> LocalizedText {
        LocalizedText(
            zh: "\(command) 送回了文稿，但在 hello 中没有声明“changes”",
            en: "\(command) sent a document back, but did not say 'changes' in its hello"
        )
    }

    static func refused(_ command: String, _ reason: LocalizedText) -> LocalizedText {
        LocalizedText(zh: "\(command)：\(reason.zh)", en: "\(command): \(reason.en)")
    }

    /// - Parameter answer: What was answered, of which the beginning is shown.
    static func broken(_ command: String, _ error: any Error, _ answer: [UInt8]) -> LocalizedText {
        let text = String(decoding: answer.prefix(200), as: UTF8.self).unicodeScalars
        let shown = String(String.UnicodeScalarView(text.prefix(40))) + (text.count > 40 ? "…" : "")
        guard let error = error as? DecodingError, let (path, problem) = place(error) else {
            return LocalizedText(
                zh: "\(command) 的答复不是 JSON：“\(shown)”；标准输出只用于答复，其他内容请写到标准错误",
                en:
                    "the answer of \(command) is no JSON: '\(shown)'; its standard output is for answers only, notes go to standard error"
            )
        }
        return LocalizedText(
            zh: "\(command) 的答复有误：“\(path)”\(problem.zh)",
            en: "the answer of \(command) is broken: '\(path)' \(problem.en)"
        )
    }

    /// Where an answer is broken, and how; `nil` when it is no JSON at all.
    private static func place(_ error: DecodingError) -> (String, LocalizedText)? {
        switch error {
        case .keyNotFound(let key, let context):
            return ((context.codingPath + [key]).written, LocalizedText(zh: "缺失", en: "is missing"))
        case .valueNotFound(_, let context), .typeMismatch(_, let context):
            return (context.codingPath.written, LocalizedText(zh: "的类型不对", en: "has a wrong type"))
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return nil }
            return (context.codingPath.written, LocalizedText(zh: "的取值不对", en: "has a value that may not stand there"))
        @unknown default: return nil
        }
    }
}
