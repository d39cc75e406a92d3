/// A gap of the draft that is still open: an `X` or `××` where a figure or a name belongs.
public struct Placeholder: Sendable, Hashable, Codable {
    /// What belongs into a gap.
    public struct Kind: RawRepresentable, Sendable, Hashable, Codable {
        /// The stable name of the kind.
        public let rawValue: String

        /// Creates a kind with a stable name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A number of things or events.
        public static let count = Kind(rawValue: "count")
        /// A number of people.
        public static let personCount = Kind(rawValue: "person_count")
        /// A sum of money.
        public static let amount = Kind(rawValue: "amount")
        /// A percentage.
        public static let percent = Kind(rawValue: "percent")
        /// Points in a rating.
        public static let score = Kind(rawValue: "score")
        /// The month of a date.
        public static let dateMonth = Kind(rawValue: "date_month")
        /// The day of a date.
        public static let dateDay = Kind(rawValue: "date_day")
        /// A number in an order, such as a session or a year.
        public static let ordinalNumber = Kind(rawValue: "ordinal_number")
        /// A place.
        public static let place = Kind(rawValue: "place")
        /// An organisation.
        public static let organization = Kind(rawValue: "org")
        /// A line of business: the X of X工作 and X事业.
        public static let sector = Kind(rawValue: "sector")
        /// A brand or the name of a system.
        public static let brand = Kind(rawValue: "brand")
        /// The title of a work.
        public static let workTitle = Kind(rawValue: "work_title")
        /// The name of a fund.
        public static let fundName = Kind(rawValue: "fund_name")
        /// The name of a person or a case.
        public static let personOrCaseName = Kind(rawValue: "person_or_case_name")
        /// Anything else.
        public static let other = Kind(rawValue: "other")
    }

    /// The name under which a value is given; stable against edits elsewhere in the draft.
    public var key: String
    /// What belongs into the gap.
    public var kind: Kind
    /// The sign as written: `X`, `××`, `{{key}}`. Its length carries no meaning.
    public var sign: String

    /// Creates a placeholder.
    public init(key: String, kind: Kind, sign: String) {
        self.key = key
        self.kind = kind
        self.sign = sign
    }
}
