internal import OpenPackaging
internal import RenderKit
internal import SummaryModel
internal import XMLWriting

/// Writes one .docx after the other in one style: of the parts that do not depend on the document, the compressed bytes are
/// copied.
struct PreparedDocx: PreparedRenderer {
    private let fixed: FixedParts

    init(style: StyleSheet, context: RenderContext, hasComments: Bool = false) throws {
        fixed = try FixedParts(style: style, context: context, hasComments: hasComments)
    }

    func render(_ document: Document, into sink: inout some ByteSink) throws -> RenderReport {
        try render(document, findings: [], into: &sink)
    }

    func render(
        _ document: Document,
        findings: [Diagnostic],
        into sink: inout some ByteSink
    ) throws -> RenderReport {
        let links = DocumentLinks(document)
        let notes = DocumentNotes(links.document)
        let document = notes.text
        let furniture = PageFurniture(document)
        var furnitureParts = FurnitureParts(fixed)
        let section = try furnitureParts.section(
            for: furniture,
            isTurned: !BlockLayout.turned(document, fixed.fragments.table).isEmpty
        )
        let compression = fixed.context.compression
        var media = MediaParts()
        let pictures = try media.entries(of: document)
        let inlines = InlinePlan(links, notes, fixed.style)
        let plan = ListPlan(document.blocks, fixed.style.numbering)
        let part = DocumentPart(
            document,
            section: section,
            fragments: fixed.fragments,
            lists: plan,
            inlines: inlines,
            firstList: (fixed.style.reference?.lists?.firstInstance ?? 1) - 1,
            pictures: pictures,
            isPrinted: fixed.context.isPrinted,
            findings: fixed.hasComments ? findings : []
        )
        let comments = try part.comments.map { try self.comments($0) }
        let others = furnitureParts.parts + media.parts + [comments].compactMap(\.self)
        let isUsual = furnitureParts.areUsual && media.parts.isEmpty && notes.isEmpty && comments == nil
        let notesName = notes.isEmpty ? nil : FileIndex.notesName
        let index =
            isUsual
            ? fixed.index
            : try FileIndex(others, notes: notesName, reference: fixed.style.reference, by: Deflater(compression))
        var package = PackageWriter()
        try package.add(index.contentTypes, to: &sink)
        try package.add(fixed.relationships, to: &sink)
        try package.add(index.relationships, to: &sink)
        var report = RenderReport(diagnostics: links.refusals(in: DocxRenderer.format))
        var writer = DocumentWriter(fixed.context)
        report.diagnostics += part.losses
        try writer.add(
            part,
            .body,
            leaving: DocxRenderer.leaving(furniture, notes) + part.additions,
            to: &package,
            &sink
        ) { report.edits = $0 }
        try writer.finish(to: &package, &sink) { report.edits = $0 }
        try package.add(fixed.styles, to: &sink)
        if plan.instances.isEmpty {
            try package.add(fixed.numbering, to: &sink)
        } else {
            let bytes = try NumberingPart(plan: plan, reference: fixed.style.reference?.lists).bytes()
            try package.add(
                PackagePart(name: fixed.numbering.name, contentType: nil, bytes: bytes, compression: compression),
                to: &sink
            )
        }
        try package.add(fixed.settings(hasNotes: !notes.isEmpty), to: &sink)
        try package.add(fixed.fontTable, to: &sink)
        if let notesName {
            var part = FootnotesPart(fixed.fragments, compression)
            try part.add(notes, inlines)
            try part.finish(name: notesName, to: &package, &sink)
        }
        for part in fixed.reference { try package.add(part, to: &sink) }
        for item in others { try package.add(item.part, to: &sink) }
        try package.add(fixed.core(title: CorePropertiesPart.title(of: document)), to: &sink)
        try package.add(fixed.application, to: &sink)
        try package.add(fixed.custom, to: &sink)
        try package.finish(to: &sink)
        return report
    }

    private func comments(_ plan: CommentPlan) throws -> FurnitureParts.Part {
        let part = CommentsPart(findings: plan.findings, fragments: fixed.fragments, context: fixed.context)
        let packaged = try PackagePart(
            name: CommentsPart.name,
            contentType: Namespaces.contentType(CommentsPart.type),
            bytes: XMLWriter.bytes { part.write($0) },
            compression: fixed.context.compression
        )
        return FurnitureParts.Part(packaged, CommentsPart.relationship)
    }
}
