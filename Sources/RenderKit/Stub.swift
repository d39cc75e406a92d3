public import SummaryModel
public protocol PreparedRenderer: Sendable {
    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport
}
struct Unprepared: PreparedRenderer {
    var renderer: any Renderer; var style: StyleSheet; var context: RenderContext
    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport {
        try renderer.render(document, style: style, context: context, into: &sink)
    }
}
extension Renderer {
    public func prepared(style: StyleSheet, context: RenderContext) throws -> any PreparedRenderer {
        Unprepared(renderer: self, style: style, context: context)
    }
}
