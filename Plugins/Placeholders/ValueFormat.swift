internal import SummaryModel

/// Tells whether a value belongs into a gap, and writes it as the words around the gap need it.
struct ValueFormat: Sendable {
    /// Whether figures are written in Han characters.
    var usesHan = false
    /// Whether a comma parts every three digits.
    var isGrouped = false

    /// What became of a value.
    enum Outcome: Equatable {
        /// The text to put in.
        case fits(String)
        /// What the value ought to be.
        case refused(LocalizedText)
    }

    /// The words around a gap.
    struct Surroundings {
        /// What stands before it, as far as it matters; gaps in it are filled already.
        var before: Scalars
        /// What stands after it.
        var after: Scalars
    }

    /// Fits a value to a gap.
    ///
    /// A value in 「」 is put in as it is, without a check. Everything else must be of the kind; the unit or the end of a
    /// name that stands after the gap is not written twice.
    func fit(_ text: String, _ kind: Placeholder.Kind, _ around: Surroundings) -> Outcome {
        let value = Array(text.unicodeScalars)[...].trimmed
        if value.count >= 2, value.first == "「", value.last == "」" { return .fits(value.dropFirst().dropLast().string) }
        let after = around.after.drop(while: \.isBlank)
        switch kind {
        case .count, .personCount, .amount, .percent, .score, .dateMonth, .dateDay, .ordinalNumber:
            return FigureFit(format: self, kind: kind, before: around.before, after: after).fit(value)
        case .place, .organization, .personOrCaseName, .sector, .brand, .workTitle, .fundName:
            return name(value, kind, around.before, after)
        default:
            return .fits(value.string)
        }
    }

    private func name(_ value: Scalars, _ kind: Placeholder.Kind, _ before: Scalars, _ after: Scalars) -> Outcome {
        var name = value
        for (open, close) in [("《", "》"), ("“", "”")] where before.ends(with: open) && after.starts(with: close) {
            if name.starts(with: open), name.ends(with: close), name.count > 2 { name = name.dropFirst().dropLast() }
        }
        if let entity = EntityName(kind, after: after), name.count > entity.tail.count,
            name.suffix(entity.tail.count).elementsEqual(entity.tail)
        {
            name = name.dropLast(entity.tail.count)
        }
        switch kind {
        case .place, .organization, .personOrCaseName:
            if name.allSatisfy({ $0.digitValue != nil }) { return .refused(Self.wantedName) }
        default: break
        }
        return .fits(name.string)
    }

    private static let wantedName = LocalizedText(zh: "名称，不能只有数字", en: "a name, not digits alone")
}
