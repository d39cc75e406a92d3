internal import SummaryModel

/// A file that is to be read: its bytes, and its name where it has one.
public struct DraftFile: Sendable {
    /// The content.
    public let bytes: [UInt8]
    /// The name, without folders; `nil` for standard input.
    public let name: String?
    /// The beginning of the content as text, for readers that tell their format by it; empty when it is no text.
    public let opening: String

    /// Gives a file that the draft refers to, by its path, which begins at the folder of the draft; `nil` where there is no
    /// such folder.
    public var companion: (@Sendable (_ path: String) -> CompanionFile)?

    /// Makes a PNG of a drawing (SVG) to which the draft refers; `nil` where no program does so.
    public var drawingConverter: (@Sendable (_ drawing: [UInt8], _ context: ReaderContext) -> [UInt8]?)?

    /// How many bytes of the content ``opening`` is made from.
    private static let openingSize = 1 << 16

    /// Creates a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - name: The name or path of the file.
    public init(_ bytes: [UInt8], name: String? = nil) {
        self.bytes = bytes
        self.name = name.map { name in
            name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
        }
        let isText = UnreadableFormat.of(bytes) == nil && !bytes.starts(with: [0x50, 0x4B])
        opening = isText ? TextDecoder().opening(of: bytes, size: Self.openingSize) : ""
    }

    /// The extension in lower case, without the dot; empty when there is none.
    public var pathExtension: String {
        guard let name, let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
