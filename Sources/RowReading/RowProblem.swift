public import SummaryModel

/// Why one row cannot be used. The rows after it are read all the same unless ``endsReading`` says otherwise.
public struct RowProblem: Error, Sendable, Hashable {
    /// The number of the row in its source, from 0.
    public var number: Int
    /// Where the defect stands; in a workbook the row and the column of the cell.
    public var position: SourcePosition
    /// What is wrong and what to do.
    public var message: LocalizedText
    /// Whether nothing after this place can be read, because the syntax of the file is lost.
    public var endsReading: Bool

    /// Creates a problem.
    public init(number: Int, position: SourcePosition, message: LocalizedText, endsReading: Bool = false) {
        self.number = number
        self.position = position
        self.message = message
        self.endsReading = endsReading
    }
}
