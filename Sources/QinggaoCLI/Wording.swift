internal import ArgumentParser
internal import SummaryModel

/// The language of help texts, which the argument library asks for while it parses.
enum Wording {
    @TaskLocal static var language = Language.english

    /// The text in the language of the run.
    static func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)(language) }

    /// What stands before an error.
    static var error: String { error(in: language) }

    /// What stands before an error; other threads do not know the language of the run.
    static func error(in language: Language) -> String {
        LocalizedText(zh: "错误：", en: "error: ")(language)
    }
}

extension ArgumentHelp {
    /// A help text in the language of the run.
    static func text(zh: String, en: String, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: Wording.text(zh: zh, en: en)).named(valueName)
    }

    private func named(_ name: String?) -> ArgumentHelp {
        var help = self
        help.valueName = name
        return help
    }
}
