internal import StageKit
internal import SummaryModel

/// Takes away the sign of a list that leaked into a text from a web page or a presentation: ●, ■, ➢.
enum ListSign {
    /// Signs that mean nothing but “item”; ○, □ and ★ may be gaps or boxes, and `-` has its own meaning in Markdown. The last
    /// are those of the font Wingdings, as Word hands them on.
    private static let signs = ScalarSet("●•■◆▪▶►➢➤❖\u{F06C}\u{F06E}\u{F075}\u{F0A7}\u{F0B7}\u{F0D8}\u{F0FC}")

    /// Whether a block may begin with a sign, told by its first byte.
    static func mayBegin(_ block: Block) -> Bool {
        guard case .text(let text)? = block.content.first?.content, let byte = text.utf8.first else { return false }
        return byte == 0xE2 || byte == 0xEF
    }

    static func remove(from block: inout Block, in context: inout StageContext) {
        guard mayHaveSign(block.kind), block.label == nil, case .text(let text)? = block.content.first?.content,
            let sign = text.unicodeScalars.first, signs.contains(sign)
        else { return }
        let rest = text.unicodeScalars.dropFirst()
        // ●●市 hides a name.
        guard rest.first != sign else { return }
        let left = rest.drop(while: \.isBlank)
        guard !left.isEmpty || block.content.count > 1 else { return }
        let kept = String(String.UnicodeScalarView(left))
        if kept.isEmpty { block.content.removeFirst() } else { block.content[0].content = .text(kept) }
        if block.kind == .listItem { block.kind = .paragraph }
        let removed = text.unicodeScalars.prefix(text.unicodeScalars.count - left.count)
        context.explain("list-sign", on: block.id, before: String(String.UnicodeScalarView(removed)), after: "")
    }

    private static func mayHaveSign(_ kind: BlockKind) -> Bool {
        switch kind {
        case .lead, .paragraph, .point, .listItem: true
        default: false
        }
    }
}
