internal import OfficeReading
public import ReadKit

extension DraftFile {
    /// Has drawings (SVG) to which the draft refers made into pictures by `rsvg-convert`, where it is installed and other
    /// programs may be started.
    public mutating func convertDrawings() {
        drawingConverter = { drawing, context in DrawingConverter.png(of: drawing, in: context) }
    }
}
