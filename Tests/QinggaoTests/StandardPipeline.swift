import Configuration
import Qinggao
import RenderKit
import StageKit

/// Pipelines of the stages that come with the program.
enum StandardPipeline {
    /// Cleanup, numbering (check), placeholders (highlight).
    static let standard = Pipeline(["cleanup", "numbering", "placeholders"].compactMap { make($0) })

    /// The same with numbering (renumber).
    static let renumber = Pipeline(["cleanup", "numbering", "placeholders"].compactMap { make($0, renumbers: true) })

    private static func make(_ name: String, renumbers: Bool = false) -> (any Stage)? {
        let place = ConfigurationPlace(file: "test")
        let mode = ConfigurationValue(
            .mapping([.init(key: "mode", keyPlace: place, value: ConfigurationValue(.string("renumber"), place: place))]
            ),
            place: place
        )
        let options = renumbers && name == "numbering" ? mode : nil
        return try? StageCatalog.standard[name]?.makeStage(options: options) { path, place throws(ConfigurationError) in
            throw ConfigurationError([])
        }
    }
}

/// The default style sheet.
enum TestStyle {
    static func sheet() throws -> StyleSheet { try StyleLibrary.sheet(.builtIn("gbt9704")) }
}
