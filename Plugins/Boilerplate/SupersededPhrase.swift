internal import StageKit

/// A standing phrase that is used no longer.
struct SupersededPhrase {
    var text: String
    /// What is said today; `nil` when nothing stands in its place.
    var replacement: String?
    /// The day from which the phrase is out of date, `YYYY-MM-DD`; `nil` for always.
    var since: String?
    /// What a person should know.
    var note: String?
    /// Words that hold the phrase and are right.
    var exceptions: [String]
    /// Whether it may be replaced without asking.
    var isSafe: Bool
    /// Where it stands in the library.
    var place: ConfigurationPlace
}
