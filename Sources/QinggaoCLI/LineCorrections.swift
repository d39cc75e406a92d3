internal import DraftReading

/// Reads `--keep` and `--drop`.
enum LineCorrections {
    /// The corrections that the two options give.
    ///
    /// - Throws: ``UsageError`` when one is no list of lines, or both name one line.
    static func corrections(keep: String?, drop: String?) throws -> DraftReader.Corrections {
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
        return DraftReader.Corrections(keptLines: kept, droppedLines: dropped)
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
