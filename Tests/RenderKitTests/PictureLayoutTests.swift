import SummaryModel
import Testing

@testable import RenderKit

@Suite("the size of a picture")
struct PictureLayoutTests {
    private func png(_ width: Int, _ height: Int, perMetre density: Int? = nil) -> [UInt8] {
        func number(_ value: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(value >> (8 * $0) & 0xFF) } }
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + number(13) + Array("IHDR".utf8)
        bytes += number(width) + number(height) + [8, 2, 0, 0, 0] + number(0)
        if let density { bytes += number(9) + Array("pHYs".utf8) + number(density) + number(density) + [1] + number(0) }
        return bytes + number(0) + Array("IDAT".utf8) + number(0)
    }

    private func jpeg(_ width: Int, _ height: Int, perInch density: Int) -> [UInt8] {
        let jfif =
            Array("JFIF\0".utf8) + [1, 1, 1, UInt8(density >> 8), UInt8(density & 0xFF), 0, UInt8(density), 0, 0]
        var frame: [UInt8] = [8, UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF), 3]
        frame += [UInt8](repeating: 0, count: 9)
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, UInt8(jfif.count + 2)] + jfif + [0xFF, 0xC0, 0, UInt8(frame.count + 2)]
            + frame
    }

    private let inch = 914_400
    private let room = (width: Length(twips: 8844), height: Length(twips: 10_000))

    @Test func theFileTellsIt() throws {
        let plain = try #require(Media.Header(png(96, 48)))
        #expect(plain.naturalWidth == inch && plain.naturalHeight == inch / 2)
        let dense = try #require(Media.Header(png(300, 150, perMetre: 11_811)))
        #expect(abs(dense.naturalWidth - inch) < 100)
        let photograph = try #require(Media.Header(jpeg(600, 300, perInch: 150)))
        #expect(photograph.format == .jpeg && photograph.width == 600 && photograph.naturalWidth == 4 * inch)
    }

    @Test(arguments: [[], [0x89, 0x50], Array("GIF89a".utf8), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]] as [[UInt8]])
    func whatIsNone(_ bytes: [UInt8]) {
        #expect(Media.Header(bytes) == nil)
        #expect(Media.Header(png(0, 5)) == nil)
    }

    @Test func whatWasGivenGoesFirst() throws {
        let header = try #require(Media.Header(png(200, 100)))
        let wide = PictureLayout(Picture(media: "a", width: inch), header, in: room)
        #expect(wide.width == inch && wide.height == inch / 2)
        let high = PictureLayout(Picture(media: "a", height: inch), header, in: room)
        #expect(high.width == 2 * inch && high.height == inch)
        let both = PictureLayout(Picture(media: "a", width: inch, height: inch), header, in: room)
        #expect(both.width == inch && both.height == inch)
    }

    @Test func itFitsTheText() throws {
        let wide = PictureLayout(Picture(media: "a"), try #require(Media.Header(png(4000, 1000))), in: room)
        #expect(wide.width == 8844 * 635 && abs(wide.height * 4 - wide.width) < 8)
        let high = PictureLayout(Picture(media: "a"), try #require(Media.Header(png(100, 4000))), in: room)
        #expect(high.height == 10_000 * 635)
    }

    @Test func base64() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
            #expect(Base64.bytes(of: Array(Base64.text(of: bytes).utf8)) == bytes)
        }
        #expect(Base64.text(of: Array("青山".utf8)) == "6Z2S5bGx")
        #expect(Base64.bytes(of: Array("6Z2S\n5bGx".utf8)) == Array("青山".utf8))
        for wrong in ["A", "A===", "AB=C", "A*BC"] { #expect(Base64.bytes(of: Array(wrong.utf8)) == nil, "\(wrong)") }
    }
}
