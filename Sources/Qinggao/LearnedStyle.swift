internal import Configuration
internal import DraftReading
public import ReadKit
public import RenderKit
internal import StageKit
internal import StyleLearning
public import SummaryModel
internal import WordprocessingML

/// A style sheet that was learned from a Word file, and what is to be said about it.
public struct LearnedStyle: Sendable {
    /// The name of the built-in sheet that it extends.
    public let base: String
    /// The sheet as YAML, which `--style` takes.
    public let text: String
    /// The sheet.
    public let sheet: StyleSheet
    /// In what it differs from GB/T 9704-2012, and what a sheet cannot say of the sample.
    public let diagnostics: [Diagnostic]
    /// The styles of what the sample does not show; they are those of the base.
    public let notShown: [String]

    /// Learns a sheet from a Word file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - name: The name of the new sheet.
    ///   - readers: The formats that can be read.
    ///   - context: What a reader may do.
    /// - Throws: ``/ReadKit/DraftError`` when the file cannot be read or has no text.
    public init(
        from file: DraftFile,
        name: String,
        by readers: ReaderCatalog = .standard,
        in context: ReaderContext = ReaderContext()
    ) throws {
        let draft = try readers.read(file, in: context)
        let sample = try WordSample(file.bytes, limits: context.limits)
        if sample.isEmpty { throw DraftError.emptySample }
        let document = DraftReader().read(draft).document
        let learner = StyleLearner(
            sample,
            document: document,
            decode: { text in
                let value = try YAMLReader().read(Array(text.utf8), file: name)
                return try StyleSheetDecoding.decode(value, name: name, known: StyleLibrary.names) {
                    name throws(ConfigurationError) in try StyleLibrary.value(named: name)
                }
            },
            render: { sheet in
                var sink = MemorySink()
                let context = RenderContext(application: "", compression: .fast)
                _ = try DocxRenderer().render(document, style: sheet, context: context, into: &sink)
                return sink.bytes
            }
        )
        let sheets = try StyleLibrary.names.map { try StyleLibrary.sheet(.builtIn($0)) }
        let source = file.name.flatMap { $0.split(separator: "/").last.map(String.init) } ?? name
        let summary = LocalizedText(zh: "取自 \(source)", en: "learned from \(source)")
        let result = try learner.learn(extending: sheets, summary: summary) { base in
            ["取自 \(source)，以内置样式 \(base) 为底；没有写出的与它相同。"]
        }
        guard let result else { throw DraftError.emptySample }
        base = result.base
        text = result.text
        var sheet = result.sheet
        sheet.name = name
        self.sheet = sheet
        notShown = result.notShown.map(\.rawValue)
        let rest = result.unreproduced.map { path, value in
            Diagnostic(
                id: Self.unreproduced.id,
                severity: .info,
                message: LocalizedText(
                    zh: "样式文件写不出样本的这一项：\(path)，样本为 \(value)",
                    en: "a style sheet cannot say this of the sample: \(path), which is \(value) there"
                )
            )
        }
        diagnostics = StandardDeviations.of(sheet) + rest
    }

    private static let unreproduced = FindingDescription(
        "style.not-reproduced",
        .info,
        LocalizedText(zh: "样本中样式文件写不出的版式", en: "A look of the sample that a style sheet cannot say.")
    )

    /// What learning may report.
    public static var findings: [FindingDescription] { StandardDeviations.findings + [unreproduced] }
}
