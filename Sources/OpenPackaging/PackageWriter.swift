package import RenderKit

/// Writes the parts of a package one after the other, as a ZIP archive without data descriptors and with a fixed date.
///
/// A part that is complete is written with its head. One that is too large for that is begun, added to piece by piece, and
/// ended: its head, which says how long it is, takes a place in the sink and is filled at the end. For a sink that has no
/// such places the compressed pieces wait in memory.
package struct PackageWriter: ~Copyable {
    private var directory: [UInt8] = []
    private var count = 0
    private var offset = 0
    private var open: OpenPart?

    private struct OpenPart {
        var name: String
        var headSize = 0
        var place: Int?
        var size = 0
        var compressedSize = 0
        var checksum: UInt32 = 0
        var waiting: [DeflatedPiece] = []
    }

    /// Creates a writer; nothing is written yet.
    package init() {}

    /// Writes a part.
    package mutating func add(_ part: PackagePart, to sink: inout some ByteSink) throws {
        try part.entry.append(to: &directory, offset: offset)
        count += 1
        try write(part.entry.localHeader, to: &sink)
        try write(part.compressed, to: &sink)
    }

    /// A part that is written later into its place.
    package struct Reserved: Sendable {
        fileprivate let place: Int
        fileprivate let size: Int
        fileprivate let offset: Int
        fileprivate let directoryIndex: Int
    }

    /// Keeps the place of a part that is known only later; `nil` when the sink cannot do so.
    ///
    /// - Parameter part: A part of the same name and compressed size.
    package mutating func reserve(_ part: PackagePart, to sink: inout some ByteSink) throws -> Reserved? {
        let size = part.entry.localHeader.count + part.compressed.count
        guard let place = try sink.reserve(size) else { return nil }
        defer { offset += size }
        return Reserved(place: place, size: size, offset: offset, directoryIndex: directory.count)
    }

    /// Writes a part into the place that was kept for it.
    ///
    /// - Throws: What the sink throws, or ``PackageWritingError/changedSize``.
    package mutating func fill(_ reserved: Reserved, with part: PackagePart, to sink: inout some ByteSink) throws {
        let bytes = part.entry.localHeader + part.compressed
        guard bytes.count == reserved.size else { throw PackageWritingError.changedSize }
        try bytes.withUnsafeBytes { try sink.fill(reserved.place, with: $0) }
        var record: [UInt8] = []
        try part.entry.append(to: &record, offset: reserved.offset)
        directory.insert(contentsOf: record, at: reserved.directoryIndex)
        count += 1
    }

    /// Begins a part of which the pieces follow.
    package mutating func begin(_ name: String, to sink: inout some ByteSink) throws {
        var part = OpenPart(name: name)
        part.headSize = try ZipEntry(name: name, checksum: 0, compressedSize: 0, size: 0).localHeader.count
        part.place = try sink.reserve(part.headSize)
        open = part
    }

    /// Writes the next piece of the part that was begun.
    package mutating func add(_ piece: DeflatedPiece, to sink: inout some ByteSink) throws {
        guard var part = open.take() else { return }
        part.checksum = DeflatedPiece.joined(part.checksum, piece.checksum, size: piece.size)
        part.size += piece.size
        part.compressedSize += piece.blocks.count
        if part.place != nil {
            try piece.blocks.withUnsafeBytes { try sink.write($0) }
        } else {
            part.waiting.append(piece)
        }
        open = part
    }

    /// Ends the part that was begun.
    package mutating func end(to sink: inout some ByteSink) throws {
        guard var part = open.take() else { return }
        part.compressedSize += DeflatedPiece.end.count
        let entry = try ZipEntry(
            name: part.name,
            checksum: part.checksum,
            compressedSize: part.compressedSize,
            size: part.size
        )
        try entry.append(to: &directory, offset: offset)
        count += 1
        if let place = part.place {
            try DeflatedPiece.end.withUnsafeBytes { try sink.write($0) }
            try entry.localHeader.withUnsafeBytes { try sink.fill(place, with: $0) }
            offset += part.headSize + part.compressedSize
        } else {
            try write(entry.localHeader, to: &sink)
            for piece in part.waiting { try write(piece.blocks, to: &sink) }
            try write(DeflatedPiece.end, to: &sink)
        }
    }

    /// Writes the directory, after which nothing may follow.
    package consuming func finish(to sink: inout some ByteSink) throws {
        let end = try ZipEntry.directoryEnd(count: count, size: directory.count, offset: offset)
        try (directory + end).withUnsafeBytes { try sink.write($0) }
    }

    private mutating func write(_ bytes: [UInt8], to sink: inout some ByteSink) throws {
        try bytes.withUnsafeBytes { try sink.write($0) }
        offset += bytes.count
    }
}
