/// The bytes of a picture, PNG or JPEG, under a name.
public struct Media: Sendable, Hashable {
    /// What the bytes are.
    public enum Format: String, Sendable, Hashable {
        case png, jpeg

        /// The media type (RFC 2046, 4.2).
        public var mediaType: String { "image/\(rawValue)" }
    }

    /// The name, unique in its document: `image1.png`.
    public let name: String
    /// The file.
    public let bytes: [UInt8]
    /// What the file says about the picture.
    public let header: Header

    /// Takes a file; `nil` when it is neither PNG nor JPEG, or has no size.
    public init?(name: String, bytes: [UInt8]) {
        guard let header = Header(bytes) else { return nil }
        self.name = name
        self.bytes = bytes
        self.header = header
    }
}

extension Media {
    /// The format and the size of a picture, from the first bytes of its file.
    public struct Header: Sendable, Hashable {
        /// What the file is.
        public let format: Format
        /// The size in points of the picture, 1 or more.
        public let width: Int
        public let height: Int
        /// The size in English metric units (914,400 to the inch), by the density that the file names, else 96 to the inch.
        public let naturalWidth: Int
        public let naturalHeight: Int

        /// The largest side that is believed, in points of the picture.
        private static let largestSide = 100_000
        private static let unitsPerInch = 914_400

        /// Looks at the bytes of a file; `nil` when they are no PNG or JPEG.
        public init?(_ bytes: [UInt8]) {
            if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                self.init(png: bytes)
            } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
                self.init(jpeg: bytes)
            } else {
                return nil
            }
        }

        private init?(_ format: Format, _ width: Int, _ height: Int, perInch density: (x: Double, y: Double)?) {
            guard (1...Self.largestSide).contains(width), (1...Self.largestSide).contains(height) else { return nil }
            self.format = format
            self.width = width
            self.height = height
            var density = density ?? (96, 96)
            // A density that no scanner has was left by mistake.
            if !(36...2_400).contains(density.x) || !(36...2_400).contains(density.y) { density = (96, 96) }
            naturalWidth = Int((Double(width * Self.unitsPerInch) / density.x).rounded())
            naturalHeight = Int((Double(height * Self.unitsPerInch) / density.y).rounded())
        }

        /// PNG: IHDR comes first, pHYs before the picture (ISO/IEC 15948, 11.2.2 and 11.3.5.3).
        private init?(png bytes: [UInt8]) {
            guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
            var density: (Double, Double)?
            var place = 33
            while place + 12 <= bytes.count {
                let length = bytes.number(at: place, 4)
                let name = bytes[place + 4..<place + 8]
                if name.elementsEqual("IDAT".utf8) || place + 12 + length > bytes.count { break }
                if name.elementsEqual("pHYs".utf8), length == 9, bytes[place + 16] == 1 {
                    let perMetre = (bytes.number(at: place + 8, 4), bytes.number(at: place + 12, 4))
                    density = (Double(perMetre.0) * 0.0254, Double(perMetre.1) * 0.0254)
                }
                place += 12 + length
            }
            self.init(.png, bytes.number(at: 16, 4), bytes.number(at: 20, 4), perInch: density)
        }

        /// JPEG: the frame header holds the size (ITU-T T.81, B.2.2), the segment JFIF the density (ITU-T T.871, 10.1).
        private init?(jpeg bytes: [UInt8]) {
            var density: (Double, Double)?
            var place = 2
            while place + 4 <= bytes.count {
                guard bytes[place] == 0xFF else { return nil }
                let marker = bytes[place + 1]
                if marker == 0xFF {
                    place += 1
                    continue
                }
                if (0xD0...0xD8).contains(marker) || marker == 0x01 {
                    place += 2
                    continue
                }
                let length = bytes.number(at: place + 2, 2)
                guard length >= 2, place + 2 + length <= bytes.count else { return nil }
                let isFrame = (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
                if isFrame {
                    guard length >= 8 else { return nil }
                    self.init(.jpeg, bytes.number(at: place + 7, 2), bytes.number(at: place + 5, 2), perInch: density)
                    return
                }
                if marker == 0xE0, length >= 14, bytes[place + 4..<place + 9].elementsEqual("JFIF\0".utf8) {
                    let factor: Double? = bytes[place + 11] == 1 ? 1 : bytes[place + 11] == 2 ? 2.54 : nil
                    density = factor.map { factor in
                        (
                            Double(bytes.number(at: place + 12, 2)) * factor,
                            Double(bytes.number(at: place + 14, 2)) * factor
                        )
                    }
                }
                if marker == 0xDA || marker == 0xD9 { return nil }
                place += 2 + length
            }
            return nil
        }
    }
}

extension [UInt8] {
    /// The number of `count` bytes at a place, the greatest first.
    fileprivate func number(at place: Int, _ count: Int) -> Int {
        self[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }
}

extension Media: Codable {
    private enum Key: String, CodingKey { case name, base64 }

    /// Encodes the name, and the bytes in Base64 (RFC 4648, 4).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(Base64.text(of: bytes), forKey: .base64)
    }

    /// Decodes a file, which must be PNG or JPEG.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let name = try container.decode(String.self, forKey: .name)
        let text = try container.decode(String.self, forKey: .base64)
        guard let bytes = Base64.bytes(of: Array(text.utf8)), let media = Media(name: name, bytes: bytes) else {
            throw DecodingError.dataCorruptedError(
                forKey: .base64,
                in: container,
                debugDescription: "no PNG or JPEG in Base64"
            )
        }
        self = media
    }
}

extension Document {
    /// Takes a picture up, unless the same bytes are there already.
    ///
    /// - Returns: The name of the bytes; `nil` when they are neither PNG nor JPEG.
    public mutating func addMedia(_ bytes: [UInt8]) -> String? {
        Media.add(bytes, to: &media)
    }
}

extension Media {
    /// Takes a picture up into a list, unless the same bytes are there already.
    ///
    /// - Returns: The name of the bytes; `nil` when they are neither PNG nor JPEG.
    public static func add(_ bytes: [UInt8], to list: inout [Media]) -> String? {
        if let known = list.first(where: { $0.bytes == bytes }) { return known.name }
        guard let header = Header(bytes) else { return nil }
        let taken = Set(list.map(\.name))
        var number = list.count + 1
        func name() -> String { "image\(number).\(header.format.rawValue)" }
        while taken.contains(name()) { number += 1 }
        guard let media = Media(name: name(), bytes: bytes) else { return nil }
        list.append(media)
        return media.name
    }
}
