public import ReadKit
public import RenderKit
internal import StyleLearning

/// A Word file whose styles, page, headers and footers documents take as they are (`--reference`).
public struct ReferenceStyle: Sendable {
    private let file: ReferenceFile

    /// Reads a Word file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - context: What a reader may do.
    /// - Throws: ``/ReadKit/DraftError`` when it is no Word file, damaged or harmful, or holds what cannot be taken.
    public init(_ file: DraftFile, in context: ReaderContext = ReaderContext()) throws(DraftError) {
        self.file = try ReferenceFile(file.bytes, limits: context.limits)
    }

    /// The name of the built-in style sheet by which this program wrote the file; `nil` for other files.
    public var base: String? { file.ownStyle.flatMap { StyleLibrary.names.contains($0) ? $0 : nil } }

    /// A style sheet with the styles of the file in the place of its own. A kind of paragraph takes the style of the file that
    /// has its name; what the file has no style for keeps that of the sheet.
    ///
    /// A .docx that is rendered with it has the styles, settings, theme, page, headers and footers of the file.
    public func sheet(over base: StyleSheet) -> StyleSheet { file.sheet(over: base) }
}
