internal import SummaryModel

/// What is said about templates.
enum TemplateWording {
    static func stray(_ mark: String, _ part: String, _ paragraph: Int, isSplit: Bool) -> Diagnostic {
        let place = LocalizedText(
            zh: "部件 \(part) 第 \(paragraph) 段",
            en: "part \(part), paragraph \(paragraph)"
        )
        let message =
            isSplit
            ? LocalizedText(
                zh: "\(place.zh)的“\(mark)”与其结束标记不在同一个超链接、修订或字段内；请把两个标记放到同一层",
                en: "\(place.en): \(mark) and its end are not in the same link, revision or field; put both in one"
            )
            : LocalizedText(
                zh: "\(place.zh)的“\(mark)”没有配对的标记；两个标记应在同一段、各占一段，或在表格同一行",
                en:
                    "\(place.en): \(mark) has no partner; put both marks in one paragraph, each in its own, or in one row"
            )
        return Diagnostic(id: "template.stray-mark", severity: .warning, message: message)
    }

    static func notUTF8(_ part: String) -> LocalizedText {
        LocalizedText(
            zh: "模板的部件 \(part) 不是 UTF-8；请在 Word 或 WPS 中打开并另存后再试",
            en: "part \(part) of the template is not UTF-8; open it in Word or WPS and save it again"
        )
    }

    static func tooManyRepetitions(_ limit: Int) -> LocalizedText {
        LocalizedText(
            zh: "这一行数据使模板的各节重复超过 \(limit) 次，已停止",
            en: "this row repeats the sections of the template more than \(limit) times and was stopped"
        )
    }

    static func marksOutsideBody(_ part: String) -> LocalizedText {
        LocalizedText(
            zh: "合并为一个文件时，页眉、页脚和注释中不能有 {{…}}（\(part)）；请移到正文，或每行生成一个文件",
            en:
                "in one combined file, headers, footers and notes cannot hold {{…}} (\(part)); move it into the body, or write one file for each row"
        )
    }

    static let noDocument = LocalizedText(
        zh: "这个文件不是 Word 文档（.docx），不能作为模板",
        en: "this file is not a Word document (.docx) and cannot be a template"
    )
    static let macros = LocalizedText(
        zh: "模板含有宏（.docm、.dotm），不能使用；请在 Word 或 WPS 中另存为 .docx",
        en: "the template holds macros (.docm, .dotm) and is not used; save it as .docx in Word or WPS"
    )
    static let noBody = LocalizedText(
        zh: "模板没有正文（w:body），请在 Word 或 WPS 中打开并另存后再试",
        en: "the template has no body (w:body); open it in Word or WPS and save it again"
    )
    static let outOfMemory = LocalizedText(zh: "内存不足", en: "out of memory")
}
