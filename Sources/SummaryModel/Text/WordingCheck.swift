/// The rules for what descriptions say to people.
package enum WordingCheck {
    /// What is wrong with a text, one sentence each: a wording is missing or has blanks around it.
    package static func failures(_ text: LocalizedText, _ what: String) -> [String] {
        Language.allCases.compactMap { language in
            let wording = text(language)
            if wording.isEmpty { return "\(what) has no wording in '\(language.rawValue)'" }
            let ends = [wording.unicodeScalars.first, wording.unicodeScalars.last].compactMap { $0 }
            return ends.contains { $0.properties.isWhitespace }
                ? "\(what) has blanks around its wording in '\(language.rawValue)'" : nil
        }
    }

    /// What is wrong with a summary besides: the Chinese wording has no stop at its end, the English one has.
    package static func failures(ofSummary text: LocalizedText, _ what: String) -> [String] {
        var failures = failures(text, what)
        if text.zh.unicodeScalars.last == "。" { failures.append("\(what) ends with 。 in 'zh'") }
        if let last = text.en.unicodeScalars.last, !".?!".unicodeScalars.contains(last) {
            failures.append("\(what) has no stop at its end in 'en'")
        }
        return failures
    }
}
