/// The output formats that there are: a value that is passed in, never a global registry.
public struct RendererCatalog: Sendable {
    /// The renderer types, in the order in which they were added.
    public private(set) var renderers: [any Renderer.Type] = []

    /// Creates an empty catalog.
    public init() {}

    /// A format that is in a catalog already.
    public struct DuplicateFormat: Error, Sendable {
        /// The name of the format.
        public let format: String
    }

    /// The catalog with one more format.
    ///
    /// - Throws: ``DuplicateFormat`` when the format is in it already.
    public func adding(_ type: any Renderer.Type) throws(DuplicateFormat) -> RendererCatalog {
        guard self[type.format] == nil else { throw DuplicateFormat(format: type.format) }
        var catalog = self
        catalog.renderers.append(type)
        return catalog
    }

    /// The renderer of this format.
    public subscript(format: String) -> (any Renderer.Type)? {
        renderers.first { $0.format == format }
    }
}
