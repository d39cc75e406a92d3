/// How the characters of a text look.
public struct TextFormat: Sendable, Hashable {
    /// The role of the font of Chinese characters.
    public var font: String
    /// The role of the font of Latin letters and digits.
    public var latin: String
    /// The type size.
    public var size: Length
    /// The colour; `nil` is the colour of the text of the program, black.
    public var colour: Colour?
    /// Whether the characters are bold.
    public var isBold: Bool
    /// What is added to the distance between characters; negative condenses.
    public var characterSpacing: Length

    /// Creates a format.
    public init(
        font: String,
        latin: String,
        size: Length,
        colour: Colour? = nil,
        isBold: Bool = false,
        characterSpacing: Length = .zero
    ) {
        self.font = font
        self.latin = latin
        self.size = size
        self.colour = colour
        self.isBold = isBold
        self.characterSpacing = characterSpacing
    }
}
