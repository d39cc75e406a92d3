internal import StageKit
internal import SummaryModel

/// The texts of the elements for one document: those of its row before those of the configuration, and these before what
/// the draft says about itself in its front matter.
struct ElementValues {
    private var texts: [Element: [String]] = [:]
    private var places: [Element: ConfigurationPlace] = [:]
    /// The names under which values were found.
    private(set) var usedNames: Set<String> = []

    /// - Parameter gaps: The names whose values are for gaps of the draft.
    init(
        _ options: ElementsOptions,
        _ values: [ConfigurationValue.Entry],
        _ metadata: [String: String],
        gaps: GapNames
    ) {
        let values = values.filter { !gaps.contains($0.key) }
        let data = (options.data?.entries ?? []).filter { !gaps.contains($0.key) }
        for element in Element.allCases {
            let given = [values, data].lazy.compactMap { Self.value(of: element, in: $0) }.first
            var texts: [String] = []
            if let given {
                usedNames.insert(given.key)
                texts = given.value.elements.map { $0.compactMap(\.text) } ?? given.value.text.map { [$0] } ?? []
                places[element] = given.value.place
            } else {
                let values = options.texts(of: element)
                texts = values.compactMap(\.text)
                places[element] = values.first?.place
                if texts.isEmpty, let text = metadata[element.rawValue] ?? metadata[element.term] {
                    // The items of a list.
                    texts = text.split(separator: "\n").map(String.init)
                }
            }
            texts = texts.flatMap { Self.split($0, element) }
            // A list for an element that is one text.
            if element.separators == nil, texts.count > 1 {
                texts = [texts.joined(separator: element == .copies ? "，" : "、")]
            }
            if !texts.isEmpty { self.texts[element] = texts }
        }
    }

    /// The texts of an element, without blanks around them; empty when nothing is given.
    subscript(element: Element) -> [String] { texts[element] ?? [] }

    /// Where an element is given; `nil` when that is the draft itself.
    func place(of element: Element) -> ConfigurationPlace? { places[element] }

    /// Whether no element is given.
    var isEmpty: Bool { texts.isEmpty }

    private static func value(
        of element: Element,
        in entries: [ConfigurationValue.Entry]
    ) -> ConfigurationValue.Entry? {
        entries.last { ($0.key == element.rawValue || $0.key == element.term) && $0.value.content != .null }
    }

    /// The texts that stand in one; characters that have no place in a line count as blanks.
    private static func split(_ text: String, _ element: Element) -> [String] {
        var texts: [Scalars] = []
        var current: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if let separators = element.separators, separators.contains(scalar) {
                texts.append(current[...])
                current = []
            } else {
                current.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
            }
        }
        texts.append(current[...])
        return texts.map(\.trimmed).filter { !$0.isEmpty }.map(\.string)
    }
}
