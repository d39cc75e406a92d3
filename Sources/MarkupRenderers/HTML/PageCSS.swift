internal import RenderKit
internal import SummaryModel

/// The printed page: its size, its margins, and what stands in them (CSS Paged Media 3).
struct PageCSS {
    let sheet: StyleSheet
    let furniture: PageFurniture

    /// The rules for all pages, for right ones (with odd numbers) and for left ones.
    var text: String {
        let page = sheet.page
        let margins = [page.top, page.right, page.bottom, page.left].map { CSSLength.text($0) }.joined(separator: " ")
        var text = "@page { size: \(CSSLength.text(page.width)) \(CSSLength.text(page.height)); margin: \(margins); "
        if !furniture.header.isEmpty { text += header }
        switch sheet.pageNumber.position {
        case .centred:
            text += box(
                "bottom-center",
                lines + [number],
                "center",
                sheet[ParagraphStyle.Key.footer],
                fromBelow: page.footer
            )
        case .none, .outer:
            if !lines.isEmpty {
                // The number stands below them on a line of its own.
                let pitch = sheet.pageNumber.position == .outer ? pitch(sheet[ParagraphStyle.Key.footer]) : .zero
                let distance = Length(twips: page.footer.twips + pitch.twips)
                text += box("bottom-center", lines, "center", sheet[ParagraphStyle.Key.footer], fromBelow: distance)
            }
        }
        text += "}\n"
        if let first = sheet.firstPage, !first.hasPageNumber, sheet.pageNumber.position != .none {
            let places = sheet.pageNumber.position == .outer ? ["bottom-left", "bottom-right"] : ["bottom-center"]
            text += "@page :first { " + places.map { "@\($0) { content: none; } " }.joined() + "}\n"
        }
        guard sheet.pageNumber.position == .outer else { return text }
        for (page, side) in [("right", "right"), ("left", "left")] {
            let inset = CSSLength.text(sheet.pageNumber.inset, linePitch: sheet.page.linePitch)
            text += "@page :\(page) { "
            text += box(
                "bottom-\(side)",
                [number],
                side,
                sheet[ParagraphStyle.Key.footer],
                fromBelow: sheet.page.footer,
                inset: inset
            )
            text += "}\n"
        }
        return text
    }

    /// The rules for landscape pages: the number stands at the same place of the paper as on other pages, turned to the right
    /// (GB/T 9704-2012, 8), which is the left edge there.
    var landscape: String {
        let style = sheet[ParagraphStyle.Key.footer]
        let sides: [(page: String, old: String?, alignment: String)]
        switch sheet.pageNumber.position {
        case .none: return ""
        case .centred: sides = [("", nil, "center")]
        case .outer: sides = [(":right", "bottom-right", "right"), (":left", "bottom-left", "left")]
        }
        let inset = CSSLength.text(sheet.pageNumber.inset, linePitch: sheet.page.linePitch)
        // The line stands at the distance of the footer from the edge of the paper.
        let rest = Length(twips: max(0, sheet.page.bottom.twips - sheet.page.footer.twips - pitch(style).twips))
        var text = ""
        for side in sides {
            text += "@page landscape\(side.page) { "
            if let old = side.old { text += "@\(old) { content: none; } " }
            if sheet.pageNumber.position == .centred {
                text += box(
                    "bottom-center",
                    lines.isEmpty ? ["none"] : lines,
                    "center",
                    style,
                    fromBelow: sheet.page.footer
                )
            }
            var rule = CSSRule("@left-middle")
            rule.add([("content", number), ("writing-mode", "vertical-rl"), ("white-space", "pre")])
            var format = style.format
            format.alignment = .left
            rule.add([("font-family", FontStack(format.text.latin, sheet).text)])
            rule.add(
                CSSRule.inherited(format, over: nil, sheet).filter { name, _ in
                    name != "text-align" && name != "font-family" && !name.hasPrefix("--")
                }
            )
            // In text that runs down, the first line is the right one and the upper edge of the box its right one.
            rule.add([
                ("text-align", side.alignment), ("vertical-align", "top"), ("padding-right", CSSLength.text(rest)),
            ])
            if side.alignment == "right" { rule.add([("padding-bottom", inset)]) }
            if side.alignment == "left" { rule.add([("padding-top", inset)]) }
            text += rule.text.replacingLineEnd + "}\n"
        }
        return text
    }

    private var number: String {
        "\(CSSString.text(sheet.pageNumber.before)) counter(page) \(CSSString.text(sheet.pageNumber.after))"
    }

    private var lines: [String] { furniture.footer.map { CSSString.text($0.shownText) } }

    private var header: String {
        let style = sheet[ParagraphStyle.Key.header]
        let alignment =
            switch style.format.alignment {
            case .left, .justified, .distributed: "left"
            case .centred: "center"
            case .right: "right"
            }
        return box(
            "top-\(alignment)",
            furniture.header.map { CSSString.text($0.shownText) },
            alignment,
            style,
            fromAbove: sheet.page.header
        )
    }

    private func pitch(_ style: ParagraphStyle) -> Length {
        if case .exact(let height) = style.format.lineHeight { height } else { style.format.text.size }
    }

    /// A box in the margin of the page.
    ///
    /// - Parameters:
    ///   - lines: What stands in it, as values of `content`.
    ///   - above: From the upper edge of the paper to the first line.
    ///   - below: From the lower edge of the paper to the last line.
    ///   - inset: From the side of the text.
    private func box(
        _ name: String,
        _ lines: [String],
        _ alignment: String,
        _ style: ParagraphStyle,
        fromAbove above: Length? = nil,
        fromBelow below: Length? = nil,
        inset: String? = nil
    ) -> String {
        var rule = CSSRule("@\(name)")
        rule.add([("content", lines.joined(separator: " \"\\a \" ")), ("white-space", "pre")])
        var format = style.format
        format.alignment = .left
        // Browsers know no variables here.
        let (text, names) = (format.text, FontStack(format.text.latin, sheet).names)
        let fonts = text.font == text.latin ? "" : names + ", "
        rule.add([("font-family", fonts + FontStack(text.font, sheet).text)])
        rule.add(
            CSSRule.inherited(format, over: nil, sheet).filter { name, _ in
                name != "text-align" && name != "font-family" && !name.hasPrefix("--")
            }
        )
        rule.add([("text-align", alignment), ("vertical-align", above == nil ? "bottom" : "top")])
        if let above { rule.add([("padding-top", CSSLength.text(above))]) }
        if let below { rule.add([("padding-bottom", CSSLength.text(below))]) }
        if let inset { rule.add([("padding-\(alignment)", inset)]) }
        return rule.text.replacingLineEnd
    }
}

extension String {
    /// The text with a blank for the line end.
    fileprivate var replacingLineEnd: String { hasSuffix("\n") ? dropLast() + " " : self }
}
