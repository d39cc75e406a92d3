internal import ReadKit
internal import SummaryModel

/// The formats that LibreOffice converts, told by their content.
enum OfficeFormat {
    /// An OLE2 compound file: .doc and .wps, but also .xls, .ppt and .msi.
    case compoundFile
    /// A text of OpenDocument, in a package.
    case openDocument
    /// The same in one XML file.
    case flatOpenDocument
    /// The XML of Word 2003, or a package of Office Open XML in one XML file.
    case wordXML
    /// Rich Text Format.
    case richText

    /// How much of a text is searched for the root element.
    private static let searched = 4096

    /// The format of `file`; `nil` when it is none of these.
    init?(_ file: DraftFile) {
        let bytes = file.bytes
        if bytes.starts(with: CompoundFile.signature) {
            self = .compoundFile
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else if Self.isOpenDocument(bytes) {
            self = .openDocument
        } else if file.opening.utf8.prefix(Self.searched).contains(UInt8(ascii: "<")) {
            let opening = String(file.opening.unicodeScalars.prefix(Self.searched))
            guard opening.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else { return nil }
            if opening.contains("<office:document"), opening.contains("opendocument.text") {
                self = .flatOpenDocument
            } else if opening.contains("<?mso-application progid=\"Word.Document\"?>")
                || opening.contains("<w:wordDocument")
            {
                self = .wordXML
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    /// The extension by which LibreOffice looks at a file the right way.
    var pathExtension: String {
        switch self {
        case .compoundFile: "doc"
        case .openDocument: "odt"
        case .flatOpenDocument: "fodt"
        case .wordXML: "xml"
        case .richText: "rtf"
        }
    }

    /// A ZIP file whose first entry, stored as it is, is `mimetype` with the type of a text (OpenDocument 1.3, part 2, 3.3).
    private static func isOpenDocument(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 30, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        let name = Int(bytes[26]) | Int(bytes[27]) << 8
        let extra = Int(bytes[28]) | Int(bytes[29]) << 8
        guard bytes.count > 30 + name + extra, bytes[30..<30 + name].elementsEqual("mimetype".utf8) else {
            return false
        }
        return bytes[(30 + name + extra)...].starts(with: "application/vnd.oasis.opendocument.text".utf8)
    }

    static let unknown = LocalizedText(
        zh: "这不是 .doc、.wps、.odt 或 .rtf 文件",
        en: "this is no .doc, .wps, .odt or .rtf file"
    )
}
