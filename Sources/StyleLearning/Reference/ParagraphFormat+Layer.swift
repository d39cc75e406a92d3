internal import RenderKit

extension ParagraphFormat {
    /// What a style of a file says, with everything that it takes from others and from the defaults.
    ///
    /// - Parameter linePitch: The distance from line to line of the page.
    init(_ layer: FormatLayer, linePitch: Int) {
        let text = layer.textFormat
        let size = text.twips(.size)
        self.init(
            text: TextFormat(
                font: text.name(.font),
                latin: text.name(.latin),
                size: Length(twips: size),
                colour: Colour(text.name(.colour)),
                isBold: text[.bold] == .flag(true),
                characterSpacing: Length(twips: text.twips(.spacing))
            )
        )
        let format = layer.paragraphFormat(size: size, linePitch: linePitch)
        func measure(_ property: FormatProperty) -> Measure { .absolute(Length(twips: format.twips(property))) }
        alignment = Alignment(rawValue: format.name(.alignment)) ?? .left
        firstLineIndent = measure(.firstLine)
        leftIndent = measure(.left)
        rightIndent = measure(.right)
        spaceBefore = measure(.before)
        spaceAfter = measure(.after)
        if case .line(let height)? = format[.line] { lineHeight = height }
        keepsWithNext = format[.keepNext] == .flag(true)
        keepsLines = format[.keepLines] == .flag(true)
        breaksPageBefore = format[.pageBreak] == .flag(true)
        snapsToGrid = format[.snapToGrid] != .flag(false)
        if case .level(let level)? = format[.outline], level > 0 { outlineLevel = level }
    }

    /// This format over another base: what it changes about its own base it changes about the other.
    func moved(from old: ParagraphFormat, to new: ParagraphFormat) -> ParagraphFormat {
        var format = self
        func take<Value: Equatable>(_ path: WritableKeyPath<ParagraphFormat, Value>) {
            if format[keyPath: path] == old[keyPath: path] { format[keyPath: path] = new[keyPath: path] }
        }
        take(\.text.font)
        take(\.text.latin)
        take(\.text.size)
        take(\.text.colour)
        take(\.text.isBold)
        take(\.text.characterSpacing)
        take(\.alignment)
        take(\.firstLineIndent)
        take(\.leftIndent)
        take(\.rightIndent)
        take(\.lineHeight)
        take(\.spaceBefore)
        take(\.spaceAfter)
        take(\.keepsWithNext)
        take(\.keepsLines)
        take(\.breaksPageBefore)
        take(\.snapsToGrid)
        take(\.outlineLevel)
        return format
    }

    /// Whether two formats are the same on paper.
    ///
    /// - Parameter fontName: The name of the font of a role.
    func looksLike(_ other: ParagraphFormat, on page: PageLayout, _ fontName: (String) -> String) -> Bool {
        func plain(_ format: ParagraphFormat) -> ParagraphFormat {
            var plain = format
            func fix(_ path: WritableKeyPath<ParagraphFormat, Measure>) {
                let length = format[keyPath: path].length(characterSize: format.text.size, linePitch: page.linePitch)
                plain[keyPath: path] = .absolute(length)
            }
            plain.text.font = fontName(format.text.font)
            plain.text.latin = fontName(format.text.latin)
            fix(\.firstLineIndent)
            fix(\.leftIndent)
            fix(\.rightIndent)
            fix(\.spaceBefore)
            fix(\.spaceAfter)
            if format.lineHeight == .multiple(1) { plain.lineHeight = .automatic }
            return plain
        }
        return plain(self) == plain(other)
    }
}

extension SampleFormat {
    fileprivate func name(_ property: FormatProperty) -> String {
        if case .name(let name)? = self[property] { name } else { "" }
    }

    fileprivate func twips(_ property: FormatProperty) -> Int {
        if case .twips(let twips)? = self[property] { twips } else { 0 }
    }
}
