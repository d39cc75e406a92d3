import StageKit
import StageTesting
import SummaryModel
import Testing

@Suite("The check of stages finds what is wrong")
struct HostileVariantTests {
    /// Something that a stage does wrong.
    enum Fault: Sendable {
        case none, unlisted, foreignName, noMessage, missingBlock, outside, insideCharacter, wrongFix, idleFix, reason
        case countsCharacters, trustsFirstBlock, stopsAtCR, stripsPrefix, chokesOnNothing, chokesOnBlanks, takesMarks
        case takesJoiners, counts, undoesReading, keepsMark
    }

    /// Reports every 甲, and does one thing wrong.
    struct FindStage: Stage {
        struct Failed: Error {}
        static let name = "find"
        static let summary = LocalizedText(zh: "查找", en: "Finds.")
        static let findings = [FindingDescription("find.it", .info, LocalizedText(zh: "有“甲”", en: "There is 甲."))]
        var fault: Fault
        init(options: NoOptions) { fault = .none }
        init(_ fault: Fault) { self.fault = fault }

        func run(_ document: inout Document, in context: inout StageContext) throws {
            if fault == .chokesOnNothing, document.blocks.isEmpty { throw Failed() }
            for index in document.blocks.indices {
                let text = document.blocks[index].shownText
                if fault == .chokesOnBlanks, text.allSatisfy(\.isWhitespace) { throw Failed() }
                if let finding = finding(in: text, of: document.blocks[index].id, at: index) { context.report(finding) }
                change(&document.blocks[index], &context)
            }
        }

        private func finding(in text: String, of block: BlockID, at index: Int) -> Diagnostic? {
            guard let place = text.firstIndex(of: "甲") else { return nil }
            if fault == .trustsFirstBlock, index > 0 { return nil }
            if fault == .stopsAtCR, text.contains("\r") { return nil }
            let start =
                fault == .countsCharacters
                ? text.distance(from: text.startIndex, to: place) * 3
                : text.utf8.distance(from: text.startIndex, to: place)
            var range = start..<start + 3
            if fault == .outside { range = start..<start + 3000 }
            if fault == .insideCharacter { range = start..<start + 2 }
            let fixes: [FixIt] =
                switch fault {
                case .wrongFix: [FixIt(before: "乙", after: "丙", applicability: .safe)]
                case .idleFix: [FixIt(before: "甲", after: "甲", applicability: .safe)]
                default: [FixIt(before: "甲", after: "丙", applicability: .safe)]
                }
            let id =
                switch fault {
                case .unlisted: "find.other"
                case .foreignName: "seek.it"
                default: "find.it"
                }
            return Diagnostic(
                id: id,
                severity: .info,
                message: LocalizedText(zh: fault == .noMessage ? "" : "有“甲”", en: "found"),
                anchor: .init(fault == .missingBlock ? BlockID(rawValue: "nowhere") : block, range: range),
                fixes: fixes
            )
        }

        private func change(_ block: inout Block, _ context: inout StageContext) {
            switch fault {
            case .reason:
                guard block.content.shownText == "子甲" else { return }
                block.content = [.text("子甲丑")]
                context.explain("Some reason", on: block.id)
            case .stripsPrefix:
                guard !block.prefix.isEmpty else { return }
                block.prefix = ""
                block.content = [.text("丑")]
            case .takesMarks, .takesJoiners:
                let taken: Unicode.Scalar = fault == .takesMarks ? "\u{301}" : "\u{200D}"
                guard block.shownText.unicodeScalars.contains(taken) else { return }
                block.content.append(.text("丑"))
            case .counts:
                block.suffix = String(Int.random(in: 0..<1_000_000))
                context.explain("counted", on: block.id)
            case .undoesReading:
                if block.content.shownText == "子甲" { block.content = [.text("子甲丑")] }
            case .keepsMark:
                if block.content.shownText.unicodeScalars.first == "\u{FEFF}" { block.content = [.text("丑")] }
            default: break
            }
        }
    }

    private static func read(_ source: SourceText) -> Document {
        Document(
            blocks: source.lines.enumerated().map { index, line in
                Block(
                    id: BlockID(rawValue: "l\(index)"),
                    kind: .paragraph,
                    content: [.text(source[line], source: line)],
                    origin: .source(line)
                )
            }
        )
    }

    private static let marked = "[[find.it: 甲]]子\n丑\n寅[[find.it: 甲]]"

    private func failures(_ fault: Fault, _ draft: String = marked) -> [String] {
        StageTest(FindStage(fault), reading: Self.read).failures(draft)
    }

    @Test("a stage that keeps all is right")
    func right() {
        #expect(failures(.none) == [])
    }

    @Test(
        "what every run keeps",
        arguments: [
            (Fault.unlisted, "is not listed in 'findings'"), (.foreignName, "does not begin with 'find.'"),
            (.noMessage, "the message of 'find.it' has no wording in 'zh'"),
            (.missingBlock, "'nowhere', which is not there"),
            (.outside, "outside the"), (.insideCharacter, "inside a character"),
            (.wrongFix, "replaces '乙', but '甲' stands"),
            (.idleFix, "changes nothing"), (.counts, "the same document comes out otherwise the next time"),
            (.counts, "the edits are others the next time"),
        ]
    )
    func promises(fault: Fault, words: String) {
        let failures = failures(fault)
        #expect(failures.contains { $0.contains(words) }, "\(failures)")
    }

    @Test("a reason that is no name")
    func reason() {
        let failures = StageTest(FindStage(.reason), reading: Self.read).failures("子[[find.it: 甲]]", becomes: "子甲丑")
        #expect(failures.contains { $0.contains("the reason 'Some reason' of an edit") })
    }

    @Test(
        "what a variant shows and the plain draft does not",
        arguments: [
            (Fault.countsCharacters, HostileVariant.fourByteOpenings), (.trustsFirstBlock, .fourByteParagraphs),
            (.stripsPrefix, .wideIndentation), (.stripsPrefix, .noBreakIndentation), (.chokesOnNothing, .emptyDocument),
            (.chokesOnBlanks, .blankDocument), (.takesMarks, .combiningMarks), (.takesJoiners, .emojiSequences),
        ]
    )
    func variants(fault: Fault, variant: HostileVariant) {
        let draft =
            fault == .trustsFirstBlock
            ? "[[find.it: 甲]]子" : fault == .countsCharacters ? "子[[find.it: 甲]]。" : Self.marked
        let failures = failures(fault, draft)
        #expect(failures.contains { $0.hasPrefix(variant.rawValue + ": ") }, "\(failures)")
    }

    @Test("lines that are not found by other ends", arguments: [HostileVariant.crlf, .cr])
    func lineEnds(variant: HostileVariant) {
        // A reader that knows LF only.
        let test = StageTest(FindStage(.stopsAtCR)) { source in
            let bytes = source.utf8.split(separator: 0x0A)
            return Document(
                blocks: bytes.enumerated().map { index, line in
                    let range = SourceRange(line.startIndex, line.endIndex)
                    return Block(
                        id: BlockID(rawValue: "l\(index)"),
                        kind: .paragraph,
                        content: [.text(String(decoding: line, as: UTF8.self), source: range)],
                        origin: .source(range)
                    )
                }
            )
        }
        #expect(test.failures(Self.marked).contains { $0.hasPrefix(variant.rawValue + ": missing finding") })
    }

    @Test("a text that is changed when it is read again")
    func readAgain() {
        let test = StageTest(FindStage(.undoesReading)) { source in
            Document(
                blocks: source.lines.enumerated().map { index, line in
                    // Takes its own output for something else.
                    let text = source[line] == "子甲丑" ? "子甲" : source[line]
                    return Block(
                        id: BlockID(rawValue: "l\(index)"),
                        kind: .paragraph,
                        content: [.text(text, source: line)],
                        origin: .source(line)
                    )
                }
            )
        }
        let failures = test.failures("子[[find.it: 甲]]", becomes: "子甲丑")
        #expect(failures.contains { $0.hasPrefix("read-again: the output, read again, is changed") })
    }

    @Test("a byte-order mark that stays in the text")
    func byteOrderMark() {
        let test = StageTest(
            FindStage(.keepsMark),
            readingBytes: { bytes in
                let source = SourceText(utf8: bytes)
                return (source, Self.read(source))
            }
        )
        let failures = test.failures(Self.marked)
        #expect(!failures.isEmpty)
        #expect(failures.allSatisfy { $0.hasPrefix("byte-order-mark: ") })
        let mended = StageTest(
            FindStage(.keepsMark),
            readingBytes: { bytes in
                let source = SourceText(
                    utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
                )
                return (source, Self.read(source))
            }
        )
        #expect(mended.failures(Self.marked) == [])
    }

    @Test("a variant is left out by name, with a reason")
    func exceptions() {
        let test = StageTest(FindStage(.chokesOnNothing), reading: Self.read)
        #expect(test.failures(Self.marked).count == 1)
        #expect(test.without(.emptyDocument, because: "it is never called for nothing").failures(Self.marked) == [])
        #expect(
            test.without(.emptyDocument, because: "").failures(Self.marked)
                == ["empty-document: it is left out without a reason"]
        )
    }
}
