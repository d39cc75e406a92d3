public import RenderKit
extension DraftConversion {
    public mutating func render(_ renderer: any PreparedRenderer, into sink: inout some ByteSink) throws {
        _ = try renderer.render(document, into: &sink)
    }
}
extension MergeTemplate {
    package func combine(of file: String, next: () throws -> (Row, MergeManifest.Entry)?, told: (MergeManifest.Entry, Outcome) throws -> Void, into sink: inout some ByteSink) throws {}
}
package import RowReading
