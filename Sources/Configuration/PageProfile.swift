internal import StageKit

/// The two ways in which offices read the white edges of GB/T 9704-2012, 5.2.1: `page: { profile: … }` in a style sheet sets the
/// margins above and below and the line pitch together.
enum PageProfile: String, CaseIterable {
    /// The margins of the word processor are the white edges: 37 mm above, 35 mm below, 22 lines of 28.95 points.
    case margins
    /// The characters stand at the white edges: the margins are smaller by the space that a line has above and below its
    /// characters, 34.58 mm and 32.58 mm, with 22 lines of 29.45 points. Practice.
    case characters

    /// What the profile says.
    private var entries: [(key: String, value: String)] {
        switch self {
        case .margins: [("top", "37毫米"), ("bottom", "35毫米"), ("line-pitch", "28.95磅")]
        case .characters: [("top", "34.58毫米"), ("bottom", "32.58毫米"), ("line-pitch", "29.45磅")]
        }
    }

    /// A sheet with what the profile of its page says, unless the sheet says it itself.
    static func expanded(_ sheet: ConfigurationValue) -> ConfigurationValue {
        guard var sections = sheet.entries, let index = sections.firstIndex(where: { $0.key == "page" }),
            var page = sections[index].value.entries, let given = sections[index].value["profile"],
            let profile = given.text.flatMap({ PageProfile(rawValue: $0) })
        else { return sheet }
        for entry in profile.entries where !page.contains(where: { $0.key == entry.key }) {
            page.append(
                ConfigurationValue.Entry(
                    key: entry.key,
                    keyPlace: given.place,
                    value: ConfigurationValue(.string(entry.value), place: given.place)
                )
            )
        }
        sections[index].value = ConfigurationValue(.mapping(page), place: sections[index].value.place)
        return ConfigurationValue(.mapping(sections), place: sheet.place)
    }
}
