/// A font that a document names, and what a program needs to know to replace it where it is missing.
public struct FontFamily: Sendable, Hashable {
    /// The broad class of a typeface, as in Word's font table (ISO/IEC 29500-1, 17.8.3.9).
    public enum Class: String, Sendable, Hashable, CaseIterable {
        case roman, swiss, modern, script, decorative, auto
    }

    /// Whether all characters are of one width.
    public enum Pitch: String, Sendable, Hashable, CaseIterable {
        case fixed, variable
    }

    /// The role under which the style sheet refers to it.
    public var role: String
    /// The name of the font.
    public var name: String
    /// Another name of it, or of its nearest relative.
    public var alternative: String?
    /// Fonts that stand in for it where it is missing, the best first.
    public var fallbacks: [String]
    /// The Windows character set: 0x86 is GB 2312, 0 is Western.
    public var characterSet: UInt8
    /// The broad class.
    public var family: Class
    /// The pitch.
    public var pitch: Pitch

    /// Creates a font.
    public init(
        role: String,
        name: String,
        alternative: String?,
        fallbacks: [String] = [],
        characterSet: UInt8,
        family: Class,
        pitch: Pitch
    ) {
        self.role = role
        self.name = name
        self.alternative = alternative
        self.fallbacks = fallbacks
        self.characterSet = characterSet
        self.family = family
        self.pitch = pitch
    }
}
