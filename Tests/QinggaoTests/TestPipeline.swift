import Configuration
import Foundation
import Qinggao
import RenderKit
import StageKit

/// Pipelines of the stages that come with the program, as configurations have them.
enum TestPipeline {
    /// The built-in pipeline.
    static let standard = pipeline("")

    /// Every stage, changing all that it can: numbers anew, a snippet for every place in the text from the title on, the
    /// safe corrections. A line above the title that nothing explains is residue to the reader, so what stands there does
    /// not come back.
    static let everything = pipeline(
        """
        stages:
          - cleanup
          - punctuation
          - numbering: { mode: renumber }
          - boilerplate: { library: library.yaml, insert: [{ tag: text }] }
          - placeholders: { mask: [安溪县, 第一小学] }
          - proofreading: { mode: fix }
        """
    )

    /// A header, a footer, a line above the title and a phrase that is replaced.
    static let furniture = pipeline(
        """
        stages:
          - cleanup
          - boilerplate: { library: library.yaml, insert: [{ tag: page }], replace: true }
          - placeholders
        """
    )

    private static let library = """
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
        """

    /// The pipeline of a configuration file beside `library.yaml`.
    private static func pipeline(_ text: String) -> Pipeline {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qinggao-\(UUID().uuidString)")
        let loader = ConfigurationLoader(
            stages: .standard,
            formats: RendererCatalog.standard.renderers.map { $0.format },
            styles: StyleLibrary.names
        )
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data(library.utf8).write(to: folder.appendingPathComponent("library.yaml"))
            let file = folder.appendingPathComponent("pipeline.yaml").path
            return try loader.load(Array("version: 1\n\(text)".utf8), file: file).pipeline
        } catch {
            // These pipelines are constants that many suites share, and a constant cannot throw. Their text stands above: one
            // that is refused is a mistake in the tests, and no suite that uses it could say anything, so all stop here.
            fatalError("the configuration of the tests is refused: \(error)")
        }
    }
}

/// The default style sheet.
enum TestStyle {
    static func sheet() throws -> StyleSheet { try StyleLibrary.sheet(.builtIn("gbt9704")) }
}
