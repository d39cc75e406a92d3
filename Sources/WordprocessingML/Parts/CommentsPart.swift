internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// `word/comments.xml` (ISO/IEC 29500-1, 17.13.4): a comment for each finding, with what was found, and its identity and source.
struct CommentsPart {
    let findings: [Diagnostic]
    let fragments: FormatFragments
    let context: RenderContext

    /// The content type, and the type of the relationship.
    static let type = "comments"
    static let name = "word/comments.xml"
    static let relationship = "rId9"

    /// Writes the styles of comments, which the style sheet says nothing about: they are not printed.
    ///
    /// - Parameter ids: The styles of a reference file that the part has; `nil` for those of a style sheet.
    static func writeStyles(besides ids: Set<String>? = nil, _ xml: borrowing XMLWriter) {
        func start(_ id: String, _ type: String, _ name: String, base: String) {
            xml.start("w:style")
            xml.attribute("w:type", type)
            xml.attribute("w:styleId", id)
            xml.value("w:name", name)
            if ids?.contains(base) ?? true { xml.value("w:basedOn", base) }
            xml.value("w:uiPriority", 99)
        }
        if ids?.contains("CommentText") != true {
            start("CommentText", "paragraph", "annotation text", base: "Normal")
            xml.raw(
                """
                <w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>\
                <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
                """
            )
            xml.end()
        }
        if ids?.contains("CommentReference") != true {
            start("CommentReference", "character", "annotation reference", base: "DefaultParagraphFont")
            xml.raw("<w:rPr><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr>")
            xml.end()
        }
    }

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:comments")
        xml.attribute("xmlns:w", Namespaces.main)
        for (identity, finding) in findings.enumerated() {
            xml.start("w:comment")
            xml.attribute("w:id", String(identity))
            xml.attribute("w:author", "Qinggao")
            if let date = context.date { xml.attribute("w:date", "\(date)T00:00:00Z") }
            xml.attribute("w:initials", "Q")
            paragraph(text(finding.message), isFirst: true, xml)
            paragraph(details(of: finding), isFirst: false, xml)
            xml.end()
        }
        xml.end()
    }

    private func paragraph(_ text: String, isFirst: Bool, _ xml: borrowing XMLWriter) {
        xml.element("w:p") {
            xml.element("w:pPr") { xml.value("w:pStyle", "CommentText") }
            if isFirst {
                xml.raw("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>")
            }
            fragments.write(text, .plain, xml)
        }
    }

    /// A file has the language of its style sheet, whoever writes it.
    private func text(_ text: LocalizedText) -> String {
        fragments.table.sheet.language.hasPrefix("zh") ? text.zh : text.en
    }

    private func details(of finding: Diagnostic) -> String {
        let severity =
            switch finding.severity {
            case .error: LocalizedText(zh: "错误", en: "error")
            case .warning: LocalizedText(zh: "警告", en: "warning")
            case .info: LocalizedText(zh: "提示", en: "note")
            }
        return ([text(severity), finding.id] + [finding.source].compactMap(\.self)).joined(separator: " · ")
    }
}
