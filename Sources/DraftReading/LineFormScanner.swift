internal import ReadKit
internal import SummaryModel

/// Tells lines whose form alone says what they are.
struct LineFormScanner {
    /// The form of `text`.
    ///
    /// - Parameters:
    ///   - census: What characters there are.
    ///   - longLine: Whether the line is too long for anything but a table or a footnote.
    func form(of text: Scalars, _ census: CharacterCensus, longLine: Bool) -> LineForm? {
        if isSentence(text, census) { return nil }
        if !longLine, Self.isPageNumber(text) { return .pageNumber }
        if text.count(where: { $0 == "|" }) >= 2, text.first == "|" || hasShortCells(text, between: "|") {
            return .tableRow
        }
        if text.contains("\t"), hasShortCells(text, between: "\t") { return .tableRow }
        if starts(
            text.count <= 120 ? Scalars(text.filter { !$0.isBlank }) : text,
            with: ["出席", "列席", "缺席", "请假", "记录", "参加人员", "参会人员", "会议时间", "会议地点", "会议议题"],
            thenMark: true
        ) {
            return .attendance
        }
        if !longLine, census.holdsBlank, Self.columns(of: text).count >= 3, hasColumnCells(text) { return .tableRow }
        if text.starts(with: "[^"), text.prefix(8).holds("]:") || text.prefix(8).holds("]：") { return .footnote }
        if longLine { return nil }
        if text.starts(with: "$$") { return .formula }
        if isContentsLine(text) { return .tableOfContents }
        if isDocumentNumber(text) { return .documentNumber }
        if isSecurityMark(text) { return .securityMark }
        if starts(text, with: ["抄送", "抄报", "分送", "主送", "报", "送", "发"], thenMark: true) { return .copies }
        if isImprint(text) { return .imprint }
        if text.count <= 30, text.count >= 6, text.withoutBracketedEnd.ends(with: "文件"), !text.contains("，"),
            !text.contains("《"),
            [
                "政府", "委员会", "党委", "局", "公司", "办公室", "县委", "市委", "区委", "委办", "会议", "党组", "党总支", "党支部", "工会", "集团", "学校",
                "医院",
            ].contains(where: {
                text.withoutBracketedEnd.dropLast(2).trimmed.ends(with: $0)
            })
        {
            return .issuerHead
        }
        if isAttachment(text) { return .attachment }
        if isDate(text) || isLabelledDate(text) { return .date }
        if isSignedDate(text) { return .signedDate }
        if starts(text, with: ["联系人", "联系电话", "联系人及电话", "联系方式", "经办人"], thenMark: true), text.count <= 60 {
            return .contact
        }
        if isClosing(text) { return .closing }
        if starts(
            text,
            with: [
                "汇报人", "述职人", "报告人", "发言人", "主讲人", "演讲人", "撰稿人", "姓名", "述职者", "单位", "汇报单位", "报告单位",
                "作者", "部门", "执笔人", "填报单位", "述职单位", "汇报时间", "总结人", "落款",
            ],
            thenMark: true
        ), text.count <= 40 {
            return .labelledAuthor
        }
        if isPersonLabel(text) { return .labelledAuthor }
        if isSpokenAddress(text) { return .spokenAddress }
        if isAddress(text) { return .address }
        if isListItem(text) { return .listItem }
        return nil
    }

    /// Whether the text is a sentence without cells that begins with no word of a form: longer than a form of one line, and
    /// with a stop at its end.
    private func isSentence(_ text: Scalars, _ census: CharacterCensus) -> Bool {
        guard text.count > Self.longestForm, let first = text.first, let last = text.last else { return false }
        return last.isSentenceStop && !census.holdsBlank && !census.holdsCellMark && !Self.openings.contains(first)
    }

    /// Forms that end with a stop, and begin with none of ``openings``, are no longer than this, in characters.
    private static let longestForm = 60

    /// The characters with which forms of any length begin: 出席, 抄送, 附件, footnotes, formulas, items of lists.
    private static let openings = ScalarSet("出列缺请记参会抄分主报送发附日时成落联经[$•●◆■▪◇○▲►➢➤√✓※◎▶☆-*+–")

    /// 项目经理：×××: a post of at most eight characters, a colon, a name.
    private func isPersonLabel(_ text: Scalars) -> Bool {
        guard text.count <= 20, let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
        let post = text[..<colon].trimmed
        let posts = ["人", "员", "长", "经理", "主任", "书记", "主席", "校长", "老师", "秘书", "干事", "助理"]
        guard (2...8).contains(post.count), posts.contains(where: { post.ends(with: $0) }) else { return false }
        return PersonName.ends(text[(colon + 1)...].trimmed)
    }

    /// Whether `mark` divides the text into cells: short pieces, none of which is a sentence.
    private func hasShortCells(_ text: Scalars, between mark: Unicode.Scalar) -> Bool {
        let cells = text.split(separator: mark, omittingEmptySubsequences: true)
        return cells.count >= 2 && cells.allSatisfy { $0.count <= 30 && $0.trimmed.last != "。" }
    }

    /// The parts of the text between runs of two or more blanks.
    static func columns(of text: Scalars) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isBlank else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end].isBlank { end += 1 }
            if end - index >= 2 {
                if index > start { columns.append(start..<index) }
                start = end
            }
            index = end
        }
        if start < text.endIndex { columns.append(start..<text.endIndex) }
        return columns
    }

    private func hasColumnCells(_ text: Scalars) -> Bool {
        Self.columns(of: text).allSatisfy { column in
            column.count <= 24 && text[column].last?.isSentenceStop != true && text[column].last != "："
                && !text[column].contains("，")
        }
    }

    /// — 1 — or -3- or 第 1 页 共 5 页 or 1/5
    static func isPageNumber(_ text: Scalars) -> Bool {
        guard text.count <= 20 else { return false }
        let dashes = "—–-－―─－ ‐".unicodeScalars
        if let first = text.first, let last = text.last, dashes.contains(first), dashes.contains(last), text.count >= 3
        {
            let inside = text.drop { dashes.contains($0) || $0.isBlank }
            let digits = inside.prefix { $0.digitValue != nil }
            let rest = inside.dropFirst(digits.count)
            return (1...4).contains(digits.count) && rest.allSatisfy { dashes.contains($0) || $0.isBlank }
        }
        let bare = Array(text.filter { !$0.isBlank })[...]
        if bare.first == "第", bare.holds("页") {
            return bare.allSatisfy { $0.digitValue != nil || "第页共，,/、总一二三四五六七八九十".unicodeScalars.contains($0) }
        }
        if bare.starts(with: "共"), bare.last == "页" {
            return bare.dropFirst().dropLast().allSatisfy { $0.digitValue != nil }
        }
        let parts = bare.split(separator: "/")
        return bare.contains("/") && parts.count == 2
            && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy { $0.digitValue != nil } }
    }

    /// 目录, or text, a row of dots, and a page number.
    private func isContentsLine(_ text: Scalars) -> Bool {
        let bare = text.count <= 12 ? text.filter { !$0.isBlank }.string : ""
        if ["目录", "目次", "本期要目", "本期导读", "【本期要目】", "【本期导读】", "★本期要目"].contains(bare)
            || bare.lowercased() == "contents"
        {
            return true
        }
        var end = text.endIndex
        while end > text.startIndex, text[end - 1].digitValue != nil || "（）()-—".unicodeScalars.contains(text[end - 1])
        {
            end -= 1
        }
        guard end < text.endIndex, text[end...].contains(where: { $0.digitValue != nil }) else { return false }
        let dots = text[..<end].reversed().prefix { ".…·。．-—_ \t".unicodeScalars.contains($0) || $0.isBlank }
        let marks = dots.filter { !$0.isBlank }
        if marks.count >= 3 || marks.count(where: { $0 == "…" }) >= 2 { return dots.count < text.count - 1 }
        // A tab and a page number after a heading.
        return dots.contains("\t") && text.prefix(upTo: end).trimmed.count >= 2 && text.endIndex - end <= 3
            && MarkerParser().marker(of: text) != nil
    }

    /// X政发〔2020〕1号
    private func isDocumentNumber(_ text: Scalars) -> Bool {
        let bare = text.first { !$0.isBlank } == "第" ? text.filter { !$0.isBlank } : []
        if bare.first == "第", bare.count <= 24, bare.contains("期"),
            bare.last == "期" || bare.last == "）" || bare.last == ")"
        {
            return bare.dropFirst().prefix { $0 != "期" }.allSatisfy {
                $0.digitValue != nil || HanNumeral.digit($0) != nil || "X×x*".unicodeScalars.contains($0)
            }
        }
        guard text.count <= 60, text.last == "号" || text.holds("号 ") || text.holds("号　") || text.holds("号\t") else {
            return false
        }
        guard let open = text.firstIndex(where: { "〔[［【（(﹝".unicodeScalars.contains($0) }) else { return false }
        let rest = text[(open + 1)...]
        let year = rest.prefix { $0.digitValue != nil || "X×x".unicodeScalars.contains($0) }
        guard (2...4).contains(year.count) else { return false }
        let after = rest.dropFirst(year.count)
        guard let close = after.first, "〕]］】）)﹞".unicodeScalars.contains(close) else { return false }
        let number = after.dropFirst().prefix { $0 != "号" }
        return !number.isEmpty && number.count <= 8
            && number.allSatisfy { $0.digitValue != nil || "第X×x* ".unicodeScalars.contains($0) || $0.isBlank }
    }

    /// 机密★1年, 特急, 000001
    private func isSecurityMark(_ text: Scalars) -> Bool {
        guard text.count <= 16 else { return false }
        let bare = text.filter { !$0.isBlank }.string
        if ["绝密", "机密", "秘密", "特急", "加急", "平急", "特提"].contains(bare) { return true }
        guard ["绝密", "机密", "秘密"].contains(where: { bare.hasPrefix($0) }) else { return false }
        // Another sign stands for the star that not every keyboard has.
        let rest = bare.unicodeScalars.dropFirst(2)
        return bare.contains("★")
            || rest.first.map { "*＊☆※".unicodeScalars.contains($0) } == true
                && rest.dropFirst().first.map { $0.digitValue != nil || $0.isHan } == true
    }

    private func isImprint(_ text: Scalars) -> Bool {
        if text.count <= 60, text.holds("共印"), text.holds("份") { return true }
        guard text.count <= 60, text.ends(with: "印发") || text.ends(with: "印制") || text.ends(with: "印") else {
            return false
        }
        return text.contains("日") && (text.contains("年") || text.contains("月"))
    }

    private func isAttachment(_ text: Scalars) -> Bool {
        if text.starts(with: "附件") {
            let rest = text.dropFirst(2).trimmed
            guard let next = rest.first else { return true }
            if "：:".unicodeScalars.contains(next) { return true }
            let afterNumber = rest.drop { $0.digitValue != nil || HanNumeral.digit($0) != nil }
            return afterNumber.count < rest.count
                && (afterNumber.isEmpty || "：:.、． ".unicodeScalars.contains(afterNumber.first ?? " ")
                    || afterNumber.first?.isBlank == true)
        }
        return text.starts(with: "附：") || text.starts(with: "附:")
    }

    /// A whole line that is a date: 2020年12月31日, 二〇二〇年十二月, 2020.12.31, 20××年×月×日
    func isDate(_ text: Scalars) -> Bool {
        var part = text
        if let first = part.first, let last = part.last, "（(〔[".unicodeScalars.contains(first),
            "）)〕]".unicodeScalars.contains(last), part.count > 4
        {
            part = part.dropFirst().dropLast()
        }
        let bare = part.filter { !$0.isBlank }
        guard (6...20).contains(bare.count) else { return false }
        let digits = "0123456789０１２３４５６７８９〇○O零一二三四五六七八九十X×xＸ*＊_".unicodeScalars
        if bare.contains("年"), bare.contains("月") {
            return bare.allSatisfy { digits.contains($0) || "年月日号".unicodeScalars.contains($0) }
                && bare.last.map { "日月号".unicodeScalars.contains($0) } == true
        }
        let parts = bare.split { ".-/．－".unicodeScalars.contains($0) }
        return parts.count == 3 && parts[0].count == 4 && parts.allSatisfy { $0.allSatisfy { $0.digitValue != nil } }
            && parts[1].count <= 2 && parts[2].count <= 2
    }

    /// 日期：2020年12月31日
    private func isLabelledDate(_ text: Scalars) -> Bool {
        for label in ["日期", "时间", "成文日期", "落款日期"] where text.starts(with: label) {
            let rest = text.dropFirst(label.unicodeScalars.count).drop { "：: 　".unicodeScalars.contains($0) }
            return rest.count < text.count - label.unicodeScalars.count && isDate(rest)
        }
        return false
    }

    /// 某村党支部　　2021年12月8日: who signs and when, on one line.
    private func isSignedDate(_ text: Scalars) -> Bool {
        guard text.count <= 60, text.contains(where: \.isBlank) else { return false }
        for blank in text.indices where text[blank].isBlank && blank > text.startIndex && !text[blank - 1].isBlank {
            let name = text[..<blank]
            guard name.count >= 2, name.count <= 30, !name.contains(where: { "，。：:".unicodeScalars.contains($0) })
            else { return false }
            if isDate(text[blank...].trimmed) { return true }
        }
        return false
    }

    private func isClosing(_ text: Scalars) -> Bool {
        guard text.count <= 45 else { return false }
        if text.contains("就") {
            for phrase in ["就上到这里", "就讲到这里", "就汇报到这里", "就说到这里", "就谈到这里", "就到这里"] where text.holds(phrase) {
                return true
            }
        }
        guard let first = text.first, Self.closingOpenings.contains(first) else { return false }
        for opening in [
            "特此报告", "特此汇报", "特此通知", "特此通报", "特此请示", "特此函", "特此说明", "特此公告", "特此批复", "特此证明", "特此申请",
            "特此承诺", "专此报告", "专此函", "专此汇报", "谨此报告", "此致", "敬礼", "妥否", "当否", "可否", "是否妥当", "是否可行", "如无不妥",
            "谢谢大家", "谢谢各位", "谢谢！", "谢谢!", "我的汇报完", "我的述职完", "汇报完毕", "述职完毕", "发言完毕", "报告完毕", "我的发言完",
            "此复", "此令", "请批示", "请审阅", "请审议", "盼复", "请予批准", "请予审议", "祝大家", "祝各位",
        ] where text.starts(with: opening) { return true }
        for opening in [
            "以上报告", "以上汇报", "以上总结", "以上请示", "以上意见", "以上述职", "以上是我", "以上发言", "以上就是", "上述报告",
            "以上情况", "我的述职", "我的汇报", "我的发言",
        ] where text.starts(with: opening) {
            for request in ["请", "谢谢", "妥", "当否", "批评", "指正", "完毕", "审", "述职", "汇报", "到此", "如有"]
            where text.dropFirst(2).holds(request) { return true }
        }
        return false
    }

    /// The characters with which the openings of closings begin.
    private static let closingOpenings = ScalarSet("特专谨此敬妥当可是如谢我汇述发报请盼祝以上")

    private static let people = [
        "同志们", "同志", "领导", "代表", "委员", "来宾", "朋友们", "老师们", "同学们", "评委", "同仁", "家长", "女士们", "先生们", "战友们",
        "乡亲", "兄弟", "姐妹", "师傅", "职工们", "老师", "同事们", "同事", "各位",
    ]

    /// 各位领导、同志们： and nothing else.
    private func isSpokenAddress(_ text: Scalars) -> Bool {
        guard let last = text.last, "：:！!，,".unicodeScalars.contains(last), text.count <= 40 else { return false }
        let pieces = text.dropLast().split { "、，,　 ；".unicodeScalars.contains($0) }
        guard !pieces.isEmpty else { return false }
        let isCalled = pieces.allSatisfy { piece in
            let piece = piece.trimmed
            return Self.people.contains { piece.ends(with: $0) } || piece.ends(with: "们") || piece.ends(with: "你们好")
                || piece.ends(with: "大家好")
                || piece.ends(with: "书记") || piece.ends(with: "主任") || piece.ends(with: "长")
        }
        guard isCalled else { return false }
        if last == "：" || last == ":" { return true }
        return text.starts(with: "尊敬的") || text.starts(with: "各位") || text.starts(with: "同志们")
    }

    /// The addressee: bodies before a colon.
    private func isAddress(_ text: Scalars) -> Bool {
        guard let last = text.last, last == "：" || last == ":", text.count <= 120 else { return false }
        for word in ["如下", "现将", "以下", "下列", "包括", "其中", "例如", "分别", "具体", "要求", "强调", "指出", "一是"]
        where text.holds(word) { return false }
        let pieces = Self.names(in: text.dropLast())
        let bodies = [
            "局", "委", "办", "政府", "部门", "单位", "公司", "委员会", "党委", "党组", "支部", "机关", "厅", "部", "院", "校", "中心", "处", "科",
            "室", "所", "站", "学校", "医院", "集团", "领导小组", "分会", "协会", "学会", "工会", "委员会", "企业", "镇", "乡", "街道", "县", "市", "区",
            "村",
            "社区", "科室", "行", "队",
            "机构", "团体", "大队", "站所", "企事业单位", "直属机构", "党总支", "群众", "家长", "居民", "员工", "师生", "同志", "领导",
        ]
        return !pieces.isEmpty
            && pieces.allSatisfy { piece in
                let piece = piece.trimmed
                return bodies.contains { piece.ends(with: $0) } || piece.ends(with: "）") || piece.ends(with: "X")
                    || piece.ends(with: "×")
            }
    }

    /// The names in a list of them; 各县（市、区）应急管理局 is one.
    private static func names(in text: Scalars) -> [Scalars] {
        var names: [Scalars] = []
        var start = text.startIndex
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "（", "(": depth += 1
            case "）", ")": depth -= 1
            case "、", "，", ",", "；", ";":
                guard depth <= 0 else { continue }
                names.append(text[start..<index])
                start = index + 1
            default: break
            }
        }
        names.append(text[start...])
        return names.filter { !$0.allSatisfy(\.isBlank) }
    }

    private func isListItem(_ text: Scalars) -> Bool {
        guard let first = text.first, text.count >= 3 else { return false }
        let second = text[text.startIndex + 1]
        if "•●◆■▪◇○▲►➢➤√✓※◎▶☆".unicodeScalars.contains(first) {
            return text.contains { $0.isHan || $0.isLatinLetter || $0.digitValue != nil }
        }
        if first == "★" { return false }
        return "-*+–".unicodeScalars.contains(first) && second.isBlank
    }

    private func starts(_ text: Scalars, with openings: [String], thenMark: Bool) -> Bool {
        for opening in openings where text.starts(with: opening) {
            guard thenMark else { return true }
            if let next = text.dropFirst(opening.unicodeScalars.count).trimmed.first, "：:".unicodeScalars.contains(next)
            {
                return true
            }
        }
        return false
    }
}

extension Scalars {
    /// The text without a number in brackets at its end: 文件（十二）
    fileprivate var withoutBracketedEnd: Scalars {
        guard let last, last == "）" || last == ")", let open = lastIndex(where: { $0 == "（" || $0 == "(" }) else {
            return self
        }
        let inside = self[(open + 1)...].dropLast()
        guard inside.allSatisfy({ $0.digitValue != nil || HanNumeral.digit($0) != nil }) else { return self }
        return self[..<open].trimmed
    }
}
