public import SummaryModel

/// One thing that is wrong with a configuration.
public struct ConfigurationProblem: Sendable, Hashable {
    /// Where it stands.
    public var place: ConfigurationPlace
    /// What is wrong and what to do.
    public var message: LocalizedText

    /// Creates a problem.
    public init(place: ConfigurationPlace, message: LocalizedText) {
        self.place = place
        self.message = message
    }

    /// A name that is not known, with the nearest one that is.
    ///
    /// - Parameters:
    ///   - what: What the name should have been, such as “stage”.
    ///   - name: The name as written.
    ///   - known: The names that are known.
    ///   - place: Where the name stands.
    public static func unknownName(
        _ what: LocalizedText,
        _ name: String,
        known: some Sequence<String>,
        at place: ConfigurationPlace
    ) -> ConfigurationProblem {
        let known = Array(known)
        if let nearest = NearestName.of(name, in: known) {
            return ConfigurationProblem(
                place: place,
                message: LocalizedText(
                    zh: "没有名为“\(name)”的\(what.zh)，是不是“\(nearest)”？",
                    en: "unknown \(what.en) '\(name)'; did you mean '\(nearest)'?"
                )
            )
        }
        let list = known.sorted()
        return ConfigurationProblem(
            place: place,
            message: LocalizedText(
                zh: "没有名为“\(name)”的\(what.zh)；可用的有：\(list.joined(separator: "、"))",
                en: "unknown \(what.en) '\(name)'; known: \(list.joined(separator: ", "))"
            )
        )
    }

    /// A value of a wrong type under a key.
    public static func wrongType(
        of name: String,
        wanted: LocalizedText,
        found value: ConfigurationValue
    ) -> ConfigurationProblem {
        wrongType(of: LocalizedText(zh: "“\(name)”", en: "'\(name)'"), wanted: wanted, found: value)
    }

    /// A value of a wrong type for something that has no name.
    public static func wrongType(
        of what: LocalizedText,
        wanted: LocalizedText,
        found value: ConfigurationValue
    ) -> ConfigurationProblem {
        ConfigurationProblem(
            place: value.place,
            message: LocalizedText(
                zh: "\(what.zh)应为\(wanted.zh)，这里是\(value.typeName.zh)",
                en: "\(what.en) must be \(wanted.en), found \(value.typeName.en)"
            )
        )
    }

    /// A number that is not one of those wanted, which says more than its type.
    public static func outOfRange(
        _ entry: ConfigurationValue.Entry,
        wanted: LocalizedText
    ) -> ConfigurationProblem {
        let number = entry.value.text ?? ""
        return ConfigurationProblem(
            place: entry.value.place,
            message: LocalizedText(
                zh: "“\(entry.key)”应为 \(wanted.zh)，这里是 \(number)",
                en: "'\(entry.key)' must be \(wanted.en), found \(number)"
            )
        )
    }
}

/// Everything that is wrong with a configuration, reported at once.
public struct ConfigurationError: Error, Sendable {
    /// The problems, in the order in which they were found; never empty.
    public var problems: [ConfigurationProblem]

    /// Creates an error.
    public init(_ problems: [ConfigurationProblem]) { self.problems = problems }
}
