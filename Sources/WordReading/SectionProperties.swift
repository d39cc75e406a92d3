/// What the properties of a section say (`w:sectPr`: ISO/IEC 29500-1, 17.6.17).
struct SectionProperties {
    /// Whether the section begins on a new page.
    var startsPage = true
    /// Whether its pages are in landscape.
    var isLandscape = false
    /// The relationships to its headers and footers.
    var furniture: [(relation: String, isHeader: Bool)] = []

    init(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) {
        while let child = try xml.child(of: place) {
            switch child.element {
            case .type: startsPage = xml.value != "continuous" && xml.value != "nextColumn"
            case .pgSz:
                let sides = [xml.attribute("w"), xml.attribute("h")].map { $0.flatMap { Int($0) } ?? 0 }
                isLandscape = sides[0] > sides[1]
            case .headerReference, .footerReference:
                guard let id = xml.attribute(anySpace: "id") else { continue }
                furniture.append((id, child.element == .headerReference))
            default: break
            }
        }
    }
}
