/// The name of a stage or a rule: lower-case words with hyphens.
package struct ScaffoldName: Sendable, Hashable {
    /// The name as configurations have it: `long-paragraph`.
    package let text: String

    /// How long a name may be, so that the lines that hold it are no longer than others.
    package static let longest = 40

    /// Takes a name; `nil` when it is none. Every word begins with a letter, so that the name follows from the type.
    package init?(_ text: String) {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        let isName = words.allSatisfy { word in
            word.utf8.first.map(Self.isLetter) ?? false
                && word.utf8.allSatisfy { Self.isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard isName, text.utf8.count <= Self.longest else { return nil }
        self.text = text
    }

    /// The name as Swift has it: `LongParagraph`.
    package var typeName: String {
        text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
