internal import StageKit
internal import SummaryModel

/// Makes a superseded phrase of its entry in a library, or says what is wrong with it.
struct SupersededDecoder {
    private static let keys = ["phrase", "replacement", "since", "note", "except", "safe"]

    private var fields: FieldReader

    init(_ value: ConfigurationValue) { fields = FieldReader(value) }

    /// What is wrong with the entry.
    var problems: [ConfigurationProblem] { fields.problems }

    /// The phrase; `nil` when the entry is broken.
    mutating func phrase() -> SupersededPhrase? {
        let value = fields.value
        guard value.entries != nil else {
            fields.report(.wrongType(of: "superseded", wanted: FieldReader.mapping, found: value))
            return nil
        }
        fields.checkKeys(Self.keys, of: LocalizedText(zh: "过时用语键", en: "key of a superseded phrase"))
        let phrase = SupersededPhrase(
            text: fields.text("phrase") ?? "",
            replacement: fields.text("replacement"),
            since: fields.date("since"),
            note: fields.text("note"),
            exceptions: fields.texts("except"),
            isSafe: fields.flag("safe"),
            place: value["phrase"]?.place ?? value.place
        )
        if value["phrase"] == nil {
            fields.refuse(value.place, zh: "过时用语缺少“phrase”，请加上", en: "a superseded phrase lacks 'phrase'; add it")
        } else if phrase.text.unicodeScalars.count == 1 {
            fields.refuse(
                phrase.place,
                zh: "过时用语“\(phrase.text)”只有一个字，请写完整",
                en: "the superseded phrase '\(phrase.text)' is one character only; write a longer one"
            )
        }
        if value["replacement"] == nil, value["note"] == nil {
            fields.refuse(
                phrase.place,
                zh: "过时用语“\(phrase.text)”既没有“replacement”也没有“note”，请写明改成什么",
                en: "the superseded phrase '\(phrase.text)' has neither 'replacement' nor 'note'; say what to write"
            )
        }
        if phrase.isSafe, phrase.replacement == nil, let safe = value["safe"] {
            fields.refuse(
                safe.place,
                zh: "“\(phrase.text)”没有“replacement”，不能标为 safe",
                en: "'\(phrase.text)' has no 'replacement' and cannot be safe"
            )
        }
        for exception in phrase.exceptions where !Array(exception.unicodeScalars)[...].holds(phrase.text) {
            fields.refuse(
                value["except"]?.place ?? phrase.place,
                zh: "例外“\(exception)”中没有“\(phrase.text)”，请改正",
                en: "the exception '\(exception)' does not hold '\(phrase.text)'; correct it"
            )
        }
        return fields.problems.isEmpty ? phrase : nil
    }
}
