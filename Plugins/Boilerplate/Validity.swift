/// The days on which a snippet may be used, both included. Dates are `YYYY-MM-DD`, which sort as they follow each other.
struct Validity {
    /// How a day lies to the validity.
    enum Verdict {
        case valid, notYet, expired
    }

    var from: String?
    var until: String?

    /// How `date` lies to it.
    func verdict(on date: String) -> Verdict {
        if let from, date.utf8.lexicographicallyPrecedes(from.utf8) { return .notYet }
        if let until, until.utf8.lexicographicallyPrecedes(date.utf8) { return .expired }
        return .valid
    }
}
