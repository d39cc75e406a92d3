/// The number of a heading or point as data: never baked into its text.
public struct NumberLabel: Sendable, Hashable, Codable {
    /// The family of markers that a number belongs to.
    public struct Scheme: RawRepresentable, Sendable, Hashable, Codable {
        /// The stable name of the scheme.
        public let rawValue: String

        /// Creates a scheme with a stable name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// 一、（一）1.（1）and, as practice beyond the standard, ① (GB/T 9704-2012, 7.3.3).
        public static let official = Scheme(rawValue: "official")
        /// 第一部分, 第一编.
        public static let parts = Scheme(rawValue: "parts")
        /// 第一章.
        public static let chapters = Scheme(rawValue: "chapters")
        /// 第一节, below a chapter.
        public static let sections = Scheme(rawValue: "sections")
        /// 第一章, 第一节, 第一条, as one scheme; articles are counted through the whole document.
        public static let articles = Scheme(rawValue: "articles")
        /// 1, 1.1, 1.1.1: the numbers of the parents and the own one.
        public static let decimal = Scheme(rawValue: "decimal")
        /// 一是, 二是.
        public static let isPoints = Scheme(rawValue: "points-shi")
        /// 一要, 二要.
        public static let mustPoints = Scheme(rawValue: "points-yao")
        /// 首先, 其次, 再次, 最后.
        public static let sequencePoints = Scheme(rawValue: "points-sequence")
        /// 第一，第二，.
        public static let ordinalPoints = Scheme(rawValue: "points-ordinal")
        /// 1. or 1) before the items of a list.
        public static let list = Scheme(rawValue: "list")

        /// Whether the markers open points inside the text, rather than stand for levels.
        public var isOfPoints: Bool {
            self == .isPoints || self == .mustPoints || self == .sequencePoints || self == .ordinalPoints
        }
    }

    /// The family of markers.
    public var scheme: Scheme
    /// The level inside the scheme, from 1 (`official`: 1 is 一、, 5 is ①).
    public var level: Int
    /// The number, as written in the draft; of 1.2.3 the last part.
    public var ordinal: Int
    /// The marker as it is to be shown, blanks inside included: 一、 or （三） or 12. or 三是.
    public var marker: String

    /// Creates a label.
    public init(scheme: Scheme, level: Int, ordinal: Int, marker: String) {
        self.scheme = scheme
        self.level = level
        self.ordinal = ordinal
        self.marker = marker
    }
}
