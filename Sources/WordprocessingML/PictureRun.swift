internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// A picture in a paragraph, as a run (ISO/IEC 29500-1, 20.4.2.8 and 20.2.2.5).
struct PictureRun {
    let picture: Picture
    let entry: MediaParts.Entry
    let size: PictureLayout
    /// The number that no other picture of the file has, from 1.
    let number: Int

    private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    private static let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    private static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"

    /// Writes the run.
    func write(_ xml: borrowing XMLWriter) {
        let (width, height) = (String(size.width), String(size.height))
        xml.start("w:r")
        xml.start("w:drawing")
        xml.start("wp:inline")
        xml.attribute("xmlns:wp", Self.drawing)
        for side in ["distT", "distB", "distL", "distR"] as [StaticString] { xml.attribute(side, "0") }
        xml.empty("wp:extent", ["cx": width, "cy": height])
        xml.empty("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"])
        properties("wp:docPr", xml)
        xml.element("wp:cNvGraphicFramePr") {
            xml.empty("a:graphicFrameLocks", ["xmlns:a": Self.main, "noChangeAspect": "1"])
        }
        xml.start("a:graphic")
        xml.attribute("xmlns:a", Self.main)
        xml.start("a:graphicData")
        xml.attribute("uri", Self.picture)
        xml.start("pic:pic")
        xml.attribute("xmlns:pic", Self.picture)
        xml.element("pic:nvPicPr") {
            properties("pic:cNvPr", xml)
            xml.element("pic:cNvPicPr") {}
        }
        xml.element("pic:blipFill") {
            xml.empty("a:blip", ["r:embed": entry.relationship])
            xml.element("a:stretch") { xml.element("a:fillRect") {} }
        }
        xml.element("pic:spPr") {
            xml.element("a:xfrm") {
                xml.empty("a:off", ["x": "0", "y": "0"])
                xml.empty("a:ext", ["cx": width, "cy": height])
            }
            xml.start("a:prstGeom")
            xml.attribute("prst", "rect")
            xml.element("a:avLst") {}
            xml.end()
        }
        for _ in 0..<6 { xml.end() }
    }

    private func properties(_ name: StaticString, _ xml: borrowing XMLWriter) {
        xml.start(name)
        xml.attribute("id", String(number))
        xml.attribute("name", "图片 \(number)")
        if !picture.alternativeText.isEmpty { xml.attribute("descr", picture.alternativeText) }
        xml.end()
    }
}
