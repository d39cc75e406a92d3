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
    ]
}
