import DraftFixtures
import DraftReading
import SummaryModel
import Testing

@Suite("Text that was wrapped at a fixed width is put together")
struct HardWrapTests {
    private static let paragraphs = [
        "某县水务局2021年工作总结",
        "2021年，县水务局在县委、县政府的正确领导下，认真履行职责，积极主动作为，各项工作取得新的进展，现将有关情况总结如下。",
        "一、主要工作",
        "（一）抓项目建设。全年完成投资3.2亿元，新建水库2座，改造管网56.8公里，解决了12个村、3400余名群众的饮水问题。群众满意度明显提高，得到上级充分肯定。",
        "（二）抓安全生产。开展隐患排查45次，整改问题78个，组织应急演练4次，参加人数1200人次，全年没有发生安全生产责任事故，汛期平稳度过，水质全部达标。",
        "二、存在问题",
        "对照上级要求和群众期盼，工作中还存在一些差距和不足，主要是项目推进不够平衡，资金筹措渠道不够宽，专业人才相对缺乏，需要在今后的工作中认真加以解决。",
    ]

    /// How a program wraps and indents.
    enum Style: CaseIterable {
        case indentedByCharacters, indentedByWidth, flushWithBlankLines
    }

    private func wrapped(_ style: Style, at width: Int) -> String {
        var lines: [String] = []
        for paragraph in Self.paragraphs {
            var rest = Array((style == .flushWithBlankLines ? "" : "　　") + paragraph)
            while !rest.isEmpty {
                var (count, length) = (0, 0.0)
                while count < rest.count {
                    length += style == .indentedByWidth && rest[count].isASCII ? 0.5 : 1
                    if length > Double(width) { break }
                    count += 1
                }
                lines.append(String(rest.prefix(count)))
                rest.removeFirst(count)
            }
            if style == .flushWithBlankLines { lines.append("") }
        }
        return lines.joined(separator: "\n")
    }

    @Test("wrapped or not, the structure and text are the same", arguments: Style.allCases, [24, 30, 36])
    func sameStructure(_ style: Style, _ width: Int) throws {
        func outline(_ text: String) throws -> [String] {
            try DraftReader().read(text: Array(text.utf8)).document.blocks.map {
                $0.kind.rawValue + " " + $0.shownText.filter { !$0.isWhitespace }
            }
        }
        #expect(try outline(wrapped(style, at: width)) == outline(Self.paragraphs.joined(separator: "\n")))
    }

    @Test("line ends that go are in the report, and a text that is not wrapped stays as it is")
    func report() throws {
        let reading = try DraftReader().read(text: Array(wrapped(.indentedByCharacters, at: 30).utf8))
        #expect(reading.edits.allSatisfy { $0.reason == "joined-lines" && $0.before == "\n" })
        #expect(!reading.edits.isEmpty)
        let lines = "姓名　张三\n性别　男\n出生年月　一九八〇年一月\n政治面貌　中共党员\n工作单位　某县水务局\n"
        #expect(try DraftReader().read(text: Array(lines.utf8)).edits.isEmpty)
    }
}
