/// Configurations that come with the program, for `--config`, `--profile` and `extends`. They are text, read as files are,
/// so that `config print` can name the line of each value; nothing is read until one is named.
enum Presets {
    /// The built-in pipeline, which says nothing: what no configuration says is as it is there.
    static let standard = "standard"
    /// The names, in the order in which they are listed.
    static let names = [standard, "draft", "print", "review"]
    /// Those that serve as profiles where a configuration has none of the name.
    static let profiles = ["draft", "print", "review"]

    /// The name of a preset as the file of its values.
    static func file(_ name: String) -> String { "preset \(name)" }

    /// The text of a preset; `nil` for one that there is not.
    static func text(_ name: String) -> String? {
        switch name {
        case standard: "version: 1\n"
        case "draft": draft
        case "print": print
        case "review": review
        default: nil
        }
    }

    /// For the desk: gaps are marked, and everything is reported and left for the author to correct.
    private static let draft = """
        version: 1
        extends: standard
        options:
          placeholders: { unresolved: highlight }
          proofreading: { mode: report }
        outputs: [docx]
        """

    /// For the printer: a gap is an error, and numbers are looked at even where the file switches that off.
    private static let print = """
        version: 1
        extends: standard
        options:
          numbering: { enabled: true }
          placeholders: { enabled: true, unresolved: error }
        """

    /// For the second reader: what is only a note otherwise is a warning, and there is a Markdown file to comment in.
    private static let review = """
        version: 1
        extends: standard
        options:
          placeholders: { unresolved: highlight }
          proofreading:
            mode: report
            sentence-limit: 120
            rules:
              de-particle: warning
              repeated-sentence: warning
              long-sentence: warning
              title-punctuation: warning
              mixed-heading-shape: warning
              inconsistent-quotes: warning
              percent-sum: warning
              date-style: warning
              number-style: warning
              unit: warning
        outputs: [docx, md]
        """
}
