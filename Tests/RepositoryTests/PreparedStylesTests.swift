import Configuration
import Foundation
import Qinggao
import RenderKit
import StageKit
import SummaryModel
import Testing

/// The style sheets are prepared as source, which must say what their files say.
@Suite("The prepared style sheets")
struct PreparedStylesTests {
    /// The sheet as its file says.
    private static func decoded(_ name: String) throws -> StyleSheet {
        let place = ConfigurationPlace(file: "Styles")
        let path = Repository.root.appendingPathComponent("Styles/\(name).yaml").path
        return try StyleLibrary.sheet(.file(path: path, name: .init(name, place: place)))
    }

    @Test("the source is what the files say")
    func source() throws {
        let sheets = try StyleLibrary.names.map(Self.decoded)
        try Repository.check("Sources/Qinggao/PreparedStyles.swift", is: StyleSheetSource(sheets).text)
    }

    @Test("a prepared sheet is the same as one that is decoded", arguments: StyleLibrary.names)
    func sheet(name: String) throws {
        #expect(try StyleLibrary.sheet(.builtIn(name)) == Self.decoded(name))
    }
}
