internal import StageKit
internal import SummaryModel

/// A place of the text that refers to a heading of the same document by its number: 见第二部分, 前述第（三）项,
/// 本文第三部分第（二）点, 详见“二、存在问题”.
struct Reference {
    /// One number of a reference; several stand for a path, the highest first.
    struct Step {
        /// What the number is written as.
        enum Form: Hashable {
            /// 第二部分, 第（三）项, with the word after the number.
            case unit(String, inBrackets: Bool)
            /// A marker as headings have it: 二、 or （三） or 1.
            case marker(String)
            /// Numbers with dots: 1.2, with the word after it or nothing.
            case path(String)
        }

        var form: Form
        /// The numbers: one, or those of a path.
        var numbers: [Int]
        /// Whether they are written in Han characters.
        var isHan: Bool
        /// The step with its brackets and its word.
        var range: Range<Int>
        /// The numeral alone.
        var numeral: Range<Int>
    }

    var block: Int
    var steps: [Step]
    /// The words of the heading that stand after its marker, when they are quoted.
    var words: String = ""

    var range: Range<Int> { steps[0].range.lowerBound..<steps[steps.count - 1].range.upperBound }
}
