/// The style sheets that come with the program, as the bytes of their YAML files.
public enum BuiltInStyles {
    /// The names, the default first.
    public static let names = [
        "gbt9704",
        "gbt9704-centred",
        "gbt9704-red-head",
        "gbt9704-letter",
        "gbt9704-order",
        "gbt9704-minutes",
        "enterprise-report",
        "thesis-like",
        "plain",
    ]

    /// The bytes of the style sheet of this name; `nil` when there is none.
    public static func bytes(of name: String) -> [UInt8]? {
        switch name {
        case "gbt9704": PackageResources.gbt9704_yaml
        case "gbt9704-centred": PackageResources.gbt9704_centred_yaml
        case "gbt9704-red-head": PackageResources.gbt9704_red_head_yaml
        case "gbt9704-letter": PackageResources.gbt9704_letter_yaml
        case "gbt9704-order": PackageResources.gbt9704_order_yaml
        case "gbt9704-minutes": PackageResources.gbt9704_minutes_yaml
        case "enterprise-report": PackageResources.enterprise_report_yaml
        case "thesis-like": PackageResources.thesis_like_yaml
        case "plain": PackageResources.plain_yaml
        default: nil
        }
    }
}
