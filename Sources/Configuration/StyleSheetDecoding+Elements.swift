internal import RenderKit
internal import StageKit

// The parts of a style sheet that concern the elements of official documents.
extension StyleSheetDecoding {
    /// The value under `key`; `nil` when it is missing or empty, as in a sheet that takes away what the one has that it extends.
    func given(_ key: String, in value: ConfigurationValue) -> ConfigurationValue? {
        value[key].flatMap { $0.content == .null ? nil : $0 }
    }

    mutating func head(_ value: ConfigurationValue) -> HeadStyle? {
        guard checkMapping(value, "head", keys: ["arrangement", "mark-top", "rule", "inset"]) else { return nil }
        let arrangement = choice("arrangement", in: value, HeadStyle.Arrangement.self)
        let top = length("mark-top", in: value)
        let inset = measure("inset", in: value)
        let rule = given("rule", in: value).flatMap { self.rule($0, "rule") }
        guard let arrangement, let top, let inset else { return nil }
        return HeadStyle(
            arrangement: arrangement,
            markTop: top,
            rule: rule?.rule,
            ruleLength: rule?.length,
            inset: inset
        )
    }

    mutating func imprint(_ value: ConfigurationValue) -> ImprintStyle? {
        guard checkMapping(value, "imprint", keys: ["outer-rule", "inner-rule", "at-foot"]) else { return nil }
        let outer = length("outer-rule", in: value)
        let inner = length("inner-rule", in: value)
        let isAtFoot = required("at-foot", in: value).flatMap { flag("at-foot", $0) }
        guard let outer, let inner, let isAtFoot else { return nil }
        return ImprintStyle(outerRule: outer, innerRule: inner, isAtFoot: isAtFoot)
    }

    mutating func firstPage(_ value: ConfigurationValue) -> FirstPageStyle? {
        guard checkMapping(value, "first-page", keys: ["page-number", "foot-rule"]) else { return nil }
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
        let keys = ["pattern", "thickness", "colour", "distance", "length"]
        guard checkMapping(value, name, keys: keys), let thickness = length("thickness", in: value),
            let distance = length("distance", in: value)
        else { return nil }
        let pattern = optional("pattern", in: value) { $0.choice($1, $2, RuleStyle.Pattern.self) } ?? .single
        let colour = optional("colour", in: value) { $0.colour($1, $2) } ?? nil
        let rule = RuleStyle(pattern: pattern, thickness: thickness, colour: colour, distance: distance)
        return (rule, optional("length", in: value) { $0.length($1, $2) })
    }
}
