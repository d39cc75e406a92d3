import Foundation

/// Breaks files: the same seed and the same number of a run give the same file.
struct Mutator {
    /// A broken file.
    struct Broken {
        var format: String
        var bytes: [UInt8]
    }

    /// No file grows beyond this, so that a slow run is one that the reader made slow.
    private static let largest = 1 << 20

    private let seeds: SeedFiles
    private let seed: UInt64

    init(_ seeds: SeedFiles, seed: UInt64) {
        self.seeds = seeds
        self.seed = seed
    }

    /// The file of a run.
    func file(_ run: Int) -> Broken {
        var random = Randomness(seed: seed, run: run)
        let format = random.pick(seeds.formats) ?? "txt"
        let files = seeds[format]
        guard let file = random.pick(files) else { return Broken(format: format, bytes: []) }
        switch file {
        case .bytes(let bytes):
            return Broken(format: format, bytes: broken(bytes, format, files, &random))
        case .package(var parts):
            for _ in 0...random.below(2) where !parts.isEmpty {
                let index = random.below(parts.count)
                switch random.below(12) {
                case 0: parts.remove(at: index)
                case 1: parts.append(parts[index])
                case 2: parts[index].name = broken(parts[index].name, &random)
                default: parts[index].bytes = broken(parts[index].bytes, "xml", files, &random)
                }
            }
            var bytes = StoredArchive.bytes(parts)
            if random.below(6) == 0 { bytes = broken(bytes, "zip", [], &random) }
            return Broken(format: format, bytes: bytes)
        }
    }

    private func broken(_ name: String, _ random: inout Randomness) -> String {
        name.replacing(
            random.pick(["/", "word", ".xml"]) ?? "/",
            with: random.pick(["../", "\\", "", "/", "\u{0}"]) ?? ""
        )
    }

    private func broken(
        _ original: [UInt8],
        _ format: String,
        _ files: [SeedFiles.File],
        _ random: inout Randomness
    ) -> [UInt8] {
        var bytes = original
        let words = (Self.words[format] ?? []) + Self.words["text", default: []]
        for _ in 0...random.below(8) {
            let place = random.below(bytes.count + 1)
            switch random.below(9) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
            case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
            case 2: bytes.removeSubrange(random.stretch(of: bytes.count))
            case 3:
                let part = bytes[random.stretch(of: bytes.count)]
                bytes.insert(contentsOf: part, at: place)
            case 4:
                guard case .bytes(let other)? = random.pick(files) else { continue }
                bytes.insert(contentsOf: other[random.stretch(of: other.count)], at: place)
            case 5: bytes.removeSubrange(random.below(40) == 0 ? place..<bytes.count : place..<place)
            case 6:
                let word = random.pick(words).map { Array($0.utf8) } ?? []
                let count = random.below(30) == 0 ? random.below(4000) : 1
                for _ in 0..<count { bytes.insert(contentsOf: word, at: min(place, bytes.count)) }
            default:
                guard let word = random.pick(words) else { continue }
                bytes.insert(contentsOf: word.utf8, at: place)
            }
            if bytes.count > Self.largest { bytes.removeSubrange(Self.largest...) }
        }
        return bytes
    }

    /// What the readers look for.
    private static let words: [String: [String]] = [
        "text": [
            "\n", "\r\n", "\u{2028}", "\u{0}", "\u{FEFF}", "\u{3000}", "\u{200B}", "\u{FFFE}", "\u{10FFFF}", "\t",
            "    ",
            "一、", "（一）", "1.", "（1）", "①", "一是", "首先，", "第一章 ", "。", "：", "；", "|", "——", "××", "X", "{{a}}",
            "年度工作总结", "加微信", "www.a.com", "特此报告。", "2023年1月1日", "附件：1.甲", "抄送：", "— 1 —", "目录", "......3",
        ],
        "md": [
            "# ", "## ", "**", "`", "```\n", "- ", "> ", "| a | b |\n|---|---|\n", "[a](b)", "![", "<!--", "\\", "    ",
            "$$\n",
        ],
        "html": [
            "<p>", "</p>", "<table>", "<tr><td>", "</table>", "<!--", "-->", "<script>", "<br>", "&nbsp;", "&#0;",
            "&amp;",
            "<![CDATA[", "<ul><li>", "<h1>", "<style>", "<b>", " class=\"", "<svg>", "<td colspan=99999>",
        ],
        "json": [
            "{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e999", "9223372036854775807", "\\u0000",
            "\\ud800",
            "\"table\":{\"rows\":[[]],\"headerRowCount\":1},", "\"body\":[],", "\"kind\":\"residue\",",
            "\"type\":\"line-break\"",
            "\"id\":\"b1\",", "\"label\":{\"scheme\":\"official\",\"level\":1,\"ordinal\":1,\"marker\":\"\"},",
        ],
        "xml": [
            "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:br/>", "<w:tab/>", "<w:tbl>", "</w:tbl>", "<w:tr>",
            "<w:tc>", "<w:del>", "<w:ins>", "<w:pStyle w:val=\"1\"/>", "<w:numPr>",
            "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:gridSpan w:val=\"99999999\"/>", "<w:vMerge/>", "<w:sdt>", "<w:txbxContent>", "<mc:AlternateContent>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "<![CDATA[", "<!--", "-->", "xmlns=\"\"", "../",
            "<w:footnoteReference w:id=\"1\"/>", "<w:sym w:char=\"F0FF\"/>", "w:val=\"-1\"",
        ],
        "rtf": ["{", "}", "\\par", "\\u0", "\\bin99999 "],
        "zip": ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}"],
    ]
}
