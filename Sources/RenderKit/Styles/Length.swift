/// A distance on paper, kept in twips (1/20 of a point, 1/1440 of an inch).
public struct Length: Sendable, Hashable, Comparable {
    /// The distance in twips.
    public var twips: Int

    /// Creates a distance of so many twips.
    public init(twips: Int) { self.twips = twips }

    /// Creates a distance in points of 1/72 inch, rounded to whole twips.
    public init(points: Double) { twips = Int((points * 20).rounded()) }

    /// Creates a distance in millimetres, rounded to whole twips.
    public init(millimetres: Double) { twips = Int((millimetres * 1440 / 25.4).rounded()) }

    /// No distance.
    public static let zero = Length(twips: 0)

    /// The distance in points.
    public var points: Double { Double(twips) / 20 }

    /// Whether `lhs` is shorter.
    public static func < (lhs: Length, rhs: Length) -> Bool { lhs.twips < rhs.twips }
}
