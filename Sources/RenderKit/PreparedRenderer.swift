public import SummaryModel

/// A renderer that has a style sheet and a context, and writes one document after the other.
///
/// What does not depend on the document is made once. The bytes are those that ``Renderer/render(_:style:context:into:)``
/// gives. It may be used by several threads at the same time.
public protocol PreparedRenderer: Sendable {
    /// Writes `document` into `sink`.
    ///
    /// - Returns: What the format could not express.
    /// - Throws: What the sink throws.
    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport

    /// Writes `document` into `sink`; an output that shows what was found in it gets that as well.
    ///
    /// - Returns: What the format could not express.
    /// - Throws: What the sink throws.
    func render(
        _ document: Document,
        findings: [Diagnostic],
        into sink: inout some ByteSink
    ) throws -> RenderReport
}

extension PreparedRenderer {
    /// Shows nothing of what was found.
    public func render(
        _ document: Document,
        findings: [Diagnostic],
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        try render(document, into: &sink)
    }
}

/// A renderer that has nothing to prepare.
struct UnpreparedRenderer<Wrapped: Renderer>: PreparedRenderer {
    let renderer: Wrapped
    let style: StyleSheet
    let context: RenderContext

    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport {
        try renderer.render(document, style: style, context: context, into: &sink)
    }

    func render(
        _ document: Document,
        findings: [Diagnostic],
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        var context = context
        context.findings = findings
        return try renderer.render(document, style: style, context: context, into: &sink)
    }
}
