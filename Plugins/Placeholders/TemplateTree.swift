internal import SummaryModel

/// Items and the sections around them, as the marks of a template nest them.
enum TemplateTree<Item> {
    /// One thing in a row of items and marks.
    enum Unit {
        case item(Item)
        /// A mark, and the item that consists of nothing else, when there is one.
        case tag(TemplateTag, Item?)
    }

    /// An item, or a section with what is in it.
    indirect enum Node {
        case item(Item)
        case section(Section)
        /// A mark without a partner.
        case stray(TemplateTag, Item?)
    }

    /// A section.
    struct Section {
        var start: (tag: TemplateTag, item: Item?)
        var end: (tag: TemplateTag, item: Item?)
        var nodes: [Node]
    }

    /// Nests the items. An end without a name, or with the name of the section that is open, ends that section; one with
    /// the name of a section further out leaves those within without an end.
    static func nodes(_ units: [Unit]) -> [Node] {
        let partners = partners(units)
        var open: [(start: (tag: TemplateTag, item: Item?), before: [Node])] = []
        var nodes: [Node] = []
        for (index, unit) in units.enumerated() {
            switch unit {
            case .item(let item): nodes.append(.item(item))
            case .tag(let tag, let item):
                if partners[index] == nil {
                    nodes.append(.stray(tag, item))
                } else if tag.role != .end {
                    open.append(((tag, item), nodes))
                    nodes = []
                } else if var section = open.popLast() {
                    section.before.append(
                        .section(Section(start: section.start, end: (tag, item), nodes: nodes))
                    )
                    nodes = section.before
                }
            }
        }
        return nodes
    }

    /// The place of the other mark of every mark that has one.
    static func partners(_ units: [Unit]) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var open: [(index: Int, name: String)] = []
        for (index, unit) in units.enumerated() {
            guard case .tag(let tag, _) = unit else { continue }
            if tag.role != .end {
                if open.count < TemplateTag.depthLimit { open.append((index, tag.name)) }
            } else if let place = open.lastIndex(where: { tag.name.isEmpty || $0.name == tag.name }) {
                partners[open[place].index] = index
                partners[index] = open[place].index
                open.removeSubrange(place...)
            }
        }
        return partners
    }
}
