/// The formats that can be read: a value that is passed in, never a global registry.
public struct ReaderCatalog: Sendable {
    /// The reader types, in the order in which they were added.
    public private(set) var readers: [any Reader.Type] = []

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
    public func adding(_ type: any Reader.Type) throws(DuplicateFormat) -> ReaderCatalog {
        guard !readers.contains(where: { $0.format == type.format }) else {
            throw DuplicateFormat(format: type.format)
        }
        var catalog = self
        catalog.readers.append(type)
        return catalog
    }

    /// Reads `file` by the reader that is surest of it; of several that are equally sure, by the first.
    ///
    /// - Throws: ``DraftError`` when no reader knows the format, or the one that does cannot read the file.
    public func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        var best: (type: any Reader.Type, recognition: Recognition)?
        for type in readers {
            let recognition = type.recognition(of: file)
            if recognition > best?.recognition ?? .none { best = (type, recognition) }
            if recognition == .certain { break }
        }
        guard let best else {
            throw DraftError(UnreadableFormat.of(file.bytes)?.refusal ?? DraftError.notText)
        }
        return try best.type.init().read(file, in: context)
    }
}
