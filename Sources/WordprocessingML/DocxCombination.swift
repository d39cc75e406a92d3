internal import OpenPackaging
public import RenderKit
public import SummaryModel
internal import XMLWriting

/// Makes one .docx of many documents: each in a section of its own, which begins on a new page and counts its pages from one.
///
/// The documents are taken one after the other and written as they come, so that the memory does not grow with their number.
/// But a sink that cannot leave a place for what is known only later (``/RenderKit/ByteSink/reserve(_:)``) gets the file at the
/// end, from memory. Headers and footers
/// that differ are kept, compressed, up to the end; a file holds some 65,000 of them at most.
///
/// ```swift
/// var rest = documents[...]
/// try DocxCombination(style: style, context: context).render(into: &sink) { report in
///     edits += report.edits
/// } next: {
///     rest.popFirst()
/// }
/// ```
public struct DocxCombination: Sendable {
    private let fixed: FixedParts

    /// Makes what does not depend on the documents.
    ///
    /// - Throws: When that cannot be made.
    public init(style: StyleSheet, context: RenderContext) throws {
        fixed = try FixedParts(style: style, context: context)
    }

    /// Writes the documents into `sink`.
    ///
    /// The title in the properties of the file is that of the documents when they all have the same; otherwise there is none.
    ///
    /// - Parameters:
    ///   - sink: Where the file goes.
    ///   - report: Takes what the format could not express of each document, in order. It may lag behind `next` by some
    ///     documents.
    ///   - next: The next document; `nil` after the last. Without any document, the file holds an empty page.
    /// - Throws: What the sink, `report` or `next` throws, or an error when the file passes 4 GiB.
    public func render(
        into sink: inout some ByteSink,
        report: (RenderReport) throws -> Void,
        next: () throws -> Document?
    ) throws {
        let first = try next()
        if try write(first, into: &sink, report, next) { return }
        var memory = MemorySink()
        _ = try write(first, into: &memory, report, next)
        try memory.bytes.withUnsafeBytes { try sink.write($0) }
    }

    /// Writes the documents, unless the sink cannot leave a place; nothing is written or taken then.
    ///
    /// - Returns: Whether they were written.
    private func write(
        _ first: Document?,
        into sink: inout some ByteSink,
        _ report: (RenderReport) throws -> Void,
        _ next: () throws -> Document?
    ) throws -> Bool {
        var document = first ?? Document()
        let title = CorePropertiesPart.title(of: document)
        var hasOneTitle = true
        let compression = fixed.context.compression
        var furnitureParts = FurnitureParts(fixed)
        var furniture = PageFurniture(document)
        var section = try furnitureParts.section(
            for: furniture,
            isTurned: !BlockLayout.turned(document, fixed.fragments.table).isEmpty
        )
        var lists = CombinedLists(compression, after: fixed.style.reference?.lists)
        var media = MediaParts()

        var package = PackageWriter()
        let reference = fixed.style.reference
        let firstTypes = try FileIndex.contentTypes(of: furnitureParts.parts, reference: reference)
        guard let types = try package.reserve(firstTypes, to: &sink) else { return false }
        try package.add(fixed.relationships, to: &sink)
        var writer = DocumentWriter(fixed.context)
        var findings = WaitingFindings()
        func pass(_ edits: [Edit]) throws {
            if first != nil { try report(RenderReport(edits: edits, diagnostics: findings.next())) }
        }
        var bookmarks = 0
        var footnotes = FootnotesPart(fixed.fragments, compression)
        while true {
            let links = DocumentLinks(document)
            let notes = DocumentNotes(links.document)
            let text = notes.text
            let plan = ListPlan(text.blocks, fixed.style.numbering)
            let inlines = InlinePlan(
                links,
                notes,
                fixed.style,
                firstBookmark: bookmarks,
                firstNote: footnotes.count
            )
            try footnotes.add(notes, inlines)
            section.restartsNotes = !notes.isEmpty
            let part = DocumentPart(
                text,
                section: section,
                fragments: fixed.fragments,
                lists: plan,
                inlines: inlines,
                firstList: try lists.add(plan),
                pictures: try media.entries(of: document),
                firstPicture: media.count,
                isAlone: false
            )
            bookmarks = part.bookmarkCount
            findings.add(links.refusals(in: DocxRenderer.format) + part.losses)
            media.add(document)
            let following = first == nil ? nil : try next()
            try writer.add(
                part,
                following == nil ? .body : .section,
                leaving: DocxRenderer.leaving(furniture, notes) + part.additions,
                to: &package,
                &sink,
                report: pass
            )
            guard let following else { break }
            document = following
            hasOneTitle = hasOneTitle && CorePropertiesPart.title(of: document) == title
            furniture = PageFurniture(document)
            section = try furnitureParts.section(
                for: furniture,
                isTurned: !BlockLayout.turned(document, fixed.fragments.table).isEmpty
            )
        }
        try writer.finish(to: &package, &sink, report: pass)
        try package.add(fixed.styles, to: &sink)
        if lists.isEmpty {
            try package.add(fixed.numbering, to: &sink)
        } else {
            try lists.finish(name: fixed.numbering.name, to: &package, &sink)
        }
        let hasNotes = footnotes.count > 0
        try package.add(fixed.settings(hasNotes: hasNotes), to: &sink)
        try package.add(fixed.fontTable, to: &sink)
        let others = furnitureParts.parts + media.parts
        for part in fixed.reference { try package.add(part, to: &sink) }
        for item in others { try package.add(item.part, to: &sink) }
        let notesName = hasNotes ? FileIndex.lateNotesName : nil
        if let notesName { try footnotes.finish(name: notesName, to: &package, &sink) }
        let index = try FileIndex(others, notes: notesName, reference: reference, by: Deflater(compression))
        try package.add(index.relationships, to: &sink)
        try package.add(fixed.core(title: hasOneTitle ? title : ""), to: &sink)
        try package.add(fixed.application, to: &sink)
        try package.add(fixed.custom, to: &sink)
        let allTypes = try FileIndex.contentTypes(of: others, hasNotes: hasNotes, reference: reference)
        try package.fill(types, with: allTypes, to: &sink)
        try package.finish(to: &sink)
        return true
    }
}

/// The findings of documents that are not yet written, in order.
private struct WaitingFindings {
    private var findings: [[Diagnostic]] = []
    private var told = 0

    mutating func add(_ new: [Diagnostic]) { findings.append(new) }

    /// The findings of the next document.
    mutating func next() -> [Diagnostic] {
        guard told < findings.count else { return [] }
        let next = findings[told]
        told += 1
        if told > 1024 {
            findings.removeFirst(told)
            told = 0
        }
        return next
    }
}
