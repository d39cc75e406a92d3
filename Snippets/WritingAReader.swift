//! A reader for outlines whose headings begin with stars.

import DraftReading
import ReadKit
import ReaderTesting
import SummaryModel

// snippet.reader
/// Reads outlines in which a heading begins with as many stars as its level, and a blank.
struct StarReader: Reader {
    static let format = "stars"
    static let summary = LocalizedText(zh: "以星号分级的提纲（.org）", en: "Outlines with stars before headings (.org).")
    static let extensions = ["org"]

    static func recognition(of file: DraftFile) -> Recognition {
        if extensions.contains(file.pathExtension) { return .likely }
        return file.opening.split(separator: "\n").count(where: { marks($0.utf8) > 0 }) > 2 ? .likely : .none
    }

    func read(_ file: DraftFile, in context: ReaderContext) throws(DraftError) -> Draft {
        // Finds the encoding, and refuses what is no text.
        var draft = try Draft(text: file.bytes, format: Self.format)
        draft.traits = draft.source.lines.map { line in
            var traits = LineTraits()
            let count = Self.marks(draft.source.utf8[line.lowerBound..<line.upperBound])
            if count > 0 {
                traits.outlineLevel = count
                // The stars are not text: they leave it as an edit of the reading.
                draft.syntax.append(SourceRange(line.lowerBound, line.lowerBound + count + 1))
            }
            return traits
        }
        return draft
    }

    /// How many stars a line begins with, when a blank follows.
    private static func marks(_ line: some Collection<UInt8>) -> Int {
        let stars = line.prefix { $0 == UInt8(ascii: "*") }.count
        return (1...6).contains(stars) && line.dropFirst(stars).first == UInt8(ascii: " ") ? stars : 0
    }
}
// snippet.end

// snippet.run
let outline = "清溪镇文化站2024年工作总结\n* 主要工作\n** 办好讲座\n全年举办讲座12场。\n* 下一步打算\n继续办好讲座。\n"
let file = DraftFile(Array(outline.utf8), name: "outline.org")
let reading = DraftReader().read(try StarReader().read(file, in: ReaderContext()))
for block in reading.document.blocks { print("\(block.kind.rawValue): \(block.shownText)") }
// snippet.end

// snippet.test
let failures = ReaderConformance.failures(of: StarReader.self, samples: [file]) { lines in
    Array(lines.enumerated().map { ($0.offset == 2 ? "* " : "") + $0.element + "\n" }.joined().utf8)
}
print("failures: \(failures)")
