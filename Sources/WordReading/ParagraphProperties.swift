internal import ReadKit

/// What the properties of a paragraph say, or those of a style (ISO/IEC 29500-1, 17.3.1); `nil` where they say nothing.
struct ParagraphProperties {
    /// The place of the paragraph between the margins.
    enum Alignment {
        case start, centre, end

        /// The alignment that `w:jc` names (17.18.44).
        init(_ name: String?) {
            switch name {
            case "center": self = .centre
            case "right", "end": self = .end
            default: self = .start
            }
        }

        /// What it says about a line.
        var trait: LineTraits.Alignment? {
            switch self {
            case .start: nil
            case .centre: .centre
            case .end: .end
            }
        }
    }

    /// The style.
    var style: String?
    /// The outline level from 0; 9 for body text.
    var outlineLevel: Int?
    var alignment: Alignment?
    /// The list; `0` takes the paragraph out of any.
    var number: String?
    /// The level in the list, from 0.
    var numberLevel: Int?
    var startsPage: Bool?
    /// Whether the mark at the end of the paragraph is deleted.
    var isMarkDeleted = false

    /// Takes from `base` what these properties do not say themselves.
    func over(_ base: ParagraphProperties) -> ParagraphProperties {
        var result = self
        result.outlineLevel = outlineLevel ?? base.outlineLevel
        result.alignment = alignment ?? base.alignment
        result.number = number ?? base.number
        result.numberLevel = numberLevel ?? base.numberLevel
        result.startsPage = startsPage ?? base.startsPage
        return result
    }

    /// Takes over what one element in `w:pPr` says.
    mutating func read(_ xml: WordXML, _ place: WordXML.Place) throws(WordFileError) {
        switch place.element {
        case .pStyle: style = xml.value
        case .outlineLvl: outlineLevel = xml.number
        case .jc: alignment = Alignment(xml.value)
        case .pageBreakBefore: startsPage = xml.isOn
        case .numPr:
            while let child = try xml.child(of: place) {
                switch child.element {
                case .numId: number = xml.value
                case .ilvl: numberLevel = xml.number
                default: break
                }
            }
        case .rPr:
            while let child = try xml.child(of: place) {
                if child.element == .del || child.element == .moveFrom { isMarkDeleted = true }
            }
        default: break
        }
    }
}
