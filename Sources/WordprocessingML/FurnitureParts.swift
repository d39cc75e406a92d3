internal import OpenPackaging
internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// The headers and footers of a file. Documents of one file that have the same share them.
struct FurnitureParts {
    /// A header, a footer, a picture or the comments.
    struct Part: Sendable {
        let part: PackagePart
        /// The identity of the relationship from the main part.
        let relationship: String
        /// Whether the file had been begun when it was made, so that its content type is that of its extension.
        var isLate = false

        init(_ part: PackagePart, _ relationship: String, isLate: Bool = false) {
            self.part = part
            self.relationship = relationship
            self.isLate = isLate
        }

        /// `header`, `footer`, `comments` or `image`.
        var kind: String {
            switch part.contentType {
            case Namespaces.contentType("header"): "header"
            case Namespaces.contentType("footer"): "footer"
            case Namespaces.contentType(CommentsPart.type): CommentsPart.type
            default: "image"
            }
        }

        /// The extension that tells the content type when that is not known from the beginning.
        var pathExtension: String {
            kind == "image" ? String(part.contentType?.split(separator: "/").last ?? "") : kind
        }
    }

    private let fixed: FixedParts
    /// The parts, those of the first document first.
    private(set) var parts: [Part] = []
    /// The relationships by what the parts hold.
    private var known: [[UInt8]: String] = [:]
    private var usual: [(FooterPart.Pages, String)]?
    private var isEmpty = true
    private var hasHeader = false
    private var hasFooter = false

    init(_ fixed: FixedParts) { self.fixed = fixed }

    /// The name of a footer of the first document, without folder and extension.
    static func footerName(_ pages: FooterPart.Pages) -> String {
        pages == .odd ? "footer1" : pages == .even ? "footer2" : "footer3"
    }

    /// The identity of the relationship of a footer of the first document.
    static func footerRelationship(_ pages: FooterPart.Pages) -> String {
        pages == .odd ? "rId11" : pages == .even ? "rId12" : "rId14"
    }

    /// Whether there are only the footers that every document has.
    var areUsual: Bool { (usual?.count ?? 0) == parts.count }

    /// The section of the next document.
    ///
    /// A section takes what it does not name from the one above, so it names all kinds that were there before.
    ///
    /// - Parameter isTurned: Whether some of its pages are in landscape.
    mutating func section(for furniture: PageFurniture, isTurned: Bool = false) throws -> SectionProperties {
        if let reference = fixed.style.reference { return try section(for: furniture, isTurned, reference) }
        let isFirst = isEmpty
        isEmpty = false
        var section = SectionProperties(style: fixed.style, header: nil, footers: [])
        if hasHeader || !furniture.header.isEmpty {
            hasHeader = true
            let bytes = try XMLWriter.bytes { xml in
                HeaderPart(blocks: furniture.header, fragments: fixed.fragments).write(xml)
            }
            section.header = try relationship("header", bytes, name: isFirst ? ("header1", "rId13") : nil)
        }
        if furniture.footer.isEmpty, let usual, !usual.isEmpty || !hasFooter {
            section.footers = usual
        } else if furniture.footer.isEmpty, isFirst {
            section.footers = fixed.footers.map { footer in
                let relationship = Self.footerRelationship(footer.pages)
                parts.append(Part(footer.part, relationship))
                return (footer.pages, relationship)
            }
            usual = section.footers
        } else {
            var footers = FooterPart.all(fixed.style, furniture.footer, fixed.fragments)
            if footers.isEmpty, hasFooter {
                footers = [FooterPart(style: fixed.style, pages: .odd, lines: [], fragments: fixed.fragments)]
            }
            for footer in footers {
                let name = isFirst ? (Self.footerName(footer.pages), Self.footerRelationship(footer.pages)) : nil
                let bytes = try XMLWriter.bytes { footer.write($0) }
                section.footers.append((footer.pages, try relationship("footer", bytes, name: name)))
            }
            if furniture.footer.isEmpty { usual = section.footers }
        }
        hasFooter = hasFooter || !section.footers.isEmpty
        if isTurned { section.landscapeFooters = try landscapeFooters(furniture) }
        return section
    }

    private mutating func landscapeFooters(
        _ furniture: PageFurniture
    ) throws -> [(pages: FooterPart.Pages, relationship: String)] {
        try FooterPart.all(fixed.style, furniture.footer, fixed.fragments).map { footer in
            var footer = footer
            footer.isLandscape = true
            let bytes = try XMLWriter.bytes { footer.write($0) }
            return (footer.pages, try relationship("footer", bytes, name: nil))
        }
    }

    /// The section of the next document on the page of a reference file. Lines that the document has at the top or at the foot
    /// of every page stand in the place of the headers or footers of the file.
    private mutating func section(
        for furniture: PageFurniture,
        _ isTurned: Bool,
        _ reference: ReferenceParts
    ) throws -> SectionProperties {
        var section = SectionProperties(style: fixed.style, header: nil, footers: [])
        section.referenced = reference.furniture
        let pages = ["default"] + (reference.hasEvenPages ? ["even"] : []) + (reference.hasFirstPage ? ["first"] : [])
        func replace(_ type: String, _ relationships: [String: String]) {
            section.referenced.removeAll { $0.type == type }
            for pages in pages {
                guard let relationship = relationships[pages] ?? relationships["default"] else { continue }
                section.referenced.append(.init(type: type, pages: pages, relationship: relationship))
            }
        }
        // A section takes what it does not name from the one above, so an empty one is named where there was one.
        if !furniture.header.isEmpty || hasHeader && !reference.has("header") {
            hasHeader = true
            let bytes = try XMLWriter.bytes { xml in
                HeaderPart(blocks: furniture.header, fragments: fixed.fragments).write(xml)
            }
            replace("header", ["default": try relationship("header", bytes, name: nil)])
        }
        if !furniture.footer.isEmpty {
            hasFooter = true
            var relationships: [String: String] = [:]
            for footer in FooterPart.all(fixed.style, furniture.footer, fixed.fragments) {
                let bytes = try XMLWriter.bytes { footer.write($0) }
                relationships[footer.pages.rawValue] = try relationship("footer", bytes, name: nil)
            }
            replace("footer", relationships)
        } else if hasFooter, !reference.has("footer") {
            let bytes = try XMLWriter.bytes { xml in
                xml.start("w:ftr")
                xml.attribute("xmlns:w", Namespaces.main)
                xml.raw("<w:p/>")
                xml.end()
            }
            replace("footer", ["default": try relationship("footer", bytes, name: nil)])
        }
        if isTurned, reference.isOwn || !furniture.footer.isEmpty {
            section.landscapeFooters = try landscapeFooters(furniture)
        }
        return section
    }

    /// The relationship of the part that holds these bytes, which is added when there is none.
    ///
    /// - Parameter name: The name and the relationship of a part of the first document.
    private mutating func relationship(
        _ kind: String,
        _ bytes: [UInt8],
        name: (name: String, relationship: String)?
    ) throws -> String {
        if let relationship = known[bytes] { return relationship }
        let number = parts.count + 20
        let relationship = name?.relationship ?? "rId\(number)"
        let part = try PackagePart(
            name: name.map { "word/\($0.name).xml" } ?? "word/\(kind)\(number).\(kind)",
            contentType: Namespaces.contentType(kind),
            bytes: bytes,
            compression: fixed.context.compression
        )
        parts.append(Part(part, relationship, isLate: name == nil))
        known[bytes] = relationship
        return relationship
    }
}
