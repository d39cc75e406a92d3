internal import CCMark
internal import ReadKit
internal import SummaryModel

/// The tree that cmark-gfm makes of a text. It is freed with this value, and walked over without recursion.
final class MarkdownTree {
    /// A node of the tree.
    typealias Node = OpaquePointer

    private let document: Node

    private static let isReady: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Footnotes are told by their lines, since the parser drops those that nothing refers to.
    private static let options = CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    /// Parses `text`.
    ///
    /// - Throws: ``DraftError`` when there is no memory.
    init(_ text: [UInt8]) throws(DraftError) {
        guard Self.isReady, let parser = cmark_parser_new(Self.options) else { throw DraftError(Self.noMemory) }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress { cmark_parser_feed(parser, start, characters.count) }
            }
        }
        guard let document = cmark_parser_finish(parser) else { throw DraftError(Self.noMemory) }
        self.document = document
    }

    deinit { cmark_node_free(document) }

    /// Calls `visit` for the beginning of every block; it says whether the blocks inside are wanted.
    func visitBlocks(_ visit: (Node) -> Bool) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            if !visit(node) { cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT) }
        }
    }

    /// Calls `visit` for the beginning and end of everything inside `block`, until it says that it failed.
    static func visitInlines(of block: Node, _ visit: (Node, _ isEnd: Bool) -> Bool) -> Bool {
        guard let iterator = cmark_iter_new(block) else { return false }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return true }
            guard let node = cmark_iter_get_node(iterator), node != block else { continue }
            if !visit(node, event == CMARK_EVENT_EXIT) { return false }
        }
    }

    private static let noMemory = LocalizedText(zh: "内存不足", en: "out of memory")
}
