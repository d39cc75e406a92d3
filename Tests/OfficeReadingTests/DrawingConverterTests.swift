import ReadKit
import SummaryModel
import Testing

@testable import OfficeReading

@Suite("Drawings become pictures")
struct DrawingConverterTests {
    /// A script that prints the head of a PNG file of 30 to 60 points when it reads a drawing.
    private static let script = #"""
        [ "$1 $2" = "--format=png --zoom=3" ] || exit 2
        case $(cat) in
        "<svg/>") printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\036\000\000\000\074\010\002\000\000\000\000\000\000\000\000\000\000\000IEND\256B\140\202' ;;
        *) exit 1 ;;
        esac
        """#

    @Test("the picture has the size of the drawing")
    func size() throws {
        let folder = try WorkFolder()
        try folder.install("rsvg-convert", Self.script)
        let png = try #require(DrawingConverter.png(of: Array("<svg/>".utf8), in: folder.context, places: []))
        let header = try #require(Media.Header(png))
        #expect(header.width == 30 && header.height == 60)
        // 9,525 units are a point of 96 to the inch; a density is a whole number of points to the metre.
        #expect(abs(header.naturalWidth - 10 * 9525) < 10 && abs(header.naturalHeight - 20 * 9525) < 10)
        // The checksum is that of zlib.
        let density: [UInt8] = [0, 0, 44, 75, 0, 0, 44, 75, 1]
        #expect(Array(png[33..<54]) == [0, 0, 0, 9] + Array("pHYs".utf8) + density + [165, 61, 150, 169])
        #expect(try folder.leftovers().isEmpty)
    }

    @Test("there is none without the program, its success, or leave to start it")
    func none() throws {
        let folder = try WorkFolder()
        let drawing = Array("<svg/>".utf8)
        #expect(DrawingConverter.png(of: drawing, in: folder.context, places: []) == nil)
        try folder.install("rsvg-convert", Self.script)
        #expect(DrawingConverter.png(of: Array("<svg>".utf8), in: folder.context, places: []) == nil)
        var context = folder.context
        context.allowsExternalPrograms = false
        #expect(DrawingConverter.png(of: drawing, in: context, places: []) == nil)
        context = folder.context
        context.limits.pictureBytes = 10
        #expect(DrawingConverter.png(of: drawing, in: context, places: []) == nil)
        #expect(try folder.leftovers().isEmpty)
    }
}
