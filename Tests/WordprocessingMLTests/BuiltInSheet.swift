import Configuration
import RenderKit
import StageKit
import Styles

/// The style sheets that come with the program, decoded.
enum BuiltInSheet {
    static func named(_ name: String) throws -> StyleSheet {
        func value(_ name: String) throws(ConfigurationError) -> ConfigurationValue? {
            guard let bytes = BuiltInStyles.bytes(of: name) else { return nil }
            return try YAMLReader().read(bytes, file: name)
        }
        guard let sheet = try value(name) else { throw Missing() }
        return try StyleSheetDecoding.decode(sheet, name: name, resolve: value)
    }

    struct Missing: Error {}
}
