internal import RenderKit
internal import XMLWriting

/// `word/numbering.xml`: the lists by which Word numbers headings. Where the document carries its markers as text, the
/// levels of GB/T 9704-2012, 7.3.3, for people who number in Word; nothing refers to them then.
struct NumberingPart {
    let plan: ListPlan
    /// The lists of a reference file, after which those of the document stand.
    var reference: ReferenceParts.Lists?

    /// The part.
    func bytes() throws -> [UInt8] {
        guard let reference else { return try XMLWriter.bytes { write($0) } }
        return try reference.lists
            + Self.piece { xml in
                for (index, levels) in plan.lists.enumerated() where !levels.isEmpty {
                    Self.list(reference.firstList + index, levels, isPiece: true, xml)
                }
            } + reference.instances
            + Self.piece { xml in
                for (index, item) in plan.instances.enumerated() {
                    let number = reference.firstInstance + index
                    Self.instance(number, of: reference.firstList + item.list, item.starts, isPiece: true, xml)
                }
            } + reference.end
    }

    /// Something to be put into a part.
    private static func piece(_ body: (borrowing XMLWriter) throws -> Void) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try XMLWriter.write(to: { bytes.append(contentsOf: $0) }, declaration: false, body)
        return bytes
    }

    private func write(_ xml: borrowing XMLWriter) {
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
    ///
    /// - Parameter isPiece: Whether it stands in a part of a reference file, which may have another prefix.
    static func list(_ id: Int, _ levels: [Int: ListPattern], isPiece: Bool = false, _ xml: borrowing XMLWriter) {
        xml.start("w:abstractNum")
        if isPiece { xml.attribute("xmlns:w", Namespaces.main) }
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
    static func instance(
        _ id: Int,
        of list: Int,
        _ starts: [Int: Int],
        isPiece: Bool = false,
        _ xml: borrowing XMLWriter
    ) {
        xml.start("w:num")
        if isPiece { xml.attribute("xmlns:w", Namespaces.main) }
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
