public import SummaryModel

/// What blocks lose in a format that does not have all that they may hold.
public struct BlockLosses: Sendable {
    /// What a format may lack.
    public enum Feature: String, Sendable, CaseIterable {
        case mergedCells = "merged-cells"
        case pictures = "picture"
        case pictureSizes = "picture-size"
        case pageBreaks = "page-break"
    }

    private let format: String
    private let missing: Set<Feature>

    /// The losses of a format that lacks some features.
    public init(_ format: String, lacks missing: Set<Feature>) {
        self.format = format
        self.missing = missing
    }

    /// What ``losses(of:)`` may report.
    public var findings: [FindingDescription] {
        Feature.allCases.filter { missing.contains($0) }.map {
            FindingDescription("\(format).\($0.rawValue)", .info, $0.summary)
        }
    }

    /// One finding for each block and feature that is lost.
    public func losses(of document: Document) -> [Diagnostic] {
        var losses: [Diagnostic] = []
        for index in document.blocks.indices {
            func lose(_ feature: Feature) {
                guard missing.contains(feature) else { return }
                losses.append(
                    Diagnostic(
                        id: "\(format).\(feature.rawValue)",
                        severity: .info,
                        message: feature.message(format),
                        anchor: Diagnostic.Anchor(document.blocks[index].id)
                    )
                )
            }
            if let table = document.blocks[index].table, TableGrid(table).isMerged { lose(.mergedCells) }
            if !document.blocks[index].pictures.isEmpty {
                lose(.pictures)
                let isSized = document.blocks[index].pictures.contains { $0.width != nil || $0.height != nil }
                if isSized { lose(.pictureSizes) }
            }
            if document.blocks[index].startsPage || document.blocks[index].isLandscape { lose(.pageBreaks) }
        }
        return losses
    }

    /// What stands for a picture in a format that shows text only: 图 and what it shows, in brackets.
    public static func words(for picture: Picture) -> String {
        picture.alternativeText.isEmpty ? "（图）" : "（图：\(picture.alternativeText)）"
    }
}

extension BlockLosses.Feature {
    fileprivate var summary: LocalizedText {
        switch self {
        case .mergedCells: LocalizedText(zh: "未能合并的单元格", en: "Cells that are no longer merged.")
        case .pictures: LocalizedText(zh: "以文字代替的图片", en: "A picture for which words stand.")
        case .pictureSizes: LocalizedText(zh: "没有写入的图片尺寸", en: "The size of a picture that was left out.")
        case .pageBreaks: LocalizedText(zh: "没有写入的分页或横页", en: "A page break or a landscape page that was left out.")
        }
    }

    fileprivate func message(_ format: String) -> LocalizedText {
        switch self {
        case .mergedCells:
            LocalizedText(
                zh: "\(format) 不能合并单元格，文字写在合并区域左上角的单元格里，其余留空；需要时请输出 docx 或 html",
                en:
                    "\(format) has no merged cells: the text stands in the first of the cells and the others are empty; render docx or html to have them merged"
            )
        case .pictures:
            LocalizedText(
                zh: "\(format) 没有图片，以括号里的说明文字代替；需要时请输出 docx 或 html",
                en: "\(format) has no pictures; words in brackets stand for this one: render docx or html to have it"
            )
        case .pictureSizes:
            LocalizedText(
                zh: "\(format) 不能写明图片的尺寸，读回后按文件自身的尺寸排；需要时请输出 docx 或 html",
                en:
                    "\(format) does not tell the size of a picture, which is that of its file when it is read again; render docx or html to keep it"
            )
        case .pageBreaks:
            LocalizedText(
                zh: "\(format) 没有页面，此处的分页或横页没有写入；需要时请输出 docx 或 html",
                en:
                    "\(format) has no pages: the page break or the landscape page here was left out; render docx or html to have it"
            )
        }
    }
}
