internal import SummaryModel

/// Chooses the language of messages.
enum LanguageChoice {
    /// The language that `--lang` names, else that of the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set, else
    /// English.
    ///
    /// It is needed before the arguments are parsed, since help texts are in one language.
    static func language(arguments: [String], environment: [String: String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count,
                let language = Language(rawValue: arguments[index + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
        }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.lowercased().hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }
}
