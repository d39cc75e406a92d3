/// A form of a draft in which a stage must do the same as in the plain one. ``StageTest`` runs every example in each.
///
/// A failure begins with the name of its variant:
///
/// ```text
/// four-byte-openings: missing finding: 2:3-2:4 long-paragraph.found
/// ```
///
/// A test for which a variant cannot hold leaves it out (``StageTest/without(_:because:)``).
public enum HostileVariant: String, Sendable, Hashable, CaseIterable {
    /// Paragraphs of 𠮷 (U+20BB7, four bytes in UTF-8) stand in front of the draft and behind it.
    case fourByteParagraphs = "four-byte-paragraphs"
    /// Paragraphs open with a sentence of 𠮷, so that offsets, characters and UTF-16 units differ before each finding: those
    /// that have sentences, no number, and a letter at their beginning.
    case fourByteOpenings = "four-byte-openings"
    /// Lines end in CR LF.
    case crlf = "crlf"
    /// Lines end in CR.
    case cr = "cr"
    /// The file begins with a byte-order mark. Only a test that reads bytes has this one.
    case byteOrderMark = "byte-order-mark"
    /// Every line begins with two ideographic spaces (U+3000).
    case wideIndentation = "wide-indentation"
    /// Every line begins with two no-break spaces (U+00A0).
    case noBreakIndentation = "no-break-indentation"
    /// Paragraphs with letters that are written with combining marks (NFD) stand in front of the draft and behind it.
    case combiningMarks = "combining-marks"
    /// Paragraphs with emoji that are joined by U+200D stand in front of the draft and behind it.
    case emojiSequences = "emoji-sequences"
    /// The document has no blocks.
    case emptyDocument = "empty-document"
    /// The document has blanks only.
    case blankDocument = "blank-document"
    /// The text that came out is read again, and the stage leaves it alone.
    case readAgain = "read-again"
}
