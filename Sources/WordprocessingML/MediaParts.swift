internal import OpenPackaging
internal import SummaryModel

/// The pictures of a file. Documents of one file that have the same share them.
struct MediaParts {
    /// A picture as documents refer to it.
    struct Entry: Sendable {
        /// The identity of the relationship from the main part.
        let relationship: String
        let header: Media.Header
    }

    /// The parts.
    private(set) var parts: [FurnitureParts.Part] = []
    private var known: [[UInt8]: Entry] = [:]
    /// How many pictures the documents have so far; each has a number of its own in the file.
    private(set) var count = 0

    /// Takes the pictures of the next document: by their names there.
    mutating func entries(of document: Document) throws -> [String: Entry] {
        guard !document.media.isEmpty else { return [:] }
        let used = Set(document.blocks.lazy.flatMap { $0.pictures.map(\.media) })
        var entries: [String: Entry] = [:]
        for media in document.media where used.contains(media.name) && entries[media.name] == nil {
            if let entry = known[media.bytes] {
                entries[media.name] = entry
                continue
            }
            let number = parts.count + 1
            let part = try PackagePart(
                name: "word/media/image\(number).\(media.header.format.rawValue)",
                contentType: media.header.format.mediaType,
                storedWhole: media.bytes
            )
            let entry = Entry(relationship: "image\(number)", header: media.header)
            parts.append(FurnitureParts.Part(part, entry.relationship, isLate: true))
            known[media.bytes] = entry
            entries[media.name] = entry
        }
        return entries
    }

    /// Counts the pictures of a document that is written.
    mutating func add(_ document: Document) {
        for index in document.blocks.indices { count += document.blocks[index].pictures.count }
    }
}
