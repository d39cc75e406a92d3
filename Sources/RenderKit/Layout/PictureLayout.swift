package import SummaryModel

/// How large a picture is set: as it was given, or as its file says, and never larger than its room.
package struct PictureLayout: Sendable, Hashable {
    /// The size in English metric units (914,400 to the inch).
    package let width: Int
    package let height: Int

    /// How many English metric units a twip has.
    package static let unitsPerTwip = 635

    /// Measures a picture.
    ///
    /// - Parameters:
    ///   - header: What its file says.
    ///   - room: The largest size.
    package init(_ picture: Picture, _ header: Media.Header, in room: (width: Length, height: Length)) {
        let natural = (width: Double(header.naturalWidth), height: Double(header.naturalHeight))
        var size: (width: Double, height: Double)
        switch (picture.width.map(Double.init), picture.height.map(Double.init)) {
        case (let width?, let height?) where width > 0 && height > 0: size = (width, height)
        case (let width?, _) where width > 0: size = (width, natural.height * width / natural.width)
        case (_, let height?) where height > 0: size = (natural.width * height / natural.height, height)
        default: size = natural
        }
        let most = (
            width: Double(room.width.twips * Self.unitsPerTwip), height: Double(room.height.twips * Self.unitsPerTwip)
        )
        let scale = min(1, most.width / size.width, most.height / size.height)
        width = max(1, Int((size.width * scale).rounded(.down)))
        height = max(1, Int((size.height * scale).rounded(.down)))
    }

    /// The room that one of the pictures of a block has: they share the width of the text, and a caption stands with them.
    package static func room(for count: Int, on page: PageLayout, isLandscape: Bool) -> (width: Length, height: Length)
    {
        let text = isLandscape ? (page.textHeight, page.textWidth) : (page.textWidth, page.textHeight)
        return (
            Length(twips: max(1, text.0.twips / max(1, count))),
            Length(twips: max(1, text.1.twips - 3 * page.linePitch.twips))
        )
    }
}
