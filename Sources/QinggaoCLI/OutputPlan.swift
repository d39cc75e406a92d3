internal import Qinggao
internal import SummaryModel

/// Where the outputs of all inputs go, decided before anything is read or written.
struct OutputPlan {
    /// What is written of every input.
    struct Output {
        /// The format.
        var format: String
        /// What stands in the name before the extension.
        var suffix = ""
    }

    /// One output of one input.
    struct Target {
        /// The format.
        var format: String
        /// The path; `-` for standard output.
        var path: String

        /// The path of the first file that is written.
        var firstPath: String {
            path == "-" ? path : PageExport(rawValue: format)?.path(ofPage: 1, in: path) ?? path
        }
    }

    /// The outputs of each input, in the order in which they were asked for.
    var targets: [[Target]] = []

    /// Plans the outputs.
    ///
    /// - Throws: ``UsageError`` for two outputs with one name, an output that is an input, binary output to a terminal;
    ///   ``FileFailure`` for an output that stands there already and was only implied.
    init(
        list: InputList,
        output: String?,
        outputs: [Output],
        report: String?,
        printsReport: Bool,
        force: Bool,
        session: Session
    ) throws {
        let inputs = list.inputs
        if output?.isEmpty == true { throw UsageError(zh: "-o 后面是空的", en: "-o needs a path") }
        let isFolder = output.map { $0 != "-" && ($0.hasSuffix("/") || FileAccess.isFolder($0)) } ?? false
        if let output, !isFolder, inputs.count > 1 || list.isExpanded {
            throw UsageError(
                zh: "有多个输入时，-o 应为以 / 结尾的文件夹，这里是 \(output)",
                en: "several inputs need a folder (ending in /) for -o, not \(output)"
            )
        }
        if let output, !isFolder, outputs.count > 1 {
            throw UsageError(
                zh: "有几份输出时，-o 应为以 / 结尾的文件夹，这里是 \(output)",
                en: "several outputs need a folder (ending in /) for -o, not \(output)"
            )
        }
        if inputs.count(where: { $0.path == "-" }) > 1 {
            throw UsageError(zh: "标准输入（-）只能用一次", en: "standard input (-) can be read once only")
        }
        for input in inputs {
            targets.append(outputs.map { Self.target(for: input, $0, output: output, isFolder: isFolder) })
        }
        try check(
            inputs: inputs.map(\.path),
            isExpanded: list.isExpanded,
            output: output,
            report: report,
            printsReport: printsReport,
            force: force,
            session
        )
        guard isFolder, let output else { return }
        for folder in Set(inputs.map(\.folder)) {
            try FileAccess.makeFolder(output + (output.hasSuffix("/") || folder.isEmpty ? "" : "/") + folder)
        }
    }

    private static func target(for draft: InputList.Input, _ kind: Output, output: String?, isFolder: Bool) -> Target {
        let format = kind.format
        let input = draft.path
        let stem = (input == "-" ? "qinggao" : FileAccess.stem(of: FileAccess.name(of: input))) + kind.suffix
        if let output {
            guard isFolder else { return Target(format: format, path: output) }
            let folder = output + (output.hasSuffix("/") ? "" : "/") + draft.folder
            return Target(format: format, path: folder + "\(stem).\(format)")
        }
        if input == "-" { return Target(format: format, path: "-") }
        let folder = FileAccess.folder(of: input)
        let prefix = folder.isEmpty ? "" : folder.hasSuffix("/") ? folder : folder + "/"
        var path = prefix + "\(stem).\(format)"
        if path == input || FileAccess.isSameFile(path, input) { path = prefix + "\(stem)-清稿.\(format)" }
        return Target(format: format, path: path)
    }

    private func check(
        inputs: [String],
        isExpanded: Bool,
        output: String?,
        report: String?,
        printsReport: Bool,
        force: Bool,
        _ session: Session
    ) throws {
        var seen: [String: String] = [:]
        let names = Set(inputs)
        let files = Set(inputs.compactMap(FileAccess.identity(of:)))
        var paths = zip(inputs, targets).flatMap { input, targets in targets.map { (input, $0.firstPath) } }
        if let report { paths.append(("--report", report)) }
        for (input, path) in paths {
            let key = path == "-" ? path : FileAccess.resolved(path)
            if let other = seen[key] {
                throw UsageError(
                    zh: "\(other) 和 \(input) 会写入同一个文件 \(path)",
                    en: "\(other) and \(input) would both be written to \(path)"
                )
            }
            seen[key] = input
            if inputs.contains("-"), path != "-", FileAccess.isSameFile(path, as: session.input.descriptor) {
                throw UsageError(zh: "输出 \(path) 就是标准输入的文件", en: "the output \(path) is the file of standard input")
            }
            if path != "-", names.contains(path) || FileAccess.identity(of: path).map(files.contains) ?? false {
                // After a first run the documents stand beside the drafts.
                if isExpanded, path != input {
                    throw UsageError(
                        zh: "\(path) 既是输入，又是 \(input) 的输出，可能是上次生成的；请用 -o 指定另一个文件夹，或写明草稿，如 '*.txt'",
                        en:
                            "\(path) is an input, and what \(input) becomes, perhaps by an earlier run; name another folder with -o, or name the drafts, as in '*.txt'"
                    )
                }
                throw UsageError(zh: "输出 \(path) 就是输入文件", en: "the output \(path) is an input")
            }
        }
        for target in targets.joined() {
            if target.path == "-" {
                if printsReport {
                    throw UsageError(
                        zh: "--json 与写到标准输出的文稿不能同时使用",
                        en: "--json cannot be combined with a document on standard output"
                    )
                }
                if target.format == PageExport.png.rawValue {
                    throw UsageError(
                        zh: "png 每页一个文件，不能写到标准输出，请用 -o 指定文件名",
                        en: "png has a file for each page, so it is not written to standard output; name a file with -o"
                    )
                }
                if session.output.isTerminal, ["docx", PageExport.pdf.rawValue].contains(target.format) {
                    throw UsageError(
                        zh: "不能把 \(target.format) 写到终端，请用 -o 指定文件",
                        en: "\(target.format) is not written to a terminal; name a file with -o"
                    )
                }
            } else if output == nil, !force, FileAccess.exists(target.firstPath) {
                throw FileFailure(
                    LocalizedText(
                        zh: "\(target.firstPath) 已存在；用 -o 指定输出，或用 --force 覆盖",
                        en: "\(target.firstPath) exists already; name the output with -o or use --force"
                    )
                )
            }
        }
    }
}
