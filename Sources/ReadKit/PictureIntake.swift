package import SummaryModel

/// Takes the pictures of one draft up: from files beside it, from `data:` addresses, from bytes. Nothing is fetched from
/// the network.
package struct PictureIntake {
    /// Why a picture was not taken.
    package enum Refusal: Error, Sendable, Hashable {
        /// It is somewhere on the network, or under an address that names no file.
        case remote
        /// There is no such file.
        case missing
        /// The file is larger than the limit, in bytes.
        case tooLarge(Int)
        /// It is neither PNG nor JPEG.
        case otherFormat
        /// It is a drawing (SVG) of which no picture could be made.
        case drawing
        /// It only decorates a page.
        case decoration
    }

    /// The bytes that were taken, each once.
    package private(set) var media: [Media] = []
    private let file: DraftFile
    private let context: ReaderContext
    private var known: [String: Result<String, Refusal>] = [:]

    /// Pictures of a page with a shorter side than this, in their points, are icons and lines.
    private static let smallestSide = 24

    /// Begins with nothing.
    package init(_ file: DraftFile, in context: ReaderContext) {
        self.file = file
        self.context = context
    }

    /// Takes the picture at an address.
    ///
    /// - Parameter skipsDecoration: Whether small pictures are left out, which a page has as icons.
    /// - Returns: The name of its bytes in ``media``.
    package mutating func take(_ address: String, skipsDecoration: Bool = false) throws(Refusal) -> String {
        let key = address.utf8.count <= 1024 ? address : nil
        if let key, let result = known[key] { return try result.get() }
        let result = Result { () throws(Refusal) in
            var bytes = try bytes(at: address)
            let isDrawing = Self.isDrawing(bytes)
            if isDrawing {
                guard let picture = file.drawingConverter?(bytes, context) else { throw .drawing }
                bytes = picture
            }
            if skipsDecoration, let header = Media.Header(bytes) {
                // The points of a drawing are its own, of which 96 make an inch.
                let natural = min(header.naturalWidth, header.naturalHeight) / 9525
                let side = isDrawing ? natural : min(header.width, header.height)
                if side < Self.smallestSide { throw .decoration }
            }
            return try take(bytes)
        }
        if let key { known[key] = result }
        return try result.get()
    }

    /// Takes a picture whose bytes are here.
    ///
    /// - Returns: The name of its bytes in ``media``.
    package mutating func take(_ bytes: [UInt8]) throws(Refusal) -> String {
        guard let name = Media.add(bytes, to: &media) else { throw .otherFormat }
        return name
    }

    private func bytes(at address: String) throws(Refusal) -> [UInt8] {
        let address = Array(address.unicodeScalars)[...].trimmed.string
        if address.utf8.prefix(5).map({ $0 | 0x20 }).elementsEqual("data:".utf8) { return try embedded(address) }
        guard let path = Self.path(address) else { throw .remote }
        guard let companion = file.companion else { throw .missing }
        switch companion(path) {
        case .bytes(let bytes): return bytes
        case .missing: throw .missing
        case .tooLarge(let limit): throw .tooLarge(limit)
        }
    }

    /// `data:image/png;base64,…` or `data:image/svg+xml,…` (RFC 2397).
    private func embedded(_ address: String) throws(Refusal) -> [UInt8] {
        guard let comma = address.utf8.firstIndex(of: UInt8(ascii: ",")) else { throw .otherFormat }
        let content = Self.unescaped(address.utf8[address.utf8.index(after: comma)...])
        guard address[..<comma].lowercased().hasSuffix(";base64") else { return content }
        guard let bytes = Base64.bytes(of: content) else { throw .otherFormat }
        return bytes
    }

    /// Whether a file is a drawing: XML, in which the element `svg` comes soon.
    private static func isDrawing(_ bytes: [UInt8]) -> Bool {
        let opening = bytes.prefix(4096)
        let isXML = opening.first { !($0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0)) } == UInt8(ascii: "<")
        return isXML && opening.indices.contains { opening[$0...].starts(with: "<svg".utf8) }
    }

    /// The path that an address means; `nil` for one of the network or of another scheme.
    private static func path(_ address: String) -> String? {
        guard !address.isEmpty, !address.hasPrefix("//"), !address.hasPrefix("#") else { return nil }
        let scheme = address.utf8.prefix { (0x61...0x7A).contains($0 | 0x20) || (0x2B...0x39).contains($0) }
        let rest = address.utf8[scheme.endIndex...]
        if scheme.count > 1, rest.first == UInt8(ascii: ":") { return nil }
        let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return String(decoding: unescaped(path), as: UTF8.self)
    }

    /// The bytes of an address without `%20` and the like (RFC 3986, 2.1).
    private static func unescaped(_ text: some Sequence<UInt8>) -> [UInt8] {
        let text = Array(text)
        guard text.contains(UInt8(ascii: "%")) else { return text }
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
            default: nil
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = digit(text[index + 1]),
                let low = digit(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }
}

extension PictureIntake.Refusal {
    /// What is reported of a picture that is called `name` and was not taken.
    ///
    /// - Parameters:
    ///   - isText: Whether the words that stand for it stay in the text.
    ///   - isWanted: Whether a writer put it there, rather than a page that has many more for its looks.
    package func diagnostic(
        _ name: String,
        isText: Bool,
        isWanted: Bool,
        at start: SourcePosition?
    ) -> Diagnostic {
        let isMissing = self == .missing && isWanted
        let (zh, en) = reason
        let picture = name.isEmpty ? ("图片", "a picture") : ("图片“\(name)”", "the picture “\(name)”")
        let stays = isText ? ("，其说明文字留在正文中", "; the words that stand for it stay in the text") : ("", "")
        return Diagnostic(
            id: isMissing ? "reading.missing-picture" : "reading.picture",
            severity: isMissing ? .warning : .info,
            message: LocalizedText(
                zh: "\(picture.0)没有取用：\(zh)\(stays.0)",
                en: "\(picture.1) was left out: \(en)\(stays.1)"
            ),
            start: start
        )
    }

    private var reason: (zh: String, en: String) {
        switch self {
        case .remote:
            (
                "它在网络上，本程序不联网；请存到草稿旁边，改写为相对路径",
                "it is on the network, which this program never uses; save it beside the draft and refer to it by its path"
            )
        case .missing:
            (
                "找不到文件；请核对路径，路径从草稿所在的文件夹算起",
                "there is no such file; check the path, which begins at the folder of the draft"
            )
        case .tooLarge(let limit):
            ("文件超过 \(limit >> 20) MB；请缩小后再用", "the file is larger than \(limit >> 20) MB; make it smaller")
        case .otherFormat: ("不是 PNG、JPEG 或 SVG；请转换后再用", "it is neither PNG, JPEG nor SVG; convert it")
        case .drawing:
            (
                "它是 SVG 图形，转换不了；请安装 rsvg-convert（Debian 的 librsvg2-bin）且不用 --no-external，或改用 PNG",
                "it is a drawing (SVG) that could not be converted; install rsvg-convert (Debian: librsvg2-bin) and"
                    + " leave '--no-external' out, or save it as PNG"
            )
        case .decoration:
            ("尺寸太小，看来只是装饰；需要时请在成稿中插入", "it is so small that it only decorates; insert it where it is needed")
        }
    }

    /// What ``diagnostic(_:isText:at:)`` may report.
    package static let findings = [
        FindingDescription(
            "reading.picture",
            .info,
            LocalizedText(zh: "没有取用的图片", en: "A picture that was left out.")
        ),
        FindingDescription(
            "reading.missing-picture",
            .warning,
            LocalizedText(zh: "找不到的图片文件", en: "A picture whose file is not there.")
        ),
    ]
}
