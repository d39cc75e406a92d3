/// The form of names that stay forever: of stages, options, findings and reasons.
package enum StableName {
    /// Whether `name` is made of lower-case ASCII words with hyphens between them, such as `heading-stop`; a word may hold
    /// digits and begins with a letter or a digit.
    package static func isWellFormed(_ name: String) -> Bool {
        let words = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            !word.isEmpty
                && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
    }
}
