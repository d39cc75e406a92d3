/// An element of WordprocessingML that is taken over from a reference file: all names are of that one vocabulary.
package struct ReferenceElement: Sendable, Hashable {
    /// The name without the prefix.
    package var name: String
    /// The attributes by their names without the prefix.
    package var attributes: [String: String]
    package var children: [ReferenceElement]

    package init(_ name: String, _ attributes: [String: String] = [:], children: [ReferenceElement] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

    /// The element as XML, with the prefix `w` and attributes in the order of their names.
    package var xml: String {
        var text = "<w:\(name)"
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
            text += " w:\(name)=\"\(Self.escaped(value))\""
        }
        if children.isEmpty { return text + "/>" }
        return text + ">" + children.map(\.xml).joined() + "</w:\(name)>"
    }

    /// A value as it stands in an attribute.
    package static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += "&#\(scalar.value);"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
