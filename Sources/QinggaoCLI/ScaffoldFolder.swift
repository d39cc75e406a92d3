internal import Configuration
internal import RenderKit
internal import Scaffolding
internal import SummaryModel

/// A folder in which a stage or a rule is written.
struct ScaffoldFolder {
    /// The path; empty for the current folder.
    private let path: String

    /// Takes a clone of Qinggao.
    ///
    /// - Parameters:
    ///   - folder: The folder; `nil` for the current one.
    ///   - option: The option that names it.
    /// - Throws: ``UsageError`` when it is none.
    init(clone folder: String?, option: String = "--in") throws {
        if folder?.isEmpty == true { throw UsageError(zh: "\(option) 后面是空的", en: "\(option) needs a folder") }
        path = folder == "." ? "" : folder ?? ""
        guard tree.isQinggao else {
            let (zh, en) = folder.map { ("“\($0)”", "'\($0)'") } ?? ("当前目录", "the current folder")
            throw UsageError(
                zh: "\(zh)不是清稿的源代码目录；请用 \(option) 指定",
                en: "\(en) is no clone of Qinggao; name one with \(option)"
            )
        }
    }

    /// Takes a folder that is to be made.
    ///
    /// - Throws: ``UsageError`` when something is there already.
    init(new name: String, in folder: String?) throws {
        if folder?.isEmpty == true { throw UsageError(zh: "--in 后面是空的", en: "--in needs a folder") }
        path = folder.map { $0 + ($0.hasSuffix("/") ? "" : "/") + name } ?? name
        if FileAccess.exists(path) {
            throw UsageError(
                zh: "\(path) 已经存在，不会覆盖；请换一个名称",
                en: "\(path) is there already and is not overwritten; choose another name"
            )
        }
    }

    /// A name of a stage or a rule.
    ///
    /// - Throws: ``UsageError`` when it is none.
    static func name(_ text: String) throws -> ScaffoldName {
        guard let name = ScaffoldName(text) else {
            throw UsageError(
                zh: "名称“\(text)”应为用连字符连接的小写英文单词，如 long-paragraph，至多 \(ScaffoldName.longest) 个字符",
                en: "the name '\(text)' must be lower-case words with hyphens such as long-paragraph, "
                    + "at most \(ScaffoldName.longest) characters"
            )
        }
        return name
    }

    /// The files of the folder.
    var tree: SourceTree {
        SourceTree(
            text: { file in (try? FileContents.read(full(file))).map { String(decoding: $0, as: UTF8.self) } },
            names: { folder in FileContents.names(inFolder: full(folder)) }
        )
    }

    /// A plan, or why there is none.
    func planned(_ plan: () throws -> ScaffoldPlan) throws -> ScaffoldPlan {
        do {
            return try plan()
        } catch let problem as ScaffoldProblem {
            throw UsageError(zh: problem.message.zh, en: problem.message.en)
        }
    }

    /// The way from this folder, which need not be there, to another.
    func path(to other: ScaffoldFolder) -> String {
        let (start, end) = (Self.steps(to: path), Self.steps(to: other.path))
        let shared = zip(start, end).prefix { $0 == $1 }.count
        // Folders that have nothing in common are more likely to keep their places than their distance.
        if shared == 0 { return "/" + end.joined(separator: "/") }
        return (Array(repeating: "..", count: start.count - shared) + end.dropFirst(shared)).joined(separator: "/")
    }

    /// The folders from the root to a path, of which the last ones need not be there.
    private static func steps(to path: String) -> [String] {
        let parent = FileAccess.folder(of: path)
        if FileAccess.exists(path.isEmpty ? "." : path) || parent == path {
            return FileAccess.resolved(path.isEmpty ? "." : path).split(separator: "/").map(String.init)
        }
        return steps(to: parent) + [FileAccess.name(of: path)]
    }

    /// Writes what was planned and says what was done and what to do next.
    ///
    /// - Returns: ``ExitStatus/inputOutput`` when a line has to be added by hand.
    func write(_ plan: ScaffoldPlan, in session: Session) throws -> ExitStatus {
        for file in plan.changedFiles { try FileAccess.checkWritable(full(file.path)) }
        for file in plan.newFiles {
            try FileAccess.makeFolder(FileAccess.folder(of: full(file.path)))
            try write(file)
        }
        for file in plan.changedFiles { try write(file) }
        let say = LocalizedText.init(zh:en:)
        let language = session.language
        var lines = plan.newFiles.map { say("写入 ", "wrote  ")(language) + full($0.path) }
        lines += plan.additions.map { addition in
            let (count, first) = (addition.text.count, addition.text.first { !$0.isEmpty } ?? "")
            let place = count == 1 ? "\(addition.line)" : "\(addition.line)-\(addition.line + count - 1)"
            return say("添加 ", "added  ")(language) + "\(full(addition.path)):\(place): " + first.drop { $0 == " " }
                + (count == 1 ? "" : " …")
        }
        let folder = path.isEmpty ? [] : ["cd \(path)"]
        lines += (folder + plan.nextCommands).map { say("接着 ", "next   ")(language) + $0 }
        try session.printResult(lines.joined(separator: "\n"))
        var file: String?
        for open in plan.openAdditions {
            if open.path != file {
                session.printMessage(Wording.error + Self.unchanged(full(open.path))(language))
                file = open.path
            }
            session.printMessage(open.place(language) + say("：", ":")(language) + "\n" + open.text)
        }
        return plan.openAdditions.isEmpty ? .done : .inputOutput
    }

    private func write(_ file: ScaffoldPlan.File) throws {
        try FileAccess.replace(full(file.path)) { sink in try sink.writeAll(Array(file.text.utf8)) }
    }

    private static func unchanged(_ path: String) -> LocalizedText {
        LocalizedText(
            zh: "\(path) 没有改动，因为其中找不到一处位置；请手工加上下面的内容",
            en: "\(path) was not changed, since a place was not found in it; add this by hand"
        )
    }

    private func full(_ file: String) -> String { path.isEmpty ? file : path + "/" + file }
}
