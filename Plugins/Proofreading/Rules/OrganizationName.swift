internal import StageKit
internal import SummaryModel

/// The body that signs is named in another way in the title: one character differs, is missing or is too many.
struct OrganizationName: ProofRule {
    static let name = "organization-name"
    static let summary = LocalizedText(
        zh: "署名与标题中的单位名称相差一字",
        en: "The body that signs differs by one character from the one in the title."
    )
    static let level = RuleLevel.warning

    init(words: WordLists) {}

    /// How many characters a name must have.
    private static let shortest = 5

    func findings(in proof: Proof) -> [Finding] {
        var findings: [Finding] = []
        for part in proof.parts {
            let title = part.title
            guard title.count >= Self.shortest else { continue }
            for block in part.blocks {
                let entry = proof.blocks[block]
                guard [.signature, .author].contains(entry.block.kind), let passage = entry.passages.first else {
                    continue
                }
                let name = Array(entry.scalars[passage]).filter { !$0.isBlank }
                guard name.count >= Self.shortest, name.allSatisfy(\.isHan), !title[...].holds(name[...].string),
                    let like = Self.near(name, in: title)
                else { continue }
                findings.append(Self.finding(block, passage, like))
            }
        }
        return findings
    }

    /// The text at the start of the title that differs from the name by one character; the first two and the last are
    /// the same, so that two names that only share a part are not taken for one.
    private static func near(_ name: [Unicode.Scalar], in title: [Unicode.Scalar]) -> String? {
        for length in [name.count, name.count - 1, name.count + 1] where length <= title.count && length >= shortest {
            let other = Array(title[..<length])
            guard other.allSatisfy(\.isHan), other.prefix(2).elementsEqual(name.prefix(2)), other.last == name.last
            else {
                continue
            }
            var (start, end) = (0, 0)
            while start < min(other.count, name.count), other[start] == name[start] { start += 1 }
            while end < min(other.count, name.count) - start,
                other[other.count - 1 - end] == name[name.count - 1 - end]
            { end += 1 }
            if max(other.count, name.count) - start - end == 1 { return other[...].string }
        }
        return nil
    }
}

extension OrganizationName {
    private static func finding(_ block: Int, _ range: Range<Int>, _ other: String) -> Finding {
        Finding(
            block: block,
            range,
            LocalizedText(
                zh: "这里的单位名称与标题中的“\(other)”相差一字，请核对",
                en: "this name differs by one character from '\(other)' in the title; check it"
            )
        )
    }
}
