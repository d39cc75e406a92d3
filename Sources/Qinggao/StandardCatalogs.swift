internal import Boilerplate
internal import Cleanup
internal import Elements
internal import External
internal import HTMLReading
internal import JSONReading
internal import MarkdownReading
internal import MarkupRenderers
internal import Numbering
internal import OfficeReading
internal import PlainTextReading
internal import Placeholders
internal import Proofreading
internal import Punctuation
public import ReadKit
public import RenderKit
public import StageKit
internal import UnitNames
internal import WordReading
internal import WordprocessingML

extension StageCatalog {
    /// The stages that come with the program.
    public static let standard: StageCatalog = {
        do throws(StageCatalog.DuplicateName) {
            return try StageCatalog()
                .adding(CleanupStage.self)
                .adding(PunctuationStage.self)
                .adding(NumberingStage.self)
                .adding(BoilerplateStage.self)
                .adding(ElementsStage.self)
                .adding(PlaceholdersStage.self)
                .adding(ProofreadingStage.self)
                .adding(UnitNamesStage.self)
                .adding(ExternalStage.self)
        } catch {
            // Two stages of ours with one name: a mistake in this file, which every run of the program would show.
            preconditionFailure("two built-in stages have the name \(error.name)")
        }
    }()
}

extension ReaderCatalog {
    /// The formats that the program reads. Anything may be plain text, so that comes last.
    public static let standard: ReaderCatalog = {
        do throws(ReaderCatalog.DuplicateFormat) {
            return try ReaderCatalog()
                .adding(JSONReader.self)
                .adding(OfficeReader<DocxReader>.self)
                .adding(DocxReader.self)
                .adding(HTMLReader.self)
                .adding(MarkdownReader.self)
                .adding(PlainTextReader.self)
        } catch {
            // Two readers of ours with one name: a mistake in this file, which every run of the program would show.
            preconditionFailure("two built-in readers have the name \(error.format)")
        }
    }()
}

extension RendererCatalog {
    /// The output formats that come with the program, the default first.
    public static let standard: RendererCatalog = {
        do throws(RendererCatalog.DuplicateFormat) {
            return try RendererCatalog()
                .adding(DocxRenderer.self)
                .adding(HTMLRenderer.self)
                .adding(MarkdownRenderer.self)
                .adding(PlainTextRenderer.self)
                .adding(JSONRenderer.self)
        } catch {
            // Two formats of ours with one name: a mistake in this file, which every run of the program would show.
            preconditionFailure("two built-in output formats have the name \(error.format)")
        }
    }()
}
