import RenderKit
import Testing

@Suite struct MeasureTests {
    @Test(
        "Lengths as people write them",
        arguments: [
            ("37毫米", Measure.absolute(Length(twips: 2098))), ("3.7 cm", .absolute(Length(twips: 2098))),
            ("28.95磅", .absolute(Length(twips: 579))), ("-0.25pt", .absolute(Length(twips: -5))),
            ("2字", .characters(2)),
            ("1.5 行", .lines(1.5)), ("0", .zero),
        ]
    )
    func reads(_ text: String, _ wanted: Measure) { #expect(Measure(text) == wanted) }

    @Test("What is no length", arguments: ["", "2", "字", "2寸", "two pt", "1e9毫米", "--2字", "999999磅", "nan磅"])
    func refuses(_ text: String) { #expect(Measure(text) == nil) }

    @Test func charactersAndLinesDependOnTheText() {
        let size = Length(points: 16)
        let pitch = Length(points: 28.95)
        #expect(Measure.characters(2).length(characterSize: size, linePitch: pitch).twips == 640)
        #expect(Measure.lines(0.5).length(characterSize: size, linePitch: pitch).twips == 290)
    }

    @Test(
        "Type sizes",
        arguments: [("三号", 16.0), ("3号", 16), ("小初", 36), ("五号", 10.5), ("14磅", 14), ("10.5pt", 10.5), ("0号", 42)]
    )
    func sizes(_ text: String, _ points: Double) { #expect(FontSize.size(of: text) == Length(points: points)) }

    @Test("What is no type size", arguments: ["9号", "大号", "-1磅", "1639磅", "0", "2字", ""])
    func noSizes(_ text: String) { #expect(FontSize.size(of: text) == nil) }

    @Test func colours() {
        #expect(Colour("#ff0000")?.hex == "FF0000")
        #expect(Colour("00ff0") == nil)
        #expect(Colour("gggggg") == nil)
    }
}
