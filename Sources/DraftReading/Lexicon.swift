/// The word lists of the recogniser.
struct Lexicon: Sendable {
    /// Phrases of adverts, watermarks and site furniture.
    let adverts: WordList
    /// Words with which titles end.
    let genres: WordList
    /// Suffixes of the names of bodies.
    let organizations: WordList

    /// The lists that are built into the program.
    static let standard = Lexicon(
        adverts: WordList(parsing: PackageResources.adverts_txt, lookedForFrom: .first),
        genres: WordList(parsing: PackageResources.genres_txt, lookedForFrom: .last),
        organizations: WordList(parsing: PackageResources.organizations_txt, lookedForFrom: .last)
    )
}
