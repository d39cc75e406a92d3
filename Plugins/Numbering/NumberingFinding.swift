internal import SummaryModel

/// One defect of the numbering and the block where it stands.
struct NumberingFinding {
    enum Defect {
        case gap(expected: Int)
        case duplicate(expected: Int)
        case order(expected: Int)
        case restart(isList: Bool)
        case notStartingAtOne
        case continued(isAcrossParts: Bool)
        case skippedLevel(parent: String)
        case invertedLevel
        case markerForm(String)
        case path(String)
        case tooFewLevels(Int)
        case mixedForms(first: String)
        case singleChild
        case noSign
        case headingStop(String)
    }

    var index: Int
    var defect: Defect

    /// The finding at the marker of its block.
    func diagnostic(in blocks: [Block], _ schemes: SchemeList) -> Diagnostic {
        let block = blocks[index]
        let label = block.label ?? NumberLabel(scheme: .official, level: 1, ordinal: 0, marker: "")
        let start = block.prefix.utf8.count
        var range = start..<start + label.marker.utf8.count
        if case .headingStop(let stop) = defect {
            let end = range.upperBound + block.content.shownText.utf8.count
            range = end..<end + stop.utf8.count
        }
        return Diagnostic(
            id: "numbering." + name,
            severity: severity(label),
            message: message(label, schemes),
            anchor: .init(block.id, range: range),
            source: label.scheme == .official ? "GB/T 9704-2012 7.3.3" : nil,
            fixes: fixes(label, schemes)
        )
    }

    private func fixes(_ label: NumberLabel, _ schemes: SchemeList) -> [FixIt] {
        if case .headingStop(let stop) = defect {
            return [FixIt(before: stop, after: "", applicability: .suggested)]
        }
        let after: String?
        var applicability = FixIt.Applicability.suggested
        switch defect {
        case .gap(let expected), .duplicate(let expected), .order(let expected):
            after = schemes.marker(label, siblingPath(label, expected))
        case .notStartingAtOne, .continued:
            after = schemes.marker(label, siblingPath(label, 1))
        case .markerForm(let canonical):
            after = canonical
            applicability = .safe
        case .path(let marker):
            after = marker
        case .restart, .skippedLevel, .invertedLevel, .mixedForms, .singleChild, .noSign, .headingStop, .tooFewLevels:
            after = nil
        }
        return after.map { [FixIt(before: label.marker, after: $0, applicability: applicability)] } ?? []
    }

    /// The path of another number under the same parents.
    private func siblingPath(_ label: NumberLabel, _ ordinal: Int) -> [Int] {
        (MarkerForm(label.marker)?.parents ?? []) + [ordinal]
    }

    private func severity(_ label: NumberLabel) -> Severity {
        switch defect {
        // A lone 一是 matters less than a lone heading.
        case .singleChild: label.scheme.isOfPoints ? .info : .warning
        case .skippedLevel, .mixedForms, .headingStop: .info
        case .restart(let isList): isList ? .info : .warning
        case .continued(let isAcrossParts): isAcrossParts ? .info : .warning
        default: .warning
        }
    }

    private var name: String {
        switch defect {
        case .gap: "gap"
        case .duplicate: "duplicate"
        case .order: "order"
        case .restart: "restart"
        case .notStartingAtOne: "not-starting-at-one"
        case .continued: "continued"
        case .skippedLevel: "skipped-level"
        case .invertedLevel: "inverted-level"
        case .markerForm: "marker-form"
        case .path: "path"
        case .tooFewLevels: "too-few-levels"
        case .mixedForms: "mixed-forms"
        case .singleChild: "single-child"
        case .noSign: "no-sign"
        case .headingStop: "heading-stop"
        }
    }

    private func message(_ label: NumberLabel, _ schemes: SchemeList) -> LocalizedText {
        let marker = label.marker
        func wanted(_ ordinal: Int) -> String {
            schemes.marker(label, siblingPath(label, ordinal)) ?? String(ordinal)
        }
        return switch defect {
        case .gap(let expected):
            LocalizedText(
                zh: "“\(marker)”之前缺“\(wanted(expected))”，请补上或改正编号",
                en: "'\(wanted(expected))' is missing before '\(marker)'; add it or correct the number"
            )
        case .duplicate(let expected):
            LocalizedText(
                zh: "编号“\(marker)”重复，应为“\(wanted(expected))”",
                en: "the number '\(marker)' stands twice; it should be '\(wanted(expected))'"
            )
        case .order(let expected):
            LocalizedText(
                zh: "编号“\(marker)”次序颠倒，应为“\(wanted(expected))”",
                en: "the number '\(marker)' stands after a greater one; it should be '\(wanted(expected))'"
            )
        case .restart(isList: true):
            LocalizedText(
                zh: "“\(marker)”另起一组编号，如属同一组请接续编号",
                en: "'\(marker)' begins a new list; if it belongs to the one before, let the numbers run on"
            )
        case .restart(isList: false):
            LocalizedText(
                zh: "同级编号在“\(marker)”处又从头开始，请接续编号",
                en: "the numbers of one level begin again at '\(marker)'; let them run on"
            )
        case .notStartingAtOne:
            LocalizedText(
                zh: "同级编号从“\(marker)”开始，应从“\(wanted(1))”开始",
                en: "the numbers of this level start at '\(marker)'; they should start at '\(wanted(1))'"
            )
        case .continued:
            LocalizedText(
                zh: "“\(marker)”接续上一部分的编号，如非有意请从“\(wanted(1))”开始",
                en: "'\(marker)' runs on from the section before; unless that is meant, start at '\(wanted(1))'"
            )
        case .skippedLevel(let parent):
            LocalizedText(
                zh: "“\(parent)”之下直接用“\(marker)”，跳过了中间层次，请核对",
                en: "'\(marker)' stands directly under '\(parent)', a level is left out; check that this is meant"
            )
        case .invertedLevel:
            LocalizedText(
                zh: "“\(marker)”的层次高于它前面的同级编号，请按“一、”“（一）”“1.”“（1）”的次序编号",
                en: "'\(marker)' is of a higher level than what stands before it; use the order 一、（一）1.（1）"
            )
        case .markerForm(let canonical):
            LocalizedText(
                zh: "编号“\(marker)”写法不规范，应为“\(canonical)”",
                en: "the number '\(marker)' is not in the form of its level; write '\(canonical)'"
            )
        case .path(let wanted):
            LocalizedText(
                zh: "“\(marker)”与上级标题的编号不符，应为“\(wanted)”",
                en: "'\(marker)' does not agree with the number of the heading above; it should be '\(wanted)'"
            )
        case .tooFewLevels(let count):
            LocalizedText(
                zh: "编号方案只有 \(count) 个层次，“\(marker)”没有对应写法，全文未转换；请补充方案的层次",
                en:
                    "the scheme has \(count) levels and none for '\(marker)', so nothing was converted; add levels to it"
            )
        case .mixedForms(let first):
            LocalizedText(
                zh: "“\(marker)”与同级的“\(first)”写法不一致，请统一",
                en: "'\(marker)' is written in another form than its sibling '\(first)'; use one form"
            )
        case .singleChild:
            LocalizedText(
                zh: "这一层次只有“\(marker)”一项，请补充或取消编号",
                en: "'\(marker)' is the only one of its level; add another or drop the number"
            )
        case .headingStop(let stop):
            LocalizedText(
                zh: "标题独占一行，末尾一般不用“\(stop)”，请考虑删去",
                en: "a heading on a line of its own takes no '\(stop)' at its end; consider leaving it out"
            )
        case .noSign:
            LocalizedText(
                zh: "“\(marker)”没有对应序号的规范写法，请改用其他层次",
                en: "there is no regular sign for the number of '\(marker)'; use another level"
            )
        }
    }
}
