/// What happened when a template was filled from one row.
public struct FillReport: Sendable, Hashable {
    /// A place that stays as it is in the template, because the row has no value for it.
    public struct Gap: Sendable, Hashable {
        /// Why there is no value.
        public enum Reason: String, Sendable, Hashable {
            /// The row has no field of this name.
            case missing
            /// The field is empty.
            case empty
            /// The value is a list or an object, which is no text.
            case noText
        }

        /// The name.
        public var name: String
        /// Why.
        public var reason: Reason
        /// The part, such as `word/document.xml`.
        public var part: String
        /// The number of the paragraph in the part, from 1; `nil` for a section.
        public var paragraph: Int?
    }

    /// The places without a value, in the order of the document. What repeats counts once.
    public var gaps: [Gap] = []
    /// How many characters were left out that XML cannot hold, by the name of the field.
    public var forbidden: [String: Int] = [:]
}
