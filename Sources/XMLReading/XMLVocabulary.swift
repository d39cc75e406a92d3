/// The names that a reader of one format knows: elements by their namespace and local name.
///
/// A namespace may have several identifiers, as those of ISO/IEC 29500 transitional and strict. An element is then told by
/// its place in the list of all names, so that no strings are compared where a document has millions of elements.
package struct XMLVocabulary: Sendable {
    /// A namespace with the names that are of interest in it.
    package struct Space: Sendable {
        /// The identifiers of the namespace.
        let identifiers: [StaticString]
        /// The local names with the numbers by which they are told.
        let names: [String: Int]

        /// Creates a namespace.
        package init(_ identifiers: [StaticString], names: [String: Int]) {
            self.identifiers = identifiers
            self.names = names
        }
    }

    let spaces: [Space]

    /// Creates a vocabulary.
    package init(_ spaces: [Space]) { self.spaces = spaces }
}
