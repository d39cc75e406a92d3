public import StageKit
internal import SummaryModel

/// The options of ``CleanupStage``.
public struct CleanupOptions: StageOptions {
    /// Whether residue (adverts, watermarks, site furniture) is removed.
    public var removesResidue = true
    /// Whether page numbers left in the text are removed.
    public var removesPageNumbers = true
    /// Whether leaked tags and character references are removed or replaced.
    public var removesMarkup = true
    /// Whether blanks around the text and inside Chinese text are removed.
    public var removesBlanks = true
    /// Whether list signs at the beginning of a line are removed.
    public var removesListSigns = true
    /// Lines that are no residue, whatever the reader thinks: by number or by what stands in them.
    public var keptLines: [String] = []
    /// Lines that are removed, whatever the reader thinks: by number or by what stands in them.
    public var droppedLines: [String] = []

    /// Creates the defaults.
    public init() {}

    /// The options as a configuration gives them.
    public static let options: [StageOption<CleanupOptions>] = [
        .flag(
            "residue",
            \.removesResidue,
            LocalizedText(
                zh: "删除广告、水印和网站残留",
                en: "Remove adverts, watermarks and site furniture."
            )
        ),
        .flag(
            "page-numbers",
            \.removesPageNumbers,
            LocalizedText(zh: "删除夹在文中的页码", en: "Remove page numbers left in the text.")
        ),
        .flag(
            "markup",
            \.removesMarkup,
            LocalizedText(
                zh: "删除泄漏的网页标签，还原字符实体",
                en: "Remove leaked tags and replace character references."
            )
        ),
        .flag(
            "blanks",
            \.removesBlanks,
            LocalizedText(
                zh: "删除行首行尾和汉字之间的空格、零宽字符和控制字符",
                en: "Remove blanks around and inside Chinese text, zero-width and control characters."
            )
        ),
        .flag(
            "list-signs",
            \.removesListSigns,
            LocalizedText(
                zh: "删除行首的项目符号（●、■、➢ 等），公文不用它们",
                en:
                    "Remove list signs at the beginning of lines (●, ■, ➢ and the like), which official documents do not have."
            )
        ),
        .texts(
            "keep",
            \.keptLines,
            LocalizedText(
                zh: "不作残留删除的行：行号（4、7-9），或其中的文字（* 代表任意文字）",
                en: "Lines that are not removed as residue: numbers (4, 7-9), or text in them (* stands for any text)."
            )
        ),
        .texts(
            "drop",
            \.droppedLines,
            LocalizedText(
                zh: "一律删除的行，写法同 keep；两者都指到的行保留",
                en: "Lines that are always removed, written as for keep; what both mean is kept."
            )
        ),
    ]
}
