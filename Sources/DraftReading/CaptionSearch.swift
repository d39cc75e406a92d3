internal import SummaryModel

/// Finds the captions of tables and pictures by what they say and where they stand: 表1 directly above a table, 图1
/// directly above or below a picture.
struct CaptionSearch {
    /// A caption is no longer than this, in characters.
    private static let longest = 60
    private static let sentenceMarks = ScalarSet("。！？；!?;：:")

    /// Changes the kinds of `blocks` that are captions, except for those of which somebody said what they are.
    static func mark(_ blocks: inout [Block], butNot declared: Set<BlockID>) {
        for index in blocks.indices {
            let isTable = blocks[index].table != nil
            guard isTable || !blocks[index].pictures.isEmpty else { continue }
            let sign: Unicode.Scalar = isTable ? "表" : "图"
            for place in isTable ? [index - 1] : [index + 1, index - 1] where blocks.indices.contains(place) {
                guard isCaption(blocks[place], of: sign), !declared.contains(blocks[place].id) else { continue }
                blocks[place].kind = .caption
                break
            }
        }
    }

    /// Whether a block is a line such as 表1　各村完成情况.
    private static func isCaption(_ block: Block, of sign: Unicode.Scalar) -> Bool {
        // At the end of a text a short line looks like a signature.
        guard [.paragraph, .lead, .signature].contains(block.kind), block.label == nil, block.body == nil,
            block.pictures.isEmpty, block.table == nil
        else { return false }
        let text = Array(block.content.shownText.unicodeScalars.prefix(longest + 1))[...].trimmed
        return isCaption(text, of: sign)
    }

    /// Whether a text is one such as 表1　各村完成情况.
    static func isCaption(_ text: Scalars, of sign: Unicode.Scalar) -> Bool {
        guard text.first == sign, text.count <= longest, !text.contains(where: { sentenceMarks.contains($0) }) else {
            return false
        }
        let rest = text.dropFirst().drop(while: \.isBlank)
        let number = rest.prefix {
            $0.digitValue != nil || HanNumeral.digit($0) != nil || ".-－—".unicodeScalars.contains($0)
        }
        guard let first = number.first, first.digitValue != nil || HanNumeral.digit(first) != nil else { return false }
        // 表一律…… and 图一时之快 are words.
        guard let next = rest.dropFirst(number.count).first else { return true }
        return next.isBlank || first.digitValue != nil && number.allSatisfy { HanNumeral.digit($0) == nil }
    }
}
