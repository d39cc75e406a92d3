/// What a .docx takes from a reference file as it is there: its styles, settings, theme, lists, page, headers and footers.
///
/// A style sheet that has it names the styles of the file, and its formats are what these styles are measured to be, so that
/// formats of output other than .docx look alike. What the file does not have is added to it.
public struct ReferenceParts: Sendable, Hashable {
    /// A part that is copied under a name of its own.
    package struct Part: Sendable, Hashable {
        /// The name in the package.
        package var name: String
        /// The content type; `nil` for one that says which other parts a part refers to.
        package var contentType: String?
        /// The last step of the type of the relationship that leads to it from the main part; `nil` for none.
        package var type: String?
        /// The identity of that relationship.
        package var relationship = ""
        package var bytes: [UInt8]

        package init(name: String, contentType: String?, type: String? = nil, relationship: String = "", bytes: [UInt8])
        {
            self.name = name
            self.contentType = contentType
            self.type = type
            self.relationship = relationship
            self.bytes = bytes
        }
    }

    /// Where a part of the reference can be parted to put something in.
    package struct Halves: Sendable, Hashable {
        package var before: [UInt8]
        package var after: [UInt8]

        package init(before: [UInt8], after: [UInt8]) {
            self.before = before
            self.after = after
        }
    }

    /// The lists, between which those of a document stand.
    package struct Lists: Sendable, Hashable {
        /// Up to the end of the last list, and up to the end of the last instance of one.
        package var lists: [UInt8]
        package var instances: [UInt8]
        /// The rest.
        package var end: [UInt8]
        /// The first number that no list has, and that no instance has.
        package var firstList: Int
        package var firstInstance: Int

        package init(lists: [UInt8], instances: [UInt8], end: [UInt8], firstList: Int, firstInstance: Int) {
            self.lists = lists
            self.instances = instances
            self.end = end
            self.firstList = firstList
            self.firstInstance = firstInstance
        }
    }

    /// A header or a footer of the page.
    package struct Furniture: Sendable, Hashable {
        /// `header` or `footer`.
        package var type: String
        /// `default`, `even` or `first`.
        package var pages: String
        package var relationship: String

        package init(type: String, pages: String, relationship: String) {
            self.type = type
            self.pages = pages
            self.relationship = relationship
        }
    }

    /// `styles.xml`, up to its end tag and from it on.
    package var styles: Halves
    /// The identities of its styles.
    package var styleIDs: Set<String>
    /// The style of the number of a footnote.
    package var noteReference: String
    /// The styles of characters and of tables that are on by themselves.
    package var baseCharacter: String?
    package var baseTable: String?
    /// `settings.xml`, up to the place of what is said of footnotes and from it on.
    package var settings: Halves
    /// `numbering.xml`; `nil` when there is none.
    package var lists: Lists?
    /// The fonts of `fontTable.xml`.
    package var fonts: [ReferenceElement]
    package var fontNames: Set<String>
    /// The page: what `w:sectPr` holds besides headers and footers.
    package var page: [ReferenceElement]
    package var furniture: [Furniture]
    /// Whether even pages, and the first page, have headers and footers of their own.
    package var hasEvenPages: Bool
    package var hasFirstPage: Bool
    /// Whether this program wrote the file.
    package var isOwn: Bool
    /// The theme, headers, footers and their pictures.
    package var parts: [Part]

    package init(
        styles: Halves,
        styleIDs: Set<String>,
        noteReference: String,
        baseCharacter: String?,
        baseTable: String?,
        settings: Halves,
        lists: Lists?,
        fonts: [ReferenceElement],
        fontNames: Set<String>,
        page: [ReferenceElement],
        furniture: [Furniture],
        hasEvenPages: Bool,
        hasFirstPage: Bool,
        isOwn: Bool,
        parts: [Part]
    ) {
        self.styles = styles
        self.styleIDs = styleIDs
        self.noteReference = noteReference
        self.baseCharacter = baseCharacter
        self.baseTable = baseTable
        self.settings = settings
        self.lists = lists
        self.fonts = fonts
        self.fontNames = fontNames
        self.page = page
        self.furniture = furniture
        self.hasEvenPages = hasEvenPages
        self.hasFirstPage = hasFirstPage
        self.isOwn = isOwn
        self.parts = parts
    }

    /// Whether it has headers, or footers.
    package func has(_ type: String) -> Bool { furniture.contains { $0.type == type } }
}
