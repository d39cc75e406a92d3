/// A relationship of a package or a part to another part (ISO/IEC 29500-2, 6.5).
package struct Relationship: Sendable, Hashable {
    /// The identity, unique in its source.
    package let id: String
    /// The kind of the relationship, a URI.
    package let type: String
    /// The name of the target, relative to the source.
    package let target: String

    /// Creates a relationship.
    package init(id: String, type: String, target: String) {
        self.id = id
        self.type = type
        self.target = target
    }
}
