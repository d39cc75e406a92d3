internal import StageKit
internal import SummaryModel

/// What the program answers. Fields that are not known are left alone.
enum Reply {
    /// The answer to the first line.
    struct Hello: Decodable {
        var message: String
        var `protocol`: String
        /// What the program may do: `changes` when it may send a document back.
        var capabilities: [String]?
    }

    /// The answer to a document.
    struct Result: Decodable {
        var message: String
        var id: Int?
        /// The document as it should be; `nil` when it stays as it is.
        var document: Document?
        var diagnostics: [Finding]?
        var reasons: [Reason]?
        /// Why there is no result, when `message` is `error`.
        var text: Wording?
    }

    /// Why something was changed.
    struct Reason: Decodable {
        var block: BlockID
        var reason: String
        var before: String?
        var after: String?
    }

    /// A finding.
    struct Finding: Decodable {
        var id: String
        var severity: Severity?
        var message: Wording
        var block: BlockID?
        /// The characters in the text of the block, as Unicode scalars.
        var range: [Int]?
        var source: String?
        var fixes: [Fix]?
    }

    /// What would cure a finding.
    struct Fix: Decodable {
        var after: String
        var isSafe: Bool?

        enum CodingKeys: String, CodingKey {
            case after
            case isSafe = "safe"
        }
    }

    /// A text in one language, or in both.
    struct Wording: Decodable {
        var text: LocalizedText

        private enum Key: String, CodingKey { case zh, en }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = LocalizedText(zh: text, en: text)
                return
            }
            let container = try decoder.container(keyedBy: Key.self)
            text = LocalizedText(
                zh: try container.decode(String.self, forKey: .zh),
                en: try container.decode(String.self, forKey: .en)
            )
        }
    }
}

extension Reply.Result {
    /// Puts the answer into the document and the context.
    ///
    /// - Throws: ``StageError`` when the answer does not fit the document.
    func apply(to document: inout Document, of stage: String, in context: inout StageContext) throws(StageError) {
        var known = Set(document.blocks.map(\.id))
        if let answer = self.document { document = try Self.checked(answer, against: document, of: stage) }
        var blocks: [BlockID: Block] = [:]
        for block in document.blocks { blocks[block.id] = block }
        known.formUnion(blocks.keys)
        for reason in reasons ?? [] {
            guard known.contains(reason.block) else { throw StageError(Self.noBlock(reason.reason, reason.block)) }
            guard StableName.isWellFormed(reason.reason) else { throw StageError(Self.noReason(reason.reason)) }
            context.explain(reason.reason, on: reason.block, before: reason.before, after: reason.after)
        }
        for finding in diagnostics ?? [] { context.report(try finding.diagnostic(of: stage, among: blocks)) }
    }

    /// The document of an answer, each place in which is one of the draft again: places are not for a program to say.
    private static func checked(
        _ answer: Document,
        against document: Document,
        of stage: String
    ) throws(StageError) -> Document {
        if let number = answer.numberOutOfBounds {
            let name = (["blocks[\(number.block)]"] + number.field).joined(separator: ".")
            throw StageError(outOfBounds(name, number.largest))
        }
        var origins: [BlockID: Origin] = [:]
        for block in document.blocks { origins[block.id] = block.origin }
        var checked = answer
        for index in checked.blocks.indices {
            let origin = origins[checked.blocks[index].id] ?? .stage(stage)
            checked.blocks[index].origin = origin
            let range = checked.blocks[index].source
            checked.blocks[index].updateInlines { inlines in
                for place in inlines.indices {
                    guard let source = inlines[place].source else { continue }
                    let isInside = range.map {
                        $0.lowerBound <= source.lowerBound && source.upperBound <= $0.upperBound
                    }
                    if isInside != true { inlines[place].source = nil }
                }
            }
        }
        return checked
    }
}

extension Reply.Finding {
    /// The finding as stages report it.
    ///
    /// - Throws: ``StageError`` when its place is none of the document.
    fileprivate func diagnostic(
        of stage: String,
        among blocks: [BlockID: Block]
    ) throws(StageError) -> Diagnostic {
        guard StableName.isWellFormed(id) else { throw StageError(Reply.Result.noIdentity(id)) }
        var finding = Diagnostic(
            id: "\(stage).\(id)",
            severity: severity ?? .warning,
            message: message.text,
            source: source
        )
        guard let name = self.block else {
            guard range == nil, fixes == nil else { throw StageError(Reply.Result.noPlace(id)) }
            return finding
        }
        guard let block = blocks[name] else { throw StageError(Reply.Result.noBlock(id, name)) }
        guard let range else {
            guard fixes == nil else { throw StageError(Reply.Result.noPlace(id)) }
            finding.anchor = Diagnostic.Anchor(name)
            return finding
        }
        let text = block.shownText
        let scalars = text.unicodeScalars
        guard range.count == 2, range[0] >= 0, range[0] <= range[1],
            let start = scalars.index(scalars.startIndex, offsetBy: range[0], limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: range[1] - range[0], limitedBy: scalars.endIndex)
        else { throw StageError(Reply.Result.noRange(id, name, scalars.count)) }
        let lower = text.utf8.distance(from: text.startIndex, to: start)
        let upper = lower + text.utf8.distance(from: start, to: end)
        finding.anchor = Diagnostic.Anchor(name, range: lower..<upper)
        finding.fixes = (fixes ?? []).map { fix in
            FixIt(
                before: String(text[start..<end]),
                after: fix.after,
                applicability: fix.isSafe == true ? .safe : .suggested
            )
        }
        return finding
    }
}

// MARK: - Wording

extension Reply.Result {
    private static func outOfBounds(_ name: String, _ largest: Int) -> LocalizedText {
        LocalizedText(
            zh: "答复中的“\(name)”应在 0 到 \(largest) 之间",
            en: "'\(name)' of its answer must be from 0 to \(largest)"
        )
    }

    private static func noReason(_ name: String) -> LocalizedText {
        LocalizedText(
            zh: "答复中的理由“\(name)”不是名称；请用小写字母、数字和连字符",
            en: "the reason '\(name)' of its answer is no name; use lower-case letters, digits and hyphens"
        )
    }

    fileprivate static func noIdentity(_ name: String) -> LocalizedText {
        LocalizedText(
            zh: "答复中的发现“\(name)”不是名称；请用小写字母、数字和连字符，不带阶段名",
            en:
                "the finding '\(name)' of its answer is no name; use lower-case letters, digits and hyphens, without the stage"
        )
    }

    fileprivate static func noBlock(_ id: String, _ block: BlockID) -> LocalizedText {
        LocalizedText(
            zh: "答复中的“\(id)”指向不存在的段落“\(block.rawValue)”",
            en: "'\(id)' of its answer is about the block '\(block.rawValue)', which is not there"
        )
    }

    fileprivate static func noPlace(_ id: String) -> LocalizedText {
        LocalizedText(
            zh: "答复中的发现“\(id)”有 range 或 fixes，但没有说明段落和范围",
            en: "the finding '\(id)' of its answer has a range or fixes without a block and a range"
        )
    }

    fileprivate static func noRange(_ id: String, _ block: BlockID, _ count: Int) -> LocalizedText {
        LocalizedText(
            zh: "答复中的发现“\(id)”的 range 应是段落“\(block.rawValue)”中 0 到 \(count) 之间的两个数",
            en:
                "the range of the finding '\(id)' must be two numbers from 0 to \(count) in the block '\(block.rawValue)'"
        )
    }
}
