public import ReadKit
public import RenderKit

/// The fonts of this machine, with which LibreOffice, a browser or Word would show a document here.
public struct InstalledFonts: Sendable {
    /// What this machine has of a font that a style sheet names.
    public struct Entry: Sendable, Hashable, Encodable {
        /// The role in the sheet.
        public var role: String
        /// The name of the font.
        public var name: String
        /// Its other names, Chinese and English.
        public var otherNames: [String]
        /// Whether the machine has it, by any of its names.
        public var isInstalled: Bool
        /// What stands in for it where it is missing; `nil` when that is not known.
        public var standIn: String?
    }

    /// The names of families, in lower case, each with the name as it is written.
    private let families: [String: String]
    private let fontconfig: Fontconfig?

    /// Looks for fonts: by fontconfig (`fc-list`) where it is and other programs may be started, else in the usual folders.
    ///
    /// - Parameters:
    ///   - environment: The variables of the user.
    ///   - context: Whether and where programs may be started.
    public init(environment: [String: String], in context: ReaderContext) {
        let fontconfig = Fontconfig(environment, context)
        if let fontconfig, let names = fontconfig.families(), !names.isEmpty {
            families = Self.table(names)
            self.fontconfig = fontconfig
        } else {
            families = Self.table(FontFolders.families(environment))
            self.fontconfig = nil
        }
    }

    /// Knows the fonts of these names only.
    init(families: [String]) {
        self.families = Self.table(families)
        fontconfig = nil
    }

    private static func table(_ names: [String]) -> [String: String] {
        Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The fonts that the styles of a sheet use, in the order of the sheet.
    public func entries(for sheet: StyleSheet) -> [Entry] {
        var roles: Set<String> = []
        for style in sheet.allParagraphStyles { roles.formUnion([style.format.text.font, style.format.text.latin]) }
        for style in sheet.characterStyles { roles.formUnion([style.font, style.latin].compactMap(\.self)) }
        return sheet.fonts.filter { roles.contains($0.role) }.map { font in
            let isInstalled = holds(font.name)
            var others = Array(FontNames.names(of: font.name).dropFirst())
            if let alternative = font.alternative, alternative != font.name, !others.contains(alternative) {
                others.append(alternative)
            }
            return Entry(
                role: font.role,
                name: font.name,
                otherNames: others,
                isInstalled: isInstalled,
                standIn: isInstalled ? nil : standIn(for: font)
            )
        }
    }

    private func holds(_ name: String) -> Bool {
        FontNames.names(of: name).contains { families[$0.lowercased()] != nil }
    }

    private func standIn(for font: FontFamily) -> String? {
        let named = ([font.alternative].compactMap(\.self) + font.fallbacks).first { holds($0) }
        return named ?? fontconfig?.match(font.name, isChinese: font.characterSet == 134)
    }
}
