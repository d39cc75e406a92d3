internal import SummaryModel

/// A picture in the text of a document, as the text refers to it.
struct EmbeddedPicture {
    /// The relationship to the part with its bytes.
    var relation: String
    /// What it shows.
    var description: String
    /// The size in English metric units.
    var width: Int?
    var height: Int?

    /// The largest side that is believed, some three metres.
    private static let largest = 100_000_000

    /// The picture, when its bytes were taken up under a name.
    func taken(as media: String) -> Picture {
        func side(_ side: Int?) -> Int? { side.flatMap { (1...Self.largest).contains($0) ? $0 : nil } }
        return Picture(media: media, alternativeText: description, width: side(width), height: side(height))
    }
}
