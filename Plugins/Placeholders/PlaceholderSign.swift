internal import SummaryModel

/// Tells the signs of gaps from the same characters used otherwise.
enum PlaceholderSign {
    /// The characters with which a sign may begin.
    static let starts = ScalarSet("XxＸｘ×✕╳*＊_＿○【［[{（(")

    /// Whether a sign may begin with this character.
    static func mayBegin(_ scalar: Unicode.Scalar) -> Bool { starts.contains(scalar) }

    /// The end of what is at `index` when it is no gap: the next place where one may begin.
    static func skip(in text: [Unicode.Scalar], from index: Int) -> Int {
        let first = text[index]
        var next = index + 1
        // A run of one sign is looked at once, as a whole.
        if isRunSign(first) { while next < text.count, text[next] == first { next += 1 } }
        while next < text.count, !mayBegin(text[next]) { next += 1 }
        return next
    }

    /// The range of the gap that begins at `index`; `nil` when none does.
    static func range(in text: [Unicode.Scalar], at index: Int) -> Range<Int>? {
        let first = text[index]
        switch first {
        case "{": return keyed(text, index)
        case "【": return bracketed(text, index, close: "】")
        case "［": return bracketed(text, index, close: "］")
        case "[": return bracketed(text, index, close: "]")
        case "（": return prompt(text, index, close: "）")
        case "(": return prompt(text, index, close: ")")
        default: break
        }
        guard isRunSign(first) else { return nil }
        var end = index + 1
        while end < text.count, text[end] == first { end += 1 }
        // XX.X is one gap for a figure with decimals.
        if end + 1 < text.count, text[end] == "." || text[end] == "．", text[end + 1] == first, first != "_" {
            end += 1
            while end < text.count, text[end] == first { end += 1 }
        }
        let range = index..<end
        let before = index > 0 ? text[index - 1] : nil
        let after = end < text.count ? text[end] : nil
        let isGap: Bool
        switch first {
        case "X", "x", "Ｘ", "ｘ": isGap = isLetterGap(text, range, before, after)
        case "×", "✕", "╳": isGap = isCrossGap(text, range, before, after)
        case "*", "＊": isGap = isStarGap(text, range, before, after)
        case "_", "＿": isGap = range.count >= 2 && !(isWord(before) && isWord(after))
        case "○": isGap = range.count >= 2
        default: isGap = false
        }
        return isGap ? range : nil
    }

    /// The name inside `{{name}}`, `{{#name}}` and `{{^name}}`.
    static func name(in sign: ArraySlice<Unicode.Scalar>) -> String? {
        guard sign.starts(with: "{{") else { return nil }
        let name = sign.dropFirst(2).dropLast(2).trimmed
        return (isSectionStart(sign) ? name.dropFirst().trimmed : name).string
    }

    /// Whether the sign begins a section of a template: `{{#name}}` or `{{^name}}`.
    static func isSectionStart(_ sign: Scalars) -> Bool {
        guard sign.starts(with: "{{"), let first = sign.dropFirst(2).first(where: { !$0.isBlank }) else { return false }
        return first == "#" || first == "^"
    }

    /// Whether the sign is a run of one character, such as `××`, rather than a name or a prompt.
    static func isRun(_ sign: String) -> Bool { sign.unicodeScalars.first.map(isRunSign) ?? false }

    private static func isRunSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "X", "x", "Ｘ", "ｘ", "×", "✕", "╳", "*", "＊", "_", "＿", "○": true
        default: false
        }
    }

    /// X光, App, QQ, iPhone X, 1920x1080, xxx@qq.com, X_1 and Roman numerals are no gaps.
    private static func isLetterGap(
        _ text: [Unicode.Scalar],
        _ range: Range<Int>,
        _ before: Unicode.Scalar?,
        _ after: Unicode.Scalar?
    ) -> Bool {
        if let before, before.isLatinLetter || "@.-_/'".unicodeScalars.contains(before) { return false }
        if let after, after.isLatinLetter || "@_/'+=".unicodeScalars.contains(after) { return false }
        if isInsideAddress(text, range) { return false }
        let rest = text[range.upperBound...]
        if let after, after == "." || after == "-" {
            let next = rest.dropFirst().first
            if next?.isLatinLetter == true { return false }
        }
        let isLower = text[range.lowerBound] == "x" || text[range.lowerBound] == "ｘ"
        if after?.digitValue != nil {
            // XX2020年 is a gap before a year; X5, x86 are names.
            let digits = rest.prefix { $0.digitValue != nil }
            guard !isLower, digits.count == 4, rest.dropFirst(4).first == "年" else { return false }
        }
        if before?.digitValue != nil, isLower, range.count == 1 { return false }
        if range.count == 1 {
            for word in ["光", "射线", "线", "染色体", "轴", "型", "档", "级片", "形", "片", "坐标", "单抗"] where rest.starts(with: word)
            {
                return false
            }
            // A Latin word before a blank: iPhone X, Windows X.
            let earlier = text[max(0, range.lowerBound - 8)..<range.lowerBound].last { !$0.isBlank }
            if before?.isBlank == true, earlier?.isLatinLetter == true { return false }
            if "Ⅰ".unicodeScalars.first == before { return false }
        }
        return true
    }

    /// 3×4, 5×8小时 and a lone × before a number are multiplications.
    private static func isCrossGap(
        _ text: [Unicode.Scalar],
        _ range: Range<Int>,
        _ before: Unicode.Scalar?,
        _ after: Unicode.Scalar?
    ) -> Bool {
        guard range.count == 1 else { return true }
        let next = text[range.upperBound...].prefix(8).first { !$0.isBlank }
        let last = text[max(0, range.lowerBound - 8)..<range.lowerBound].last { !$0.isBlank }
        if let next, next.digitValue != nil || next.isLatinLetter, let last,
            last.digitValue != nil || last.isLatinLetter || "）)㎡米".unicodeScalars.contains(last)
        {
            return false
        }
        if last?.digitValue != nil, next.map({ "×xX".unicodeScalars.contains($0) }) == true { return false }
        return true
    }

    /// `**` around words is emphasis; `***` and `**` before a word that names a body or place are gaps.
    private static func isStarGap(
        _ text: [Unicode.Scalar],
        _ range: Range<Int>,
        _ before: Unicode.Scalar?,
        _ after: Unicode.Scalar?
    ) -> Bool {
        if range.count == 1 {
            guard let after, after.isHan, let before else { return false }
            return before.isHan || before.digitValue != nil
        }
        // One half of a pair of ** that is left over.
        if range.upperBound == text.count, let before, "。！？；”’）》".unicodeScalars.contains(before) { return false }
        if range.count == 2 { return !EmphasisMarks.areEmphasis(text[...], range) }
        return true
    }

    private static func keyed(_ text: [Unicode.Scalar], _ index: Int) -> Range<Int>? {
        guard index + 4 < text.count, text[index + 1] == "{" else { return nil }
        var end = index + 2
        while end + 1 < text.count, end - index < 60 {
            if text[end] == "}", text[end + 1] == "}" {
                let name = text[index + 2..<end].trimmed
                guard let first = name.first, !"/!&>{=".unicodeScalars.contains(first) else { return nil }
                // The start of a section needs a name as well.
                if "#^".unicodeScalars.contains(first), name.count < 2 { return nil }
                return index..<end + 2
            }
            end += 1
        }
        return nil
    }

    /// 【】 and ［］ with nothing, a sign or a prompt inside; 【摘要】 before text is a label.
    private static func bracketed(_ text: [Unicode.Scalar], _ index: Int, close: Unicode.Scalar) -> Range<Int>? {
        guard let end = text[index...].prefix(42).firstIndex(of: close) else { return nil }
        let inside = text[index + 1..<end].trimmed
        let range = index..<end + 1
        let isOnlySigns = inside.allSatisfy { $0.isBlank || "Xx×Ｘ*_＿…·.—○".unicodeScalars.contains($0) }
        if isOnlySigns { return close != "]" || !inside.isEmpty ? range : nil }
        if close == "]" { return nil }
        for word in ["填写", "填入", "填上", "请输入", "此处", "待定", "待补", "待填", "待核", "补充", "具体", "，如"] where inside.holds(word) {
            return range
        }
        // A name of what belongs there, not at the beginning of a line that goes on.
        let names = ["名称", "姓名", "单位", "日期", "时间", "地点", "金额", "人数", "数字", "数量", "次数", "职务", "部门", "年份", "数据", "名字"]
        if inside.count <= 10, names.contains(where: { inside.ends(with: $0) || inside.starts(with: $0) }) {
            return range
        }
        return nil
    }

    /// （此处填写…） and （请填写…）
    private static func prompt(_ text: [Unicode.Scalar], _ index: Int, close: Unicode.Scalar) -> Range<Int>? {
        guard let end = text[index...].prefix(62).firstIndex(of: close) else { return nil }
        let inside = text[index + 1..<end].trimmed
        for word in ["此处", "请填", "填写", "待填", "待补", "请补充", "填入", "请在此"] where inside.starts(with: word) {
            return index..<end + 1
        }
        return nil
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.isLatinLetter || $0.digitValue != nil } ?? false
    }

    /// Whether the sign stands in a mail or web address.
    private static func isInsideAddress(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        func isAddress(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && !scalar.isBlank && !"(),;<>\"".unicodeScalars.contains(scalar)
        }
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 64, isAddress(text[start - 1]) { start -= 1 }
        var end = range.upperBound
        while end < text.count, end - range.upperBound < 64, isAddress(text[end]) { end += 1 }
        let around = text[start..<end]
        return around.contains("@") || around.holds("://") || around.holds("www.") || around.holds(".com")
            || around.holds(".cn")
    }
}
