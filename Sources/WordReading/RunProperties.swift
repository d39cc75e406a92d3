/// What the properties of a run say, or those of a style (ISO/IEC 29500-1, 17.3.2); `nil` where they say nothing.
struct RunProperties {
    /// The character style.
    var style: String?
    var isBold: Bool?
    var isHidden: Bool?
    /// The font, for those whose characters are signs.
    var font: String?

    /// Takes over what one element in `w:rPr` says.
    mutating func read(_ xml: WordXML, _ element: WordElement?) {
        switch element {
        case .rStyle: style = xml.value
        case .b: isBold = xml.isOn
        case .vanish: isHidden = xml.isOn
        case .rFonts: font = xml.attribute("ascii") ?? xml.attribute("hAnsi")
        default: break
        }
    }
}
