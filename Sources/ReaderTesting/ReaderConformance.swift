internal import DraftReading
public import ReadKit
internal import SummaryModel

/// Checks what every reader must keep, on its own samples, on damaged ones, and on bytes of no format.
///
/// ```swift
/// let failures = ReaderConformance.failures(
///     of: PlainTextReader.self,
///     samples: [DraftFile(Array("年度总结\n一、加强学习\n".utf8), name: "draft.txt")],
///     recognition: .possible,
///     writing: { lines in Array((lines.joined(separator: "\n") + "\n").utf8) }
/// )
/// #expect(failures == [])
/// ```
public enum ReaderConformance {
    /// What is not as it should be, one sentence each with the name of the file; empty when all is well.
    ///
    /// The format knows its samples; any bytes, also noise, samples cut off at every sixteenth and samples damaged by
    /// chance, end in a reading that ``ReadingCheck`` accepts or in a ``/ReadKit/DraftError`` in both languages, and do so again;
    /// no line of a file is lost, and characters of four bytes, ideographic spaces, CRLF and a byte-order mark change
    /// none. No other program is started.
    ///
    /// - Parameters:
    ///   - type: The reader.
    ///   - samples: Files of the format with their names.
    ///   - recognition: How sure the reader must be of its samples.
    ///   - seed: Where chance begins; the same seed gives the same files.
    ///   - mutations: How many times each sample is damaged by chance.
    ///   - write: Makes a file of the format that has these lines as paragraphs; `nil` leaves out what needs it.
    public static func failures(
        of type: any Reader.Type,
        samples: [DraftFile],
        recognition: Recognition = .likely,
        seed: UInt64 = 1,
        mutations: Int = 24,
        writing write: ((_ lines: [String]) throws -> [UInt8])? = nil
    ) -> [String] {
        let check = Check(type: type)
        var failures = descriptions(type)
        if samples.isEmpty { failures.append("there are no samples") }
        for broken in BrokenBytes.strangers(seed: seed) {
            for name in [nil, "draft." + (type.extensions.first ?? "")] {
                failures += check.failures(DraftFile(broken.bytes, name: name)).map { "\(broken.name): \($0)" }
            }
        }
        for (index, sample) in samples.enumerated() {
            let name = sample.name ?? "sample \(index)"
            let found = type.recognition(of: sample)
            if found < recognition { failures.append("\(name): the reader is no surer of it than '\(found)'") }
            let broken =
                [BrokenBytes(name: "whole", bytes: sample.bytes)] + BrokenBytes.truncations(of: sample.bytes)
                + BrokenBytes.mutations(of: sample.bytes, count: mutations, seed: seed)
            for item in broken {
                failures += check.failures(DraftFile(item.bytes, name: sample.name)).map {
                    "\(name), \(item.name): \($0)"
                }
            }
            if case .refused(let message) = check.outcome(sample) {
                failures.append("\(name): it is refused: \(message.en)")
            }
        }
        if let write { failures += check.lines(write) }
        return failures
    }

    private static func descriptions(_ type: any Reader.Type) -> [String] {
        var failures = WordingCheck.failures(ofSummary: type.summary, "the summary of the format")
        for finding in type.findings {
            failures += WordingCheck.failures(ofSummary: finding.summary, "the summary of '\(finding.id)'")
        }
        for name in [type.format] + type.extensions where !StableName.isWellFormed(name) {
            failures.append("'\(name)' is not made of lower-case words with hyphens")
        }
        if Set(type.extensions).count < type.extensions.count { failures.append("an extension is there twice") }
        return failures
    }

    /// What becomes of a file.
    private enum Outcome {
        case read(Draft)
        case refused(LocalizedText)
    }

    /// One reader under test.
    private struct Check {
        let type: any Reader.Type
        private let context = ReaderContext(allowsExternalPrograms: false)
        private let drafts = DraftReader()

        init(type: any Reader.Type) { self.type = type }

        func outcome(_ file: DraftFile) -> Outcome {
            do {
                return .read(try type.init().read(file, in: context))
            } catch {
                return .refused(error.message)
            }
        }

        func failures(_ file: DraftFile) -> [String] {
            var failures: [String] = []
            if type.recognition(of: file) != type.recognition(of: file) {
                failures.append("the reader is more sure of it, or less, the next time")
            }
            switch (outcome(file), outcome(file)) {
            case (.read(let draft), .read(let again)):
                if !Self.areEqual(draft, again) { failures.append("another draft comes of it the next time") }
                if draft.format != type.format {
                    failures.append("the draft is of the format '\(draft.format)', not '\(type.format)'")
                }
                let known = Set((type.findings + TextDecoder.findings).map(\.id))
                for finding in draft.diagnostics {
                    if !known.contains(finding.id) { failures.append("the finding '\(finding.id)' is not listed") }
                    failures += WordingCheck.failures(finding.message, "the message of '\(finding.id)'")
                }
                // What is wrong with the draft already would lead the recogniser outside the text.
                let wrong = ReadingCheck.failures(of: draft)
                failures += wrong.isEmpty ? ReadingCheck.failures(drafts.read(draft)) : wrong
            case (.refused(let message), .refused(let again)):
                failures += WordingCheck.failures(message, "the refusal")
                if message != again { failures.append("it is refused with other words the next time") }
            default: failures.append("it is read once and refused once")
            }
            return failures
        }

        private static func areEqual(_ draft: Draft, _ other: Draft) -> Bool {
            draft.source.utf8 == other.source.utf8 && draft.format == other.format && draft.encoding == other.encoding
                && draft.traits == other.traits && draft.syntax == other.syntax && draft.metadata == other.metadata
                && draft.diagnostics == other.diagnostics && draft.document == other.document
        }

        // MARK: - Lines

        private static let lines = [
            "𠮷野县图书馆2024年工作总结", "　　全年接待读者𠮷12　万人次。", "一、主要工作", "cafe\u{301}与👨‍👩‍👧家庭日活动照常举行。", "末行",
        ]

        func lines(_ write: (_ lines: [String]) throws -> [UInt8]) -> [String] {
            let bytes: [UInt8]
            do { bytes = try write(Self.lines) } catch { return ["no file can be written: \(error)"] }
            var failures = lost(bytes).map { "written line by line: \($0)" }
            guard String(validating: bytes, as: UTF8.self) != nil else { return failures }
            failures += lost([0xEF, 0xBB, 0xBF] + bytes).map { "with a byte-order mark: \($0)" }
            if !bytes.contains(0x0D) {
                failures += lost(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }).map { "with CRLF: \($0)" }
            }
            return failures
        }

        /// The lines that a file does not have any more, has changed, or has besides; blanks at their ends do not count,
        /// but for the indentation by ideographic spaces.
        private func lost(_ bytes: [UInt8]) -> [String] {
            let file = DraftFile(bytes, name: "draft." + (type.extensions.first ?? ""))
            guard case .read(let draft) = outcome(file) else { return ["it is refused"] }
            let wrong = ReadingCheck.failures(of: draft)
            guard wrong.isEmpty else { return wrong }
            let found = Self.shown(draft)
            var left = found[...]
            var failures: [String] = []
            for line in Self.lines {
                guard let place = left.firstIndex(where: { $0.utf8.elementsEqual(line.utf8) }) else {
                    failures.append("the line '\(line)' is lost or changed; there are \(found)")
                    continue
                }
                left = left[left.index(after: place)...]
            }
            if failures.isEmpty, found.count > Self.lines.count { failures.append("there are lines besides: \(found)") }
            return failures
        }

        /// The lines of a draft that show something, without the syntax of the format.
        private static func shown(_ draft: Draft) -> [String] {
            var next = 0
            return draft.source.lines.compactMap { line in
                var bytes: [UInt8] = []
                var start = line.lowerBound
                while next < draft.syntax.count, draft.syntax[next].lowerBound < line.upperBound {
                    let mark = draft.syntax[next]
                    if mark.lowerBound > start { bytes += draft.source.utf8[start..<mark.lowerBound] }
                    start = max(start, mark.upperBound)
                    if mark.upperBound > line.upperBound { break }
                    next += 1
                }
                if start < line.upperBound { bytes += draft.source.utf8[start..<line.upperBound] }
                while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
                return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
