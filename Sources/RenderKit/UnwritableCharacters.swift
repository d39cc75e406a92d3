package import SummaryModel

/// The characters of a document that a format cannot hold, as the edits that leaving them out amounts to.
package struct UnwritableCharacters: Sendable {
    /// The name of the format.
    private let format: String
    /// The UTF-8 offsets of such characters in a text, in order.
    private let offsets: @Sendable (String) -> [Int]

    /// Creates the search for a format.
    ///
    /// - Parameters:
    ///   - format: The name of the format.
    ///   - offsets: The UTF-8 offsets of the characters of a text that it cannot hold, in order.
    package init(_ format: String, _ offsets: @escaping @Sendable (String) -> [Int]) {
        self.format = format
        self.offsets = offsets
    }

    /// Appends one edit for each character of a block, in the order of the text.
    package func append(_ block: Block, to edits: inout [Edit]) {
        let start = block.source?.lowerBound ?? 0
        func find(_ text: String, at offset: Int?) {
            for position in offsets(text) {
                let index = text.utf8.index(text.startIndex, offsetBy: position)
                edits.append(
                    Edit(
                        stage: format,
                        offset: offset.map { $0 + position } ?? start,
                        before: String(text.unicodeScalars[index]),
                        after: "",
                        reason: "forbidden-character"
                    )
                )
            }
        }
        func find(_ inlines: [Inline]) {
            for inline in inlines {
                let text = inline.shownText
                // Where a stage has changed the text, its characters no longer lie in the draft one by one.
                let isAsRead = inline.source?.count == text.utf8.count
                find(text, at: isAsRead ? inline.source?.lowerBound : nil)
            }
        }
        find(block.prefix, at: block.source?.lowerBound)
        if let label = block.label { find(label.marker, at: nil) }
        find(block.content)
        find(block.terminator, at: nil)
        find(block.body ?? [])
        find(block.table?.inlines ?? [])
        find(block.suffix, at: block.source.map { $0.upperBound - block.suffix.utf8.count })
    }
}
