import Configuration
import Qinggao
import RenderKit
import StageKit

/// Pipelines of the stages that come with the program.
enum StandardPipeline {
    /// Cleanup, punctuation, numbering (check), placeholders (highlight).
    static let standard = Pipeline(stages.compactMap { make($0) })

    /// The same with numbering (renumber).
    static let renumber = Pipeline(stages.compactMap { make($0, renumbers: true) })

    private static let stages = ["cleanup", "punctuation", "numbering", "placeholders"]

    /// Cleanup, a library with a snippet for every place in the text from the title on, placeholders. A line above the
    /// title that nothing explains is residue to the reader, so what stands there does not come back.
    static let boilerplate = Pipeline(
        [make("cleanup"), library("text"), make("placeholders")].compactMap { $0 }
    )

    /// A library with a header, a footer, a line above the title and a phrase that is replaced.
    static let furniture = Pipeline([make("cleanup"), library("page"), make("placeholders")].compactMap { $0 })

    private static func library(_ tag: String) -> (any Stage)? {
        let options = """
            library:
              snippets:
                mark: { place: before-title, text: 会议材料之三, tags: [page] }
                names: { place: under-title, text: 综合科起草、办公室审核, tags: [text] }
                to: { place: salutation, text: 各有关单位：, tags: [text] }
                guidance: { place: lead-start, text: "{{period}}，{{organ}}认真落实年度工作部署，各项工作有序推进。", tags: [text] }
                opening: { place: lead-end, text: 现将有关工作情况总结如下：, tags: [text] }
                first: { place: section-start, section: 1, text: 本部分按照工作条线分别叙述有关情况。, tags: [text] }
                last: { place: section-end, section: [1], text: 有关台账按月核对，做到账实相符、件件有着落。, tags: [text] }
                closing: { place: closing, text: 特此报告。, tags: [text] }
                list: { place: attachment, text: 附件：全年工作任务完成情况一览表, tags: [text] }
                signature: { place: signature, text: "{{organ}}", tags: [text] }
                date: { place: date, text: "{{y}}年{{m}}月{{d}}日", tags: [text] }
                contact: { place: note, text: "（联系人：{{who}}，电话：{{phone}}）", tags: [text] }
                copies: { place: copies, text: "抄送：{{receivers}}。", tags: [text] }
                header: { place: header, text: "内部资料　{{number}}号", tags: [page] }
                footer: { place: footer, text: 年度材料汇编, tags: [page] }
              superseded:
                - { phrase: 工作, replacement: 任务, safe: true, except: [工作总结] }
            insert: [{ tag: \(tag) }]
            replace: \(tag == "page")
            """
        guard let value = try? YAMLReader().read(Array(options.utf8), file: "test") else { return nil }
        return try? StageCatalog.standard["boilerplate"]?.makeStage(options: value) {
            path,
            place throws(ConfigurationError) in
            throw ConfigurationError([])
        }
    }

    private static func make(_ name: String, renumbers: Bool = false) -> (any Stage)? {
        let place = ConfigurationPlace(file: "test")
        let mode = ConfigurationValue(
            .mapping([.init(key: "mode", keyPlace: place, value: ConfigurationValue(.string("renumber"), place: place))]
            ),
            place: place
        )
        let options = renumbers && name == "numbering" ? mode : nil
        return try? StageCatalog.standard[name]?.makeStage(options: options) { path, place throws(ConfigurationError) in
            throw ConfigurationError([])
        }
    }
}

/// The default style sheet.
enum TestStyle {
    static func sheet() throws -> StyleSheet { try StyleLibrary.sheet(.builtIn("gbt9704")) }
}
