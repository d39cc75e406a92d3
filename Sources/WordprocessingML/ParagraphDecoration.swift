internal import RenderKit
internal import XMLWriting

/// What a paragraph of an official document has besides its style: a rule, tab stops, a place of its own on the page.
struct ParagraphDecoration {
    /// A place on the paper, counted from its upper left corner (ISO/IEC 29500-1, 17.3.1.11).
    struct Frame {
        var left: Length
        var top: Length
        var width: Length
        /// Whether text may stand beside it.
        var isBesideText = false
    }

    /// A place at which the text goes on after a tab, counted from the left edge of the text.
    struct TabStop {
        var position: Length
        var isRight = false
        /// Whether dots lead to it.
        var hasLeader = false
    }

    var frame: Frame?
    /// A rule below it; its distance is that from the line, not from the characters.
    var ruleBelow: RuleStyle?
    var tabs: [TabStop] = []

    /// The place, which stands before the other properties.
    func writeFrame(_ xml: borrowing XMLWriter) {
        guard let frame else { return }
        xml.empty(
            "w:framePr",
            [
                "w:w": String(frame.width.twips), "w:wrap": frame.isBesideText ? "around" : "notBeside",
                "w:vAnchor": "page", "w:hAnchor": "page",
                "w:x": String(frame.left.twips), "w:y": String(frame.top.twips),
            ]
        )
    }

    /// The rule and the tab stops.
    func write(_ xml: borrowing XMLWriter) {
        if let ruleBelow {
            xml.element("w:pBdr") { ruleBelow.write("w:bottom", space: ruleBelow.distance, xml) }
        }
        if !tabs.isEmpty {
            xml.element("w:tabs") {
                for tab in tabs {
                    xml.start("w:tab")
                    xml.attribute("w:val", tab.isRight ? "right" : "left")
                    if tab.hasLeader { xml.attribute("w:leader", "dot") }
                    xml.attribute("w:pos", String(tab.position.twips))
                    xml.end()
                }
            }
        }
    }
}

extension RuleStyle {
    /// Writes the rule as a border (ISO/IEC 29500-1, 17.3.4).
    ///
    /// - Parameter space: The distance to the text; files hold whole points up to 31.
    func write(_ name: StaticString, space: Length, _ xml: borrowing XMLWriter) {
        let value =
            switch pattern {
            case .single: "single"
            case .thickThin: "thickThinSmallGap"
            case .thinThick: "thinThickSmallGap"
            }
        xml.empty(
            name,
            [
                "w:val": value, "w:sz": String(max(2, Int((thickness.points * 8).rounded()))),
                "w:space": String(min(31, max(0, Int(space.points.rounded())))), "w:color": colour?.hex ?? "auto",
            ]
        )
    }
}
