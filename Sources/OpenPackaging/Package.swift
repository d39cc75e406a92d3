package import RenderKit

/// An Open Packaging package: parts with content types, and relationships.
///
/// The same parts give the same bytes. `[Content_Types].xml` stands first. The sink may be a pipe.
package struct Package: Sendable {
    private var parts: [PackagePart] = []
    private var relationships: [(source: String, items: [Relationship])] = []

    /// Creates an empty package.
    package init() {}

    /// Adds a part.
    package mutating func add(_ part: PackagePart) { parts.append(part) }

    /// Adds the relationships of the part `source`, which the file of this name holds; of the package itself when it is
    /// empty.
    package mutating func relate(_ source: String, to items: [Relationship]) {
        relationships.append((source, items))
    }

    /// Writes the package.
    ///
    /// - Throws: What `sink` throws, or a ``PackageWritingError``.
    package func write(to sink: inout some ByteSink) throws {
        var writer = PackageWriter()
        let types = parts.compactMap { part in part.contentType.map { (name: part.name, type: $0) } }
        let deflater = try Deflater(.standard)
        try writer.add(.contentTypes(types, by: deflater), to: &sink)
        for (source, items) in relationships {
            try writer.add(.relationships(of: source, items, by: deflater), to: &sink)
        }
        for part in parts { try writer.add(part, to: &sink) }
        try writer.finish(to: &sink)
    }

    /// Writes the package.
    ///
    /// - Throws: What `sink` throws, or a ``PackageWritingError``.
    package func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        try withoutActuallyEscaping(sink) { sink in
            var sink = ClosureSink(take: sink)
            try write(to: &sink)
        }
    }
}

/// A sink that hands the bytes on.
private struct ClosureSink: ByteSink {
    let take: (UnsafeRawBufferPointer) throws -> Void

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws { try take(bytes) }
}
