internal import SummaryModel

/// Fits a value to a gap for a figure.
struct FigureFit {
    var format: ValueFormat
    var kind: Placeholder.Kind
    /// What stands before the gap.
    var before: Scalars
    /// What stands after the gap, without blanks at its start.
    var after: Scalars

    /// The most decimals that another unit may bring: 1 元 is 0.0001 万元.
    private static let decimals = 4

    func fit(_ value: Scalars) -> ValueFormat.Outcome {
        if let rough = rough(value) { return rough }
        var text = value
        if kind == .ordinalNumber, text.first == "第", before.last == "第" { text = text.dropFirst() }
        guard let (quantity, rest) = Quantity.read(text) else { return refused }
        let unit = rest.trimmed
        switch kind {
        case .dateMonth: return date(quantity, unit, in: 1...12, units: ["月份", "月"])
        case .dateDay: return date(quantity, unit, in: 1...lastDay, units: ["日", "号"])
        case .percent: return percent(quantity, unit)
        case .ordinalNumber:
            guard quantity.integer != nil, unit.isEmpty || after.starts(with: unit.string) else { return refused }
            // 第二十届 keeps its Han characters, 第3号 its digits.
            let isHan = text.first?.digitValue == nil
            return .fits(isHan ? quantity.han : quantity.arabic(isGrouped: false))
        default: return measured(quantity, unit)
        }
    }

    // MARK: - Figures with a unit

    /// A count, an amount or a score, with the unit of magnitude and the unit that stand after the gap.
    private func measured(_ quantity: Quantity, _ unit: Scalars) -> ValueFormat.Outcome {
        var after = after
        while let first = after.first, "余多来".unicodeScalars.contains(first) { after = after.dropFirst() }
        var wanted = 0
        while let first = after.first, let power = Quantity.magnitude(first) {
            wanted += power
            after = after.dropFirst()
        }
        var result = quantity
        var kept = ""
        if !unit.isEmpty {
            if after.starts(with: unit.string) || wanted > 0 && self.after.starts(with: unit.string) {
                // The unit stands there already.
            } else if after.first?.isHan != true, wanted == 0 {
                kept = unit.string
            } else {
                return refused
            }
        }
        // With a unit of its own the value is a whole statement; a bare figure is meant in the unit of the text.
        if wanted > 0, quantity.power > 0 || !unit.isEmpty {
            guard let converted = quantity.converted(to: wanted), converted.scale <= Self.decimals else {
                return refused
            }
            result = converted
            result.power = 0
        } else if wanted == 0 {
            if kind != .amount, kind != .score, !isContinuous(after), !quantity.isWhole { return refused }
        }
        return .fits(written(result) + kept)
    }

    /// Whether the unit measures rather than counts.
    private func isContinuous(_ after: Scalars) -> Bool {
        [
            "公里", "千米", "米", "毫米", "厘米", "平方", "立方", "公斤", "千克", "克", "吨", "公顷", "亩", "小时", "升", "千瓦", "度", "倍", "年",
            "里", "斤", "学时", "课时", "分", "个百分点",
        ].contains(where: after.starts)
    }

    private func percent(_ quantity: Quantity, _ unit: Scalars) -> ValueFormat.Outcome {
        guard quantity.power == 0 else { return refused }
        let isStated = before.ends(with: "百分之")
        let hasSign = after.first == "%" || after.first == "％" || after.first == "‰"
        let isSign = unit.count == 1 && (unit.first == "%" || unit.first == "％")
        let isPoints = after.starts(with: "个百分点")
        guard unit.isEmpty || isSign && !isPoints && after.first != "‰" || isPoints && unit.string == "个百分点" else {
            return refused
        }
        if isStated { return .fits(format.usesHan ? quantity.han : quantity.arabic(isGrouped: false)) }
        // GB/T 15835-2011, 4.1.1: a figure before a sign is Arabic.
        let digits = quantity.arabic(isGrouped: false)
        return .fits(hasSign || isPoints ? digits : digits + "%")
    }

    private func written(_ quantity: Quantity) -> String {
        format.usesHan ? quantity.han : quantity.arabic(isGrouped: format.isGrouped)
    }

    // MARK: - Dates

    private func date(
        _ quantity: Quantity,
        _ unit: Scalars,
        in range: ClosedRange<Int>,
        units: [String]
    ) -> ValueFormat.Outcome {
        guard let number = quantity.integer, range.contains(number),
            unit.isEmpty || units.contains(unit.string) && units.contains(where: after.starts)
        else { return refused }
        return .fits(format.usesHan ? quantity.han : String(number))
    }

    /// The last day of the month that stands before the gap.
    private var lastDay: Int {
        guard before.last == "月" else { return 31 }
        let number = before.dropLast().suffix(3)
        let digits = number.suffix(number.reversed().prefix { $0.digitValue != nil }.count)
        let han = number.suffix(number.reversed().prefix { HanNumeral.digit($0) != nil }.count)
        switch Quantity.read(digits.isEmpty ? han : digits)?.quantity.integer {
        case 2: return 29
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    // MARK: - Rough figures

    /// A figure that says of itself that it is rough, 近百, 300余, 约1.2万, is put in as it is written: GB/T 15835-2011, 4.2.3.
    private func rough(_ value: Scalars) -> ValueFormat.Outcome? {
        guard kind == .count || kind == .personCount || kind == .amount else { return nil }
        var core = value
        for word in ["超过", "不少于", "多达", "将近", "大约", "近", "约", "超", "逾", "上", "数", "几"] where core.starts(with: word) {
            core = core.dropFirst(word.unicodeScalars.count)
            break
        }
        // The unit that stands after the gap.
        var end = core.endIndex
        for length in 1...4 where core.count > length && after.starts(with: core.suffix(length).string) {
            end = core.endIndex - length
        }
        core = core[..<end]
        for word in ["以上", "左右", "余", "多", "几", "来"] where core.ends(with: word) {
            core = core.dropLast(word.unicodeScalars.count)
            break
        }
        let isMarked = core.count < value[..<end].count
        let isFigure =
            !core.isEmpty
            && core.allSatisfy {
                $0.digitValue != nil || HanNumeral.digit($0) != nil || Quantity.magnitude($0) != nil
                    || ".，,".unicodeScalars.contains($0)
            }
        // 三四 and 五六十 are rough by themselves.
        let isPair =
            core.count >= 2 && core.count <= 3
            && core.prefix(2).allSatisfy { (1...9).contains(HanNumeral.digit($0) ?? 0) }
            && (core.count == 2 || core.last.flatMap(Quantity.magnitude) != nil)
            && (HanNumeral.digit(core[core.startIndex + 1]) ?? 0) - (HanNumeral.digit(core[core.startIndex]) ?? 0) == 1
        guard isFigure, isMarked || isPair else { return nil }
        return .fits(value[..<end].map(\.halfWidthDigit).string)
    }

    // MARK: - Wording

    private var refused: ValueFormat.Outcome {
        switch kind {
        case .personCount, .count:
            .refused(
                LocalizedText(
                    zh: "整数（如 12、1,200、一百二十、1.2万、近百）" + unitNote.zh,
                    en: "a whole number (12, 1,200, 1.2万)" + unitNote.en
                )
            )
        case .amount:
            .refused(
                LocalizedText(
                    zh: "金额（如 25、25.6、25万元）" + unitNote.zh,
                    en: "an amount (25, 25.6, 25万元)" + unitNote.en
                )
            )
        case .percent:
            .refused(LocalizedText(zh: "百分数（如 95 或 95.6%）", en: "a percentage (95 or 95.6%)"))
        case .score: .refused(LocalizedText(zh: "分数（如 95 或 95.5）", en: "a score (95 or 95.5)"))
        case .dateMonth: .refused(LocalizedText(zh: "月份（1 至 12）", en: "a month (1 to 12)"))
        case .dateDay: .refused(LocalizedText(zh: "日（1 至 \(lastDay)）", en: "a day (1 to \(lastDay))"))
        default: .refused(LocalizedText(zh: "序数（如 3 或 十九）", en: "an ordinal (3 or 十九)"))
        }
    }

    /// The unit that the text gives.
    private var unitNote: LocalizedText {
        let unit = after.prefix { $0.isHan }.prefix(4)
        guard !unit.isEmpty else { return LocalizedText(zh: "", en: "") }
        return LocalizedText(zh: "，空后已有“\(unit.string)”", en: "; '\(unit.string)' stands after the gap")
    }
}

extension Unicode.Scalar {
    /// A digit in half width; any other character as it is.
    fileprivate var halfWidthDigit: Unicode.Scalar {
        digitValue.flatMap { Unicode.Scalar(UInt32(0x30 + $0)) } ?? self
    }
}
