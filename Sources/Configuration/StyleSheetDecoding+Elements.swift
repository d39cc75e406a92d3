internal import RenderKit
internal import StageKit

// The parts of a style sheet that concern the elements of official documents.
extension StyleSheetDecoding {
    /// The value under `key`; `nil` when it is missing or empty, as in a sheet that takes away what the one has that it extends.
    func given(_ key: String, in value: ConfigurationValue) -> ConfigurationValue? {
        value[key].flatMap { $0.content == .null ? nil : $0 }
    }

    mutating func head(_ value: ConfigurationValue) -> HeadStyle? {
        guard checkMapping(value, "head", keys: StyleSheetKeys.head) else { return nil }
        let arrangement = choice("arrangement", in: value, HeadStyle.Arrangement.self)
        let top = length("mark-top", in: value)
        let inset = measure("inset", in: value)
        let rule = given("rule", in: value).flatMap { self.rule($0, "rule") }
        guard let arrangement, let top, let inset else { return nil }
        checkPlace(top, "mark-top", in: value)
        // A rule below a paragraph is at most 31 points away from it (ISO/IEC 29500-1, 17.3.4), and a line has room besides.
        if arrangement == .stacked, let distance = rule?.rule.distance, distance > Length(points: 31),
            let place = given("rule", in: value)?["distance"]?.place
        {
            report(
                place,
                zh: "版头红线的“distance”最大为 31 磅",
                en: "the 'distance' of the rule of a head is at most 31 points"
            )
        }
        return HeadStyle(
            arrangement: arrangement,
            markTop: top,
            rule: rule?.rule,
            ruleLength: rule?.length,
            inset: inset
        )
    }

    mutating func imprint(_ value: ConfigurationValue) -> ImprintStyle? {
        guard checkMapping(value, "imprint", keys: StyleSheetKeys.imprint) else { return nil }
        let outer = thickness("outer-rule", in: value)
        let inner = thickness("inner-rule", in: value)
        let isAtFoot = required("at-foot", in: value).flatMap { flag("at-foot", $0) }
        guard let outer, let inner, let isAtFoot else { return nil }
        return ImprintStyle(outerRule: outer, innerRule: inner, isAtFoot: isAtFoot)
    }

    mutating func contents(_ value: ConfigurationValue) -> ContentsStyle? {
        guard checkMapping(value, "contents", keys: StyleSheetKeys.contents) else { return nil }
        var style = ContentsStyle()
        if let levels = optional("levels", in: value, { $0.integer($1, $2, 1...5) }) { style.levels = levels }
        if let title = optional("title", in: value, { $0.text($1, $2) }) { style.title = title }
        if let place = optional("place", in: value, { $0.choice($1, $2, ContentsStyle.Place.self) }) {
            style.place = place
        }
        style.updatesOnOpening = optional("update", in: value) { $0.flag($1, $2) } ?? false
        return style
    }

    /// A list of kinds, or one of them.
    mutating func leadSentences(_ value: ConfigurationValue) -> Set<LeadSentences> {
        let items = if case .list(let items) = value.content { items } else { [value] }
        return Set(items.compactMap { choice("lead-sentences", $0, LeadSentences.self) })
    }

    /// A list of elements, or one of them.
    mutating func expectedElements(_ value: ConfigurationValue) -> Set<ExpectedElement> {
        let items = if case .list(let items) = value.content { items } else { [value] }
        return Set(items.compactMap { choice("expects", $0, ExpectedElement.self) })
    }

    mutating func firstPage(_ value: ConfigurationValue) -> FirstPageStyle? {
        guard checkMapping(value, "first-page", keys: StyleSheetKeys.firstPage) else { return nil }
        let hasNumber = required("page-number", in: value).flatMap { flag("page-number", $0) }
        let rule = given("foot-rule", in: value).flatMap { self.rule($0, "foot-rule") }
        guard let hasNumber else { return nil }
        return FirstPageStyle(
            hasPageNumber: hasNumber,
            footRule: rule?.rule,
            footRuleLength: rule?.length ?? .zero
        )
    }

    /// A rule, and its length when that is not the width of the text.
    private mutating func rule(_ value: ConfigurationValue, _ name: String) -> (rule: RuleStyle, length: Length?)? {
        guard checkMapping(value, name, keys: StyleSheetKeys.rule), let thickness = thickness("thickness", in: value),
            let distance = length("distance", in: value)
        else { return nil }
        checkPlace(distance, "distance", in: value)
        let pattern = optional("pattern", in: value) { $0.choice($1, $2, RuleStyle.Pattern.self) } ?? .single
        let colour = optional("colour", in: value) { $0.colour($1, $2) } ?? nil
        let rule = RuleStyle(pattern: pattern, thickness: thickness, colour: colour, distance: distance)
        return (rule, optional("length", in: value) { $0.length($1, $2) })
    }

    /// A thickness: files hold at most 96 eighths of a point (ISO/IEC 29500-1, 17.18.2).
    private mutating func thickness(_ key: String, in value: ConfigurationValue) -> Length? {
        guard let length = length(key, in: value) else { return nil }
        if (Length.zero...Length(points: 12)).contains(length) { return length }
        report(value[key]?.place ?? value.place, zh: "“\(key)”应为 0 到 12 磅", en: "'\(key)' must be from 0 to 12 points")
        return nil
    }

    /// Reports a distance that leaves the largest paper that Word knows, of 22 inches.
    private mutating func checkPlace(_ length: Length, _ key: String, in value: ConfigurationValue) {
        if (0...31_680).contains(length.twips) { return }
        report(
            value[key]?.place ?? value.place,
            zh: "“\(key)”应为 0 到 558.8 毫米",
            en: "'\(key)' must be from 0 to 558.8 millimetres"
        )
    }
}
