import SummaryModel

/// Makes documents from sketches, one block a line: a marker at the beginning of a line makes a heading or a point,
/// `# ` a title, `## ` and `### ` headings without numbers, `附件` an attachment, everything else a paragraph.
enum Sketch {
    private static let han = "一二三四五六七八九十百零"

    static func read(_ source: SourceText) -> Document {
        Document(blocks: source.lines.enumerated().map { block($0, $1, source[$1]) })
    }

    private static func block(_ index: Int, _ line: SourceRange, _ text: String) -> Block {
        var block = Block(id: BlockID(rawValue: "l\(index)"), kind: .paragraph, origin: .source(line))
        block.prefix = String(text.prefix { $0 == "　" })
        let text = text.dropFirst(block.prefix.count)
        block.content = [.text(String(text))]
        if text.hasPrefix("# ") { block.kind = .title }
        if text.hasPrefix("## ") { block.kind = .heading1 }
        if text.hasPrefix("### ") { block.kind = .heading2 }
        if text.hasPrefix("附件") { block.kind = .attachment }
        for (scheme, level, kind, find) in forms {
            guard let (marker, ordinal) = find(String(text)) else { continue }
            block.kind = kind
            block.label = NumberLabel(scheme: scheme, level: level, ordinal: ordinal, marker: marker)
            block.content = [.text(String(text.dropFirst(marker.count)))]
            break
        }
        return block
    }

    private typealias Find = (String) -> (String, Int)?

    private static var forms: [(NumberLabel.Scheme, Int, BlockKind, Find)] {
        [
            (.parts, 1, .part, marker(["第"], han, ["部分"])), (.chapters, 1, .part, marker(["第"], han, ["章"])),
            (.ordinalPoints, 1, .point, marker(["第"], han, ["，", "、"])),
            (.isPoints, 1, .point, marker([""], han, ["是"])), (.mustPoints, 1, .point, marker([""], han, ["要"])),
            (.official, 1, .heading1, marker([""], han, ["、", ".", "．"])),
            (.official, 2, .heading2, marker(["（", "("], han, ["）、", "）", ")"])),
            (.official, 3, .heading3, marker([""], "0123456789", [".", "、", "．"])),
            (.official, 4, .heading4, marker(["（", "("], "0123456789", ["）", ")"])),
            (.official, 2, .heading2, sign(0x3220, 10)), (.official, 5, .heading5, sign(0x2460, 20)),
            (.official, 5, .heading5, sign(0x32B1, 15, from: 36)),
        ]
    }

    private static func marker(_ heads: [String], _ digits: String, _ tails: [String]) -> Find {
        { text in
            for head in heads where text.hasPrefix(head) {
                let number = text.dropFirst(head.count).prefix { digits.contains($0) }
                guard !number.isEmpty, let ordinal = Int(number) ?? value(number) else { continue }
                let rest = text.dropFirst(head.count + number.count)
                if let tail = tails.first(where: { rest.hasPrefix($0) }) { return (head + number + tail, ordinal) }
            }
            return nil
        }
    }

    private static func sign(_ start: UInt32, _ count: UInt32, from first: Int = 1) -> Find {
        { text in
            guard let scalar = text.unicodeScalars.first, (start..<start + count).contains(scalar.value) else {
                return nil
            }
            return (String(scalar), Int(scalar.value - start) + first)
        }
    }

    private static func value(_ number: Substring) -> Int? {
        var total = 0
        var pending = 0
        for digit in number {
            switch digit {
            case "百": (total, pending) = (total + pending * 100, 0)
            case "十": (total, pending) = (total + (pending == 0 ? 1 : pending) * 10, 0)
            case "零": pending = 0
            default: pending = han.firstIndex(of: digit).map { han.distance(from: han.startIndex, to: $0) + 1 } ?? 0
            }
        }
        return total + pending
    }
}
