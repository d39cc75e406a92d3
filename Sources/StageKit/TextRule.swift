public import SummaryModel

/// A rule that looks at the text of one block at a time, for a ``RuleStage``.
///
/// It finds nothing in what its safe corrections produce, and takes time linear in the length of the text.
///
/// ```swift
/// enum HalfWidthColon: TextRule {
///     static let name = "half-width-colon"
///     static let summary = LocalizedText(zh: "半角冒号", en: "A colon of half width.")
///     static let level = RuleLevel.warning
///
///     static func findings(in text: BlockText, of block: Block) -> [Finding] {
///         text.places(of: ":").map { Finding($0, message, replacement: "：", isSafe: true) }
///     }
///
///     private static let message = LocalizedText(zh: "冒号应为全角", en: "the colon should have full width")
/// }
/// ```
public protocol TextRule: Rule {
    /// What is wrong in a text. Blocks that hold no prose (residue, formulas, page numbers, contents) are left out.
    ///
    /// - Parameters:
    ///   - text: The text as one row of characters; ``BlockText/passages`` are the parts that belong together.
    ///   - block: The block, which says what the text is.
    static func findings(in text: BlockText, of block: Block) -> [Finding]
}
