/// The style sheets that come with the program, as the bytes of their YAML files.
public enum BuiltInStyles {
    /// The names, the default first.
    public static let names = ["gbt9704", "gbt9704-centred"]

    /// The bytes of the style sheet of this name; `nil` when there is none.
    public static func bytes(of name: String) -> [UInt8]? {
        switch name {
        case "gbt9704": PackageResources.gbt9704_yaml
        case "gbt9704-centred": PackageResources.gbt9704_centred_yaml
        default: nil
        }
    }
}
