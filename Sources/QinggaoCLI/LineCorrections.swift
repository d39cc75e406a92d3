internal import Configuration
internal import DraftReading
internal import StageKit
internal import SummaryModel

/// Reads `--keep`, `--drop` and `--correct`.
enum LineCorrections {
    /// The corrections that the options give.
    ///
    /// - Throws: ``UsageError`` when `keep` or `drop` is no list of lines, or both name one line;
    ///   ``ConfigurationError`` when something is wrong with the file.
    static func corrections(keep: String?, drop: String?, file: String?) throws -> DraftReader.Corrections {
        let kept = try lines(keep, of: "--keep")
        let dropped = try lines(drop, of: "--drop")
        let both = kept.intersection(dropped)
        if !both.isEmpty {
            let list = LineList(both).text
            throw UsageError(
                zh: "--keep 和 --drop 都写了第 \(list) 行",
                en: "--keep and --drop both name line \(list)"
            )
        }
        let kinds = try file.map(kinds(in:)) ?? [:]
        return DraftReader.Corrections(keptLines: kept, droppedLines: dropped, kinds: kinds)
    }

    /// The kinds that a file of corrections gives to lines: `12: heading2`, `4,7-9: residue`.
    private static func kinds(in file: String) throws(ConfigurationError) -> [Int: BlockKind] {
        let value = try ConfigurationLoader.dataFile(file, ConfigurationPlace(file: "--correct"))
        guard let entries = value.content == .null ? [] : value.entries else {
            throw ConfigurationError([
                .wrongType(
                    of: file,
                    wanted: LocalizedText(zh: "行号到类别的映射", en: "a mapping of lines to kinds"),
                    found: value
                )
            ])
        }
        var kinds: [Int: BlockKind] = [:]
        var problems: [ConfigurationProblem] = []
        for entry in entries {
            guard let list = LineList(entry.key) else {
                problems.append(
                    ConfigurationProblem(
                        place: entry.keyPlace,
                        message: LocalizedText(
                            zh: "“\(entry.key)”应为行号，如 12 或 4,7-9",
                            en: "'\(entry.key)' must be lines such as 12 or 4,7-9"
                        )
                    )
                )
                continue
            }
            guard let name = entry.value.text, BlockKind.all.contains(where: { $0.rawValue == name }) else {
                problems.append(
                    .unknownName(
                        LocalizedText(zh: "类别", en: "kind"),
                        entry.value.text ?? "",
                        known: BlockKind.all.map(\.rawValue),
                        at: entry.value.place
                    )
                )
                continue
            }
            for line in list.lines { kinds[line] = BlockKind(rawValue: name) }
        }
        guard problems.isEmpty else { throw ConfigurationError(problems) }
        return kinds
    }

    private static func lines(_ text: String?, of option: String) throws -> Set<Int> {
        guard let text else { return [] }
        guard let list = LineList(text) else {
            throw UsageError(
                zh: "\(option) 应为行号列表，如 4,7-9，这里是“\(text)”",
                en: "\(option) must be a list of lines such as 4,7-9, not '\(text)'"
            )
        }
        return list.lines
    }
}
