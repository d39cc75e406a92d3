import Configuration
import ReadKit
import RenderKit
import StageKit
import Testing

@testable import Qinggao

@Suite("The fonts of the machine")
struct InstalledFontsTests {
    private static func entries(_ families: [String]) throws -> [String: InstalledFonts.Entry] {
        let sheet = try StyleLibrary.sheet(.builtIn("gbt9704"))
        let entries = InstalledFonts(families: families).entries(for: sheet)
        return Dictionary(entries.map { ($0.role, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("a font is there by its Chinese and by its English name")
    func names() throws {
        let found = try Self.entries(["FangSong_GB2312", "simsun", "楷体"])
        #expect(found["仿宋"]?.isInstalled == true)
        #expect(found["仿宋"]?.otherNames == ["FangSong_GB2312"])
        #expect(found["宋体"]?.isInstalled == true)
        // 楷体 is another font than 楷体_GB2312.
        #expect(found["楷体"]?.isInstalled == false)
        #expect(found["黑体"]?.isInstalled == false)
        #expect(found["黑体"]?.standIn == nil)
        #expect(found.keys.sorted() == ["仿宋", "宋体", "小标宋", "楷体", "西文", "黑体"].sorted())
    }

    @Test("what stands in is what the sheet names, when the machine has it")
    func standIns() throws {
        var sheet = try StyleLibrary.sheet(.builtIn("gbt9704"))
        let index = try #require(sheet.fonts.firstIndex { $0.role == "小标宋" })
        sheet.fonts[index].fallbacks = ["方正小标宋_GBK", "华文中宋"]
        let found = InstalledFonts(families: ["STZhongsong"]).entries(for: sheet).first { $0.role == "小标宋" }
        #expect(found?.standIn == "华文中宋")
    }

    @Test("every font has a stand-in or none, whatever the machine has", arguments: [true, false])
    func machine(allowsExternal: Bool) throws {
        let context = ReaderContext(allowsExternalPrograms: allowsExternal)
        let fonts = InstalledFonts(environment: ["HOME": "/nonexistent"], in: context)
        let entries = fonts.entries(for: try StyleLibrary.sheet(.builtIn("gbt9704")))
        #expect(entries.count == 6)
        #expect(entries.allSatisfy { !$0.isInstalled || $0.standIn == nil })
    }

    /// A font with the names that are given, and nothing else.
    private static func font(_ names: [(platform: Int, id: Int, text: String)], at start: Int = 0) -> [UInt8] {
        func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
        func four(_ number: Int) -> [UInt8] { two(number >> 16) + two(number & 0xFFFF) }
        var records: [UInt8] = []
        var storage: [UInt8] = []
        for name in names {
            let bytes = name.text.utf16.flatMap { two(Int($0)) }
            records += two(name.platform) + two(1) + two(0x804) + two(name.id) + two(bytes.count) + two(storage.count)
            storage += bytes
        }
        let table = two(0) + two(names.count) + two(6 + records.count) + records + storage
        let head: [UInt8] = [0, 1, 0, 0] + two(1) + two(0) + two(0) + two(0)
        return head + Array("name".utf8) + four(0) + four(start + 28) + four(table.count) + table
    }

    private static func families(_ bytes: [UInt8]) -> [String] {
        FontFile.families { offset, count in
            offset >= 0 && count >= 0 && offset + count <= bytes.count ? Array(bytes[offset..<offset + count]) : nil
        }
    }

    @Test("names of families are read from font files")
    func files() {
        let one = Self.font([(3, 1, "仿宋"), (3, 2, "Regular"), (3, 16, "FangSong"), (1, 1, "xx")])
        #expect(Self.families(one) == ["仿宋", "FangSong"])
        let head = Array("ttcf".utf8) + [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16]
        #expect(Self.families(head + Self.font([(3, 1, "宋体")], at: 16)) == ["宋体"])
    }

    @Test("broken font files have no names")
    func brokenFiles() {
        let whole = Self.font([(3, 1, "仿宋"), (3, 16, "FangSong")])
        for end in whole.indices { #expect(Self.families(Array(whole[..<end])).isEmpty) }
        for index in whole.indices {
            var bytes = whole
            bytes[index] = 0xFF
            #expect(Self.families(bytes).count <= 2)
        }
    }
}
