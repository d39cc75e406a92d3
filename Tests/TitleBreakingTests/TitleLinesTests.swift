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
            ("关于印发《青溪县农村道路交通安全管理办法（试行）》的通知", ["关于印发《青溪县农村道路交通安全管理办法（试行）》的通知"]),
        ]
    )
    func examples(_ title: String, _ wanted: [String]) { #expect(lines(title) == wanted) }

    @Test func whatCannotBeBrokenIsLeftAlone() {
        let quoted = "《" + String(repeating: "书", count: 40) + "》"
        #expect(lines(quoted) == [quoted])
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
