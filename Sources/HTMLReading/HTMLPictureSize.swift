/// The size that a page gives a picture, in English metric units; `nil` where it says none that can be known.
struct HTMLPictureSize {
    private(set) var width: Int?
    private(set) var height: Int?

    /// How many English metric units a unit of CSS has (CSS Values and Units 4, 6.2).
    private static let units: [String: Double] = [
        "": 9_525, "px": 9_525, "pt": 12_700, "mm": 36_000, "cm": 360_000, "in": 914_400,
    ]
    /// The largest side that is believed: some three metres.
    private static let largest = 100_000_000.0

    init(_ attributes: [String: String]) {
        width = attributes["width"].flatMap(Self.length)
        height = attributes["height"].flatMap(Self.length)
        for declaration in attributes["style"]?.lowercased().split(separator: ";") ?? [] {
            let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "width": width = Self.length(parts[1])
            case "height": height = Self.length(parts[1])
            default: break
            }
        }
    }

    private static func length(_ text: String) -> Int? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Double(number), let unit = units[String(text.dropFirst(number.count))], value > 0,
            value * unit < largest
        else { return nil }
        return Int((value * unit).rounded())
    }
}
