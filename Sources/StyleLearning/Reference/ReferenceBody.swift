internal import ReadKit
internal import RenderKit

/// What is looked at in the main part of a reference file: its page, and which styles its text uses.
struct ReferenceBody {
    /// What `w:sectPr` holds besides headers and footers, in order.
    private(set) var page: [ReferenceElement] = []
    private(set) var furniture: [ReferenceParts.Furniture] = []
    private(set) var hasFirstPage = false
    private(set) var uses: [String: Int] = [:]

    private var sections: [SampleNode] = []

    /// How many paragraphs are looked at for the styles that they use.
    private static let limit = 20_000

    /// The elements of a section that are taken over (ISO/IEC 29500-1, 17.6.17).
    private static let taken: Set<String> = [
        "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "noEndnote", "titlePg",
        "textDirection", "bidi", "rtlGutter", "docGrid",
    ]

    init(_ bytes: [UInt8], part: String, nesting: Int) throws(DraftError) {
        _ = try PartOutline(bytes, part: part, nesting: nesting)
        let reader = try SamplePart(bytes, name: part, nesting: nesting)
        let root = try reader.root()
        while let child = try reader.child(of: root) {
            guard child.name == "body" else { continue }
            var count = 0
            while let block = try reader.child(of: child.place) {
                if block.name == "sectPr" {
                    sections.append(try reader.node(block.place, block.name))
                } else if block.name == "p", count < Self.limit {
                    count += 1
                    read(try reader.node(block.place, block.name))
                }
            }
        }
        choose()
    }

    private mutating func read(_ paragraph: SampleNode) {
        let properties = paragraph["pPr"]
        if let section = properties?["sectPr"] { sections.append(section) }
        if paragraph.all("t").contains(where: { !$0.text.isEmpty }) {
            uses[properties?["pStyle"]?.value ?? "", default: 0] += 1
        }
    }

    /// The last section is that of the document, as Word sees it; where it is in landscape, the last that is not.
    private mutating func choose() {
        func isTurned(_ section: SampleNode) -> Bool { section["pgSz"]?.attributes["orient"] == "landscape" }
        guard let chosen = sections.lastIndex(where: { !isTurned($0) }) ?? sections.indices.last else { return }
        // A section has the headers and footers of the one above when it names none.
        var furniture: [String: ReferenceParts.Furniture] = [:]
        for section in sections[...chosen] {
            for child in section.children where ["headerReference", "footerReference"].contains(child.name) {
                guard let id = child.attributes["id"] else { continue }
                let type = String(child.name.prefix(6))
                let pages = child.attributes["type"] ?? "default"
                furniture[type + pages] = .init(type: type, pages: pages, relationship: id)
            }
        }
        let order = ["headerdefault", "headereven", "headerfirst", "footerdefault", "footereven", "footerfirst"]
        self.furniture = order.compactMap { furniture[$0] }
        let section = sections[chosen]
        page = section.children.filter { child in
            guard Self.taken.contains(child.name) else { return false }
            // A border may be a picture of another part.
            return child.name != "pgBorders" || child.children.allSatisfy { $0.attributes["id"] == nil }
        }.map { ReferenceElement($0) }
        hasFirstPage = section["titlePg"]?.isOn ?? false
    }
}
