internal import SummaryModel

/// Page breaks and landscape pages in Markdown: `\\newpage` on a line of its own, as pandoc has it, and a `<div>` around what
/// stands on landscape pages.
struct MarkdownPages {
    /// What stands before a block.
    func before(_ index: Int, of blocks: [Block]) -> String {
        let wasLandscape = index > 0 && blocks[index - 1].isLandscape
        var text = ""
        if wasLandscape, !blocks[index].isLandscape { text += "</div>\n\n" }
        if !wasLandscape, blocks[index].isLandscape { text += "<div class=\"landscape\">\n\n" }
        if blocks[index].startsPage { text += "\\newpage\n\n" }
        return text
    }

    /// What stands after the last block.
    func end(of blocks: [Block]) -> String { blocks.last?.isLandscape == true ? "\n</div>\n" : "" }
}
