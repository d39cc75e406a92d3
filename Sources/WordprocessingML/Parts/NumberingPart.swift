internal import XMLWriting

/// `word/numbering.xml`: the lists by which Word numbers headings. Where the document carries its markers as text, the
/// levels of GB/T 9704-2012, 7.3.3, for people who number in Word; nothing refers to them then.
struct NumberingPart {
    let plan: ListPlan

    func write(_ xml: borrowing XMLWriter) {
        xml.start("w:numbering")
        xml.attribute("xmlns:w", Namespaces.main)
        if plan.instances.isEmpty {
            Self.list(0, Self.standard, xml)
            Self.instance(1, of: 0, [:], xml)
        } else {
            for (index, levels) in plan.lists.enumerated() where !levels.isEmpty { Self.list(index, levels, xml) }
            for (index, item) in plan.instances.enumerated() {
                Self.instance(index + 1, of: item.list, item.starts, xml)
            }
        }
        xml.end()
    }

    /// 一、（一）1.（1）and, as practice, ①.
    private static let standard: [Int: ListPattern] = [
        0: ListPattern(format: .han, head: "", tail: "、"), 1: ListPattern(format: .han, head: "（", tail: "）"),
        2: ListPattern(format: .arabic, head: "", tail: "."), 3: ListPattern(format: .arabic, head: "（", tail: "）"),
        4: ListPattern(format: .circled, head: "", tail: ""),
    ]

    /// Writes a list.
    static func list(_ id: Int, _ levels: [Int: ListPattern], _ xml: borrowing XMLWriter) {
        xml.start("w:abstractNum")
        xml.attribute("w:abstractNumId", String(id))
        xml.value("w:multiLevelType", "multilevel")
        for level in 0...(levels.keys.max() ?? 0) {
            let pattern = levels[level]
            xml.start("w:lvl")
            xml.attribute("w:ilvl", String(level))
            xml.value("w:start", 1)
            xml.value("w:numFmt", (pattern?.format ?? .arabic).rawValue)
            // 0: the numbers never begin anew (17.9.10).
            if pattern?.runsOn == true { xml.value("w:lvlRestart", 0) }
            // The numbers of the levels above are written in digits (17.9.4).
            if pattern.map({ $0.parents > 0 }) == true { xml.flag("w:isLgl", true) }
            xml.value("w:suff", "nothing")
            xml.value("w:lvlText", pattern?.text(level: level) ?? "")
            xml.value("w:lvlJc", "left")
            xml.element("w:rPr") { xml.empty("w:rFonts", ["w:hint": "eastAsia"]) }
            xml.end()
        }
        xml.end()
    }

    /// Writes an instance of a list.
    static func instance(_ id: Int, of list: Int, _ starts: [Int: Int], _ xml: borrowing XMLWriter) {
        xml.start("w:num")
        xml.attribute("w:numId", String(id))
        xml.value("w:abstractNumId", list)
        for (level, start) in starts.sorted(by: { $0.key < $1.key }) {
            xml.start("w:lvlOverride")
            xml.attribute("w:ilvl", String(level))
            xml.value("w:startOverride", start)
            xml.end()
        }
        xml.end()
    }
}
