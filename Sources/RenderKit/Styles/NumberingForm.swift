/// How the numbers of headings get into a document.
public enum NumberingForm: String, Sendable, Hashable, CaseIterable {
    /// As text, which every program shows in the same way.
    case literal
    /// As a multilevel list of the word processor, which counts by itself. What is printed is the same.
    case native
}
