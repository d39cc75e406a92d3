internal import ChildProcess
package import ReadKit
internal import SummaryModel

/// Makes pictures of drawings (SVG) by `rsvg-convert` of librsvg, which loads nothing that a drawing refers to when it reads
/// from its standard input.
package enum DrawingConverter {
    /// Where the program usually is.
    package static let usualPlaces = [
        "/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert", "/opt/homebrew/bin/rsvg-convert",
    ]

    /// How many points of the picture stand for one of the drawing, of which 96 make an inch (CSS Values 3, 6.2).
    private static let zoom = 3

    /// A drawing as PNG, in its own size; `nil` when the program is not there, must not be started, or fails.
    ///
    /// - Parameters:
    ///   - drawing: The file (SVG).
    ///   - places: Where to look for the program after the folders of the context.
    package static func png(
        of drawing: [UInt8],
        in context: ReaderContext,
        places: [String] = usualPlaces
    ) -> [UInt8]? {
        guard context.allowsExternalPrograms,
            let program = InstalledProgram.first(of: context.programFolders.map { "\($0)/rsvg-convert" } + places)
        else { return nil }
        let start = ProcessStart(
            program,
            ["--format=png", "--zoom=\(zoom)"],
            environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"],
            in: "/"
        )
        let picture = GroupedProcess(start).output(
            reading: drawing,
            within: .seconds(context.limits.externalProgramSeconds),
            size: context.limits.pictureBytes,
            by: context.temporaryFolder
        )
        return picture.map(withDensity)
    }

    /// The picture with the density that gives the drawing its own size again (ISO/IEC 15948, 11.3.5.3).
    private static func withDensity(_ png: [UInt8]) -> [UInt8] {
        // The signature and IHDR come first.
        let place = 33
        guard png.count > place else { return png }
        let perMetre = UInt32((Double(96 * zoom) / 0.0254).rounded())
        let chunk = Array("pHYs".utf8) + bigEndian(perMetre) + bigEndian(perMetre) + [1]
        return png[..<place] + bigEndian(9) + chunk + bigEndian(checksum(chunk)) + png[place...]
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The checksum of a chunk (ISO/IEC 15948, annex D), bit by bit, since it is short.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }
}
