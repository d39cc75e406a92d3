internal import ReadKit
internal import SummaryModel

/// One line of the draft, wrapped ones joined, with what can be told from the line alone.
struct DraftLine {
    /// Where the line stands, without its last line end.
    var range: SourceRange
    /// The number of its first physical line, from 1.
    var number: Int
    /// Where its text stands, without the blanks and leaked tags around it: one piece for each physical line.
    var pieces: [SourceRange] { [firstPiece] + furtherPieces }
    /// The first of the pieces.
    var firstPiece: SourceRange
    /// The others; most lines have none.
    var furtherPieces: [SourceRange]
    /// How many characters the text has.
    var count = 0
    /// How many blank lines stand before it.
    var blanksBefore = 0
    /// The width of the blanks before the text, in half-width columns.
    var indent = 0
    /// Whether it holds leaked tags and nothing else.
    var isMarkupOnly = false
    private var foundMarker = Rare<Marker>()
    private var foundNumber = Rare<DottedNumber>()
    private var statedTraits = Rare<LineTraits>()
    private var statedKind = Rare<BlockKind>()
    /// What its form alone says it is, such as a page number or a row of a table.
    var form: LineForm?
    /// How many cells it has when it looks like a row of a table.
    var cells = 0
    /// Whether runs of blanks stand between these cells.
    var hasBlankColumns = false
    /// The text without blanks, for comparing short lines; empty for long ones.
    var digest = ""
    /// Whether ``digest`` is the text as it is written.
    var isDigestWritten = false

    /// Whether the last character is a stop that ends a sentence or a clause.
    var endsWithStop = false
    /// Whether the last character is a colon.
    var endsWithColon = false
    /// How many sentence ends it holds.
    var sentences = 0
    /// How many commas it holds.
    var commas = 0
    /// Whether it begins with a number and a blank, which is no marker.
    var beginsWithNumber = false
    /// Whether the last character is a digit.
    var endsWithNumber = false
    /// Whether the marks of Markdown for emphasis stand around the whole line.
    var isEmphasized = false
    /// Whether it begins with a dash, as subtitles do.
    var isDashed = false
    /// Whether the whole text stands in one pair of brackets, with something other than a numeral inside.
    var isBracketed = false
    /// Whether these are square brackets, as adverts and prompts to the writer have them.
    var hasSquareBrackets = false
    /// Whether it ends with a number of its own, as the members of a collection do: （一）, 篇一.
    var isOneOfSeveral = false
    /// How many groups of blanks stand inside it.
    var innerBlanks = 0

    /// The weight of the word of genre with which it ends (总结, 报告); 0 when there is none.
    var genre = 0.0
    /// Whether it names a year or a part of one.
    var hasPeriod = false
    /// Whether it ends with the suffix of the name of a body (局, 委员会).
    var endsWithBody = false
    /// Whether it reads like the name of a person, alone or after a post.
    var endsWithPerson = false
    /// The sum of the weights of advertising phrases in it.
    var advert = 0.0
    /// Whether it holds a number, an address or a name by which somebody is to be reached.
    var hasContact = false
    /// How many other lines have the same text.
    var repeats = 0
    /// Whether it is such a text with a page number after it.
    var isRunningHead = false
    /// Whether it tells the members of a collection apart: 篇二, 范文三.
    var isSeparator = false
    /// Whether it ends with a time of day, as the lines of a chat that name the speaker do.
    var isTimeStamp = false
    /// Whether it is an entry of the contents of a bulletin.
    var isInContents = false
    /// Whether it is what the table below it is called.
    var isCaption = false
    /// Whether it is digits alone.
    var isLoneNumber = false

    init(range: SourceRange, number: Int, firstPiece: SourceRange, furtherPieces: [SourceRange] = []) {
        self.range = range
        self.number = number
        self.firstPiece = firstPiece
        self.furtherPieces = furtherPieces
    }

    /// The number or bullet at its beginning.
    var marker: Marker? {
        get { foundMarker.value }
        set { foundMarker.value = newValue }
    }

    /// Whether a number or bullet stands at its beginning.
    var hasMarker: Bool { !foundMarker.isEmpty }

    /// A number at its beginning that is a marker only beside others.
    var dotted: DottedNumber? {
        get { foundNumber.value }
        set { foundNumber.value = newValue }
    }

    /// What the file says about it.
    var traits: LineTraits {
        get { statedTraits.value ?? LineTraits() }
        set { statedTraits.value = newValue }
    }

    /// Whether the file says anything about it.
    var hasTraits: Bool { !statedTraits.isEmpty }

    /// What it is, when a person or this program said so.
    var declaredKind: BlockKind? {
        get { statedKind.value }
        set { statedKind.value = newValue }
    }

    /// Whether it is 附件 with at most a number, as above an attachment.
    var isAttachmentHead: Bool {
        form == .attachment && count <= 8
            && digest.unicodeScalars.allSatisfy {
                $0 == "附" || $0 == "件" || $0.digitValue != nil || HanNumeral.digit($0) != nil || $0 == "：" || $0 == ":"
            }
    }

    /// Whether it is short and neither a sentence nor numbered nor anything else by its form.
    var isShortPhrase: Bool {
        (2...40).contains(count) && !endsWithStop && !endsWithColon && commas == 0 && !hasMarker && form == nil
            && !isMarkupOnly
    }

    /// Whether it reads like the title of a paper by itself.
    var readsLikeTitle: Bool {
        genre >= 3 && (6...60).contains(count) && !endsWithStop && !endsWithColon && commas <= 1 && !hasMarker
            && form == nil && !isBracketed && advert < 0.7 && !hasContact && !isDashed && !isRunningHead
    }
}

/// What the form of a line alone says it is.
enum LineForm {
    case pageNumber, tableOfContents, tableRow, formula, footnote, imprint, copies, documentNumber, issuerHead
    case attachment, closing, address, spokenAddress, date, signedDate, contact, listItem, labelledAuthor, securityMark
    case attendance
}

extension String {
    /// Whether `text`, which is not empty, stands in it byte for byte. The search of the library compares clusters of
    /// characters, which takes many times longer.
    func holds(_ text: String) -> Bool {
        var (own, sought) = (self, text)
        return own.withUTF8 { own in
            sought.withUTF8 { sought in
                guard let first = sought.first, sought.count <= own.count else { return false }
                return (0...own.count - sought.count).contains {
                    own[$0] == first
                        && UnsafeBufferPointer(rebasing: own[$0..<$0 + sought.count]).holdsSame(as: sought)
                }
            }
        }
    }
}
