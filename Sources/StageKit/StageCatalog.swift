/// The stages that a pipeline may use: a value that is passed in, never a global registry.
public struct StageCatalog: Sendable {
    /// The definitions, in the order in which they were added.
    public private(set) var definitions: [StageDefinition] = []

    /// Creates an empty catalog.
    public init() {}

    /// A name that is in a catalog already.
    public struct DuplicateName: Error, Sendable {
        /// The name.
        public let name: String
    }

    /// The catalog with one more stage.
    ///
    /// - Throws: ``DuplicateName`` when a stage of this name is in it already.
    public func adding<S: Stage>(_ type: S.Type) throws(DuplicateName) -> StageCatalog {
        guard self[S.name] == nil else { throw DuplicateName(name: S.name) }
        var catalog = self
        catalog.definitions.append(StageDefinition(type))
        return catalog
    }

    /// The definition of the stage of this name.
    public subscript(name: String) -> StageDefinition? {
        definitions.first { $0.name == name }
    }
}
