import Testing

@testable import TitleBreaking

@Suite struct TitleLinesTests {
    private func lines(_ title: String, _ limit: Int = 20) -> [String] {
        var result: [String] = []
        var start = title.startIndex
        for offset in TitleLines.breaks(in: title, charactersPerLine: limit) {
            let index = title.utf8.index(title.startIndex, offsetBy: offset)
            result.append(String(title[start..<index]))
            start = index
        }
        return result + [String(title[start...])]
    }

    @Test(
        "Titles that fit stay on one line",
        arguments: ["", "通知", "青溪县水利局2026年上半年工作总结", "二十个字的标题正好排满一行不必回行也不断"]
    )
    func short(_ title: String) { #expect(lines(title) == [title]) }

    @Test(
        "Long titles are broken at word boundaries",
        arguments: [
            ("石桥镇人民政府关于做好2026年度文书归档整理工作的通知", ["石桥镇人民政府关于做好2026年度", "文书归档整理工作的通知"]),
            ("青溪县教育局关于开展校园食品安全专项整治行动的通知", ["青溪县教育局关于开展", "校园食品安全专项整治行动的通知"]),
            // Twenty characters, but with the space that programs set around digits it does not fit.
            ("青溪小学2022—2023学年度第二学期工作总结", ["青溪小学2022—2023学年度", "第二学期工作总结"]),
            // No line has room for the name of the document.
            ("关于印发《青溪县农村道路交通安全管理办法（试行）》的通知", ["关于印发《青溪县农村道路", "交通安全管理办法（试行）》的通知"]),
            // Two bodies, and one that is part of another.
            ("青溪县财政局青溪县水利局关于下达2024年小型水库维修养护资金的通知", ["青溪县财政局青溪县水利局关于下达2024年", "小型水库维修养护资金的通知"]),
        ]
    )
    func examples(_ title: String, _ wanted: [String]) { #expect(lines(title) == wanted) }

    /// Read by eye: complete words at the ends of lines, and lines of a trapezoid or a diamond (GB/T 9704-2012, 7.3.1).
    @Test(
        "Titles of 8 to 60 characters",
        arguments: [
            "县局年度工作总结",
            "2024年工作总结",
            "青山镇2024年度工作总结",
            "县档案馆2024年党支部工作总结",
            "青溪县水利局|2024年度安全生产工作总结报告",
            "青山镇人民政府|关于报送2024年工作总结的函",
            "青溪县教育局关于2024年秋季学期|教学工作情况的报告",
            "石桥镇党委关于开展基层党组织书记|抓党建述职评议的通知",
            "青溪县农业农村局2024年高标准农田建设|工作总结及2025年工作计划",
            "青山镇人民政府关于加强|汛期地质灾害防范应对工作的紧急通知",
            "青溪县人民医院关于“优质服务年”|活动开展情况的总结",
            "青溪县文化和旅游局关于举办|第十二届群众文化艺术节的实施方案",
            "关于印发|《青溪县农村公路养护管理办法》的通知",
            "青溪县人民政府办公室关于转发县农业农村局|2024年春耕备耕工作方案的通知",
            "青溪县发展和改革局关于申请下达|2025年农村饮水安全巩固提升工程|中央预算内投资计划的请示",
            "中共青溪县委组织部|关于2024年度全县党员教育培训|工作情况和2025年工作安排的报告",
            "青溪县卫生健康局、青溪县教育局|关于联合开展中小学生健康体检工作的通知",
            "在青山镇2024年度总结表彰暨2025年|工作部署会议上的讲话",
            "青溪县市场监督管理局|2024年上半年食品药品安全监管|工作总结和下半年重点工作安排",
            "青溪县人民代表大会常务委员会|关于加强新时代乡村振兴促进工作|若干问题的决定贯彻落实情况的报告",
            "关于青溪县2024年|国民经济和社会发展计划执行情况与2025年|国民经济和社会发展计划草案的报告",
            "中共青溪县委青溪县人民政府|关于全面推进乡村振兴加快农业农村现代化|建设工作情况和下一步工作打算的报告",
            "青溪县发展和改革局青溪县财政局|青溪县水利局关于联合上报2024年度|农村供水保障工程建设资金|使用绩效自评情况的报告",
            "青溪县人民政府办公室|关于印发《青溪县城镇老旧小区改造提升|三年行动计划（2024—2026年）》和|重点任务分工方案的通知",
        ]
    )
    func table(_ wanted: String) {
        let title = wanted.filter { $0 != "|" }
        #expect(lines(title).joined(separator: "|") == wanted)
    }

    @Test func whatCannotBeBrokenIsLeftAlone() {
        let endless = String(repeating: "长", count: 500)
        #expect(lines(endless) == [endless])
    }

    /// Titles put together from pieces, the same on every run.
    private static let titles: [String] = {
        let pieces = [
            "青溪县", "石桥镇人民政府", "关于", "做好", "2026年", "上半年", "的", "和", "《安全生产管理办法》", "“双随机”", "第十四届",
            "疫情防控", "工作", "总结", "通知", "、", "（试行）", "X", "××", "党建", "甲乙丙丁", "A4纸", "3.5%", "——", " ", "了", "年度", "𠮷",
        ]
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<400).map { _ in (0..<3 + next(14)).map { _ in pieces[next(pieces.count)] }.joined() }
    }()

    @Test func propertiesHoldForAnyTitle() {
        let notAtStart = Set("。，、；：？！）》”’…—%,.的和了")
        let notAtEnd = Set("（《“‘第")
        for title in Self.titles {
            for limit in [20, 12] {
                let lines = lines(title, limit)
                #expect(lines.joined() == title)
                guard lines.count > 1 else { continue }
                for (index, line) in lines.enumerated() {
                    #expect(TitleLines.halfWidths(of: line) <= 2 * limit, "\(lines)")
                    #expect(line.count >= 3, "\(lines)")
                    if index > 0, let first = line.first { #expect(!notAtStart.contains(first), "\(lines)") }
                    if index < lines.count - 1, let last = line.last { #expect(!notAtEnd.contains(last), "\(lines)") }
                    for (open, close) in [("《", "》"), ("“", "”"), ("（", "）")] {
                        #expect(line.contains(open) == line.contains(close), "\(lines)")
                    }
                }
                for (upper, lower) in zip(lines, lines.dropFirst()) {
                    let isInsideNumber =
                        upper.last?.isASCII == true && lower.first?.isASCII == true && upper.last != " "
                    #expect(!isInsideNumber, "\(lines)")
                }
            }
        }
    }
}
