internal import RenderKit
internal import SummaryModel

/// The options of ``PlainTextRenderer``.
public struct PlainTextOptions: Sendable, Hashable {
    /// The width of lines, in columns of which a Han character takes two; `nil` for one line for each block.
    public var width: Int?
    /// Whether headings and items have their numbers.
    public var hasNumbers = true

    /// Creates the defaults.
    public init() {}

    init(_ options: RendererOptions) {
        width = options[integer: "wrap"]
        hasNumbers = options[flag: "numbers"] ?? hasNumbers
    }

    static let descriptions = [
        RendererOption(
            "wrap",
            .integer(40...400),
            LocalizedText(
                zh: "折行的宽度，汉字占 2；不写则不折行",
                en:
                    "The width at which lines are wrapped, in columns; a Han character takes 2. Without it they are not."
            )
        ),
        RendererOption(
            "numbers",
            .flag(true),
            LocalizedText(zh: "是否写标题和条目的序号", en: "Whether headings and items have their numbers.")
        ),
    ]
}
