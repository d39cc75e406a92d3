/// A picture in a document. Its bytes are in ``Document/media``, where several pictures may share them.
public struct Picture: Sendable, Hashable {
    /// The name of the file in ``Document/media``.
    public var media: String
    /// What the picture shows, for those who cannot see it.
    public var alternativeText: String
    /// The width that it was given, in English metric units (914,400 to the inch; ISO/IEC 29500-1, 20.1.2.1); `nil` when
    /// it follows from the height, or from the file.
    public var width: Int?
    /// The height that it was given, in the same units.
    public var height: Int?

    /// Creates a picture.
    public init(media: String, alternativeText: String = "", width: Int? = nil, height: Int? = nil) {
        self.media = media
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
    }
}

extension Picture: Codable {
    private enum Key: String, CodingKey { case media, alternativeText, width, height }

    /// Encodes the picture; what says nothing is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(media, forKey: .media)
        if !alternativeText.isEmpty { try container.encode(alternativeText, forKey: .alternativeText) }
        try container.encodeIfPresent(width, forKey: .width)
        try container.encodeIfPresent(height, forKey: .height)
    }

    /// Decodes a picture.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        media = try container.decode(String.self, forKey: .media)
        alternativeText = try container.decodeIfPresent(String.self, forKey: .alternativeText) ?? ""
        width = try container.decodeIfPresent(Int.self, forKey: .width)
        height = try container.decodeIfPresent(Int.self, forKey: .height)
    }
}
