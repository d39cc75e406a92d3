import SummaryModel
import Testing
@testable import Placeholders

@Suite("Numbers as people write them")
struct QuantityTests {
    @Test(
        "are read exactly",
        arguments: [
            ("12", 12, 0, 0), ("1,200", 1200, 0, 0), ("１２００", 1200, 0, 0), ("1.25万", 125, 2, 4), ("0.5", 5, 1, 0),
            ("3百", 3, 0, 2), ("1 200", 1200, 0, 0), ("十二", 12, 0, 0), ("二十", 20, 0, 0), ("三百零五", 305, 0, 0),
            ("一千二百三十四", 1234, 0, 0), ("二十五万", 25, 0, 4), ("一万二千", 12000, 0, 0), ("三点五", 35, 1, 0), ("二〇二四", 2024, 0, 0),
            ("两亿", 2, 0, 8), ("1.2万亿", 12, 1, 12),
        ]
    )
    func read(_ text: String, _ mantissa: Int, _ scale: Int, _ power: Int) throws {
        let found = try #require(Quantity.read(Array(text.unicodeScalars)[...]))
        #expect(found.quantity == Quantity(mantissa: mantissa, scale: scale, power: power))
        #expect(found.rest.isEmpty)
    }

    @Test("are not guessed", arguments: ["近百", "若干", "一百二", "三四", "", "abc", "12345678901234567890", "百"])
    func noNumber(_ text: String) {
        let found = Quantity.read(Array(text.unicodeScalars)[...])
        #expect(found == nil || found?.rest.isEmpty == false)
    }

    @Test(
        "are written in Han characters and read back",
        arguments: [
            0, 1, 10, 11, 20, 100, 101, 110, 305, 1000, 1005, 1050, 1234, 10_001, 10_010, 10_100, 100_000, 12_345_678,
        ]
    )
    func han(_ number: Int) throws {
        let text = Quantity(mantissa: number, scale: 0).han
        let found = try #require(Quantity.read(Array(text.unicodeScalars)[...]))
        #expect(found.quantity.converted(to: 0)?.mantissa == number, "\(text)")
        #expect(found.rest.isEmpty)
    }

    @Test(
        "in words",
        arguments: [(10, "十"), (15, "十五"), (110, "一百一十"), (10_010, "一万零一十"), (120_000, "十二万"), (1005, "一千零五")]
    )
    func words(_ number: Int, _ text: String) {
        #expect(Quantity(mantissa: number, scale: 0).han == text)
    }

    @Test("with commas or without", arguments: [(1234, "1,234"), (999, "999"), (1_234_567, "1,234,567")])
    func grouped(_ number: Int, _ text: String) {
        #expect(Quantity(mantissa: number, scale: 0).arabic(isGrouped: true) == text)
        #expect(Quantity(mantissa: number, scale: 0).arabic(isGrouped: false) == String(number))
    }
}
