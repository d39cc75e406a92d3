public import Configuration
public import RenderKit
public import StageKit
internal import Styles

/// The style sheets that a name or file can lead to.
public enum StyleLibrary {
    /// The names of the style sheets that are built in, the default first.
    public static let names = BuiltInStyles.names

    /// The style sheet of a configuration, with what it extends resolved.
    ///
    /// - Throws: ``/StageKit/ConfigurationError`` with everything that is wrong with it.
    public static func sheet(_ choice: EffectiveConfiguration.Style) throws(ConfigurationError) -> StyleSheet {
        if case .builtIn(let name) = choice, let sheet = PreparedStyles.sheet(name) { return sheet }
        return try StyleSheetDecoding.decode(try value(choice), name: choice.name, known: names) {
            name throws(ConfigurationError) in try value(named: name)
        }
    }

    /// A built-in sheet as its file has it; `nil` when there is none of this name.
    static func value(named name: String) throws(ConfigurationError) -> ConfigurationValue? {
        guard let bytes = BuiltInStyles.bytes(of: name) else { return nil }
        return try YAMLReader().read(bytes, file: name + ".yaml")
    }

    /// The text of a style sheet as it was written.
    ///
    /// - Throws: ``/StageKit/ConfigurationError`` when its file cannot be read.
    public static func text(_ choice: EffectiveConfiguration.Style) throws(ConfigurationError) -> String {
        let text = String(decoding: try bytes(choice), as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    private static func value(_ choice: EffectiveConfiguration.Style) throws(ConfigurationError) -> ConfigurationValue {
        let file =
            switch choice {
            case .builtIn(let name): name + ".yaml"
            case .file(let path, _): path
            }
        return try YAMLReader().read(try bytes(choice), file: file)
    }

    private static func bytes(_ choice: EffectiveConfiguration.Style) throws(ConfigurationError) -> [UInt8] {
        switch choice {
        case .builtIn(let name):
            return BuiltInStyles.bytes(of: name) ?? []
        case .file(let path, let name):
            do {
                return try FileContents.read(path)
            } catch {
                throw ConfigurationError([ConfigurationProblem(place: name.place, message: error.message(path))])
            }
        }
    }
}
