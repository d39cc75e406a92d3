internal import OpenPackaging
package import ReadKit
internal import RenderKit
package import SummaryModel

/// A Word file whose styles, settings, theme, lists, page, headers and footers a document takes as they are.
package struct ReferenceFile: Sendable {
    /// The name of the style sheet by which this program wrote the file; `nil` for the files of others.
    package let ownStyle: String?
    let styles: SampleStyles
    let stylesPart: ReferenceParts.Halves
    let settings: ReferenceParts.Halves
    let lists: ReferenceParts.Lists?
    let fonts: [SampleNode]
    /// The fonts that the styles name.
    let usedFonts: Set<String>
    /// The page, and how far its lines are apart.
    let page: [ReferenceElement]
    let furniture: [ReferenceParts.Furniture]
    let hasEvenPages: Bool
    let hasFirstPage: Bool
    let parts: [ReferenceParts.Part]
    /// How many paragraphs with text each style has; that of those without a style is under the empty name.
    let uses: [String: Int]

    /// Reads a file.
    ///
    /// - Throws: ``/ReadKit/DraftError`` when it is no Word file, damaged or harmful, or holds what cannot be taken.
    package init(_ bytes: [UInt8], limits: Limits = .standard) throws(DraftError) {
        let package = try SamplePackage(bytes, limits, otherwise: .notWordReference)
        ownStyle = package.ownStyle
        guard let mainBytes = try package.bytes(of: package.main) else { throw .notWordReference }
        guard let stylesName = package.name(ofType: "styles"), let stylesBytes = try package.bytes(of: stylesName)
        else { throw .noReferenceStyles }
        let outline = try PartOutline(stylesBytes, part: stylesName, nesting: package.nesting)
        guard let end = outline.end else { throw .noReferenceStyles }
        stylesPart = .init(
            before: outline.withOwnNames(upTo: end),
            after: Array(stylesBytes[end...])
        )
        let theme = try package.node(ofType: "theme").map(SampleTheme.init) ?? SampleTheme()
        guard let stylesNode = try package.node(ofType: "styles") else { throw .noReferenceStyles }
        styles = SampleStyles(stylesNode, theme)

        let settingsNode = try package.node(ofType: "settings")
        settings = Self.settings(settingsNode)
        hasEvenPages = settingsNode?["evenAndOddHeaders"]?.isOn ?? false
        usedFonts = Set(
            stylesNode.all("rFonts").flatMap { node in
                ["ascii", "hAnsi", "eastAsia", "cs"].compactMap { node.attributes[$0] }.filter { !$0.isEmpty }
            }
        )
        var fontNames: Set<String> = []
        fonts =
            try package.node(ofType: "fontTable")?.children.filter { font in
                font.name == "font" && fontNames.insert(font.attributes["name"] ?? "").inserted
            } ?? []

        let body = try ReferenceBody(mainBytes, part: package.main, nesting: package.nesting)
        uses = body.uses
        page = body.page
        hasFirstPage = body.hasFirstPage

        var copies = ReferenceCopies()
        if let name = package.name(ofType: "theme"), let bytes = try package.bytes(of: name) {
            try copies.add(name, as: "word/theme/theme1.xml", "theme", "theme", bytes, package)
        }
        if let name = package.name(ofType: "numbering"), let bytes = try package.bytes(of: name) {
            lists = Self.lists(try PartOutline(bytes, part: name, nesting: package.nesting))
            try copies.addRelations(of: name, as: "word/numbering.xml", package)
        } else {
            lists = nil
        }
        var furniture: [ReferenceParts.Furniture] = []
        for reference in body.furniture {
            guard let relation = package.relations.first(where: { $0.id == reference.relationship }),
                let bytes = try package.bytes(of: relation.target)
            else { continue }
            var reference = reference
            reference.relationship = "reference\(furniture.count + 1)"
            try copies.add(
                relation.target,
                as: "word/reference\(furniture.count + 1).xml",
                reference.type,
                reference.relationship,
                bytes,
                package
            )
            furniture.append(reference)
        }
        self.furniture = furniture
        parts = copies.parts
    }

    // MARK: Settings

    /// What of the settings decides how pages look, in the order of the schema (ISO/IEC 29500-1, 17.15.1.78): not what
    /// protects, tracks or merges the file, and no identities of edits.
    private static let pageSettings: Set<String> = [
        "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
        "evenAndOddHeaders", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
        "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "characterSpacingControl",
        "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    ]
    private static let lateSettings: Set<String> = [
        "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    ]

    private static func settings(_ node: SampleNode?) -> ReferenceParts.Halves {
        let children = node?.children ?? []
        func xml(_ names: Set<String>) -> String {
            children.filter { names.contains($0.name) }.map { ReferenceElement($0).xml }.joined()
        }
        let start =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:settings xmlns:w=\"\(Self.namespace)\">"
        return .init(
            before: Array((start + "<w:zoom w:percent=\"100\"/>" + xml(pageSettings)).utf8),
            after: Array((xml(lateSettings) + "</w:settings>").utf8)
        )
    }

    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    // MARK: Lists

    private static func lists(_ outline: PartOutline) -> ReferenceParts.Lists? {
        guard let end = outline.end else { return nil }
        func local(_ item: PartOutline.Item) -> Substring { item.name.split(separator: ":").last ?? "" }
        func greatest(_ name: String, _ attribute: String) -> Int {
            var greatest = -1
            for item in outline.items where local(item) == name {
                let tag = outline.bytes[item.range].prefix { $0 != UInt8(ascii: ">") }
                let text = String(decoding: tag, as: UTF8.self)
                guard let place = text.firstRange(of: attribute) else { continue }
                let digits = text[place.upperBound...].drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
                greatest = max(greatest, Int(digits) ?? 0)
            }
            return min(greatest, 1_000_000)
        }
        let bytes = outline.bytes
        let lastList = outline.items.last { local($0) == "abstractNum" }?.range.upperBound
        let firstInstance = outline.items.first { local($0) == "num" }?.range.lowerBound
        let lastInstance = outline.items.last { local($0) == "num" }?.range.upperBound
        let split = lastList ?? firstInstance ?? end
        let rest = max(split, lastInstance ?? split)
        return .init(
            lists: Array(bytes[..<split]),
            instances: Array(bytes[split..<rest]),
            end: Array(bytes[rest...]),
            firstList: greatest("abstractNum", "abstractNumId") + 1,
            firstInstance: max(0, greatest("num", "numId")) + 1
        )
    }
}

extension ReferenceElement {
    /// Takes over an element with all that is in it.
    init(_ node: SampleNode) {
        self.init(node.name, node.attributes, children: node.children.map { ReferenceElement($0) })
    }
}
