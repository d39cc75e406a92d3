import StageKit
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("cleanpu", "cleanup"), ("Cleanup", "cleanup"), ("numberring", "numbering"), ("placeholder", "placeholders"),
        ("boiler-plate", "boilerplate"),
    ])
    func findsWhatWasMeant(name: String, meant: String) {
        #expect(NearestName.of(name, in: ["placeholders", "cleanup", "numbering", "boilerplate"]) == meant)
    }

    @Test(arguments: ["", "x", "signature", "清理"]) func staysSilentWhenNothingIsNear(name: String) {
        #expect(NearestName.of(name, in: ["cleanup", "numbering", "a"]) == nil)
    }

    @Test func tiesGoToTheNameThatSortsFirst() {
        #expect(NearestName.of("modx", in: ["mody", "moda"]) == "moda")
    }

    @Test func nothingIsKnown() { #expect(NearestName.of("cleanup", in: []) == nil) }
}
