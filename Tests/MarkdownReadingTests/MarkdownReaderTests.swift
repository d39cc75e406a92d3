import MarkdownReading
import ReadKit
import SummaryModel
import Testing

@Suite("Markdown")
struct MarkdownReaderTests {
    @Test(
        "syntax goes, and nothing else",
        arguments: [
            ("以**服务大局**为宗旨。", "以服务大局为宗旨。"), ("以**“放管服”**改革为抓手。", "以“放管服”改革为抓手。"),
            ("**（一）抓学习**", "（一）抓学习"), ("***特别强调***的工作", "特别强调的工作"), ("做到 *有力有效* 推进", "做到 有力有效 推进"),
            ("见`附表1`和``附`表``。", "见附表1和附`表。"), ("见[公示](https://e.cn/a_b \"标题\")。", "见公示。"),
            ("见[公示](<https://e.cn/a b>)。", "见公示。"), ("见<https://e.cn/a>。", "见https://e.cn/a。"),
            ("见https://e.cn/a_b_c。", "见https://e.cn/a_b_c。"), ("转义\\*星号\\_和\\\\。", "转义*星号_和\\。"),
            ("~~划去~~的字", "划去的字"), ("# 标题 #", "标题"), ("甲&amp;乙&nbsp;丙", "甲&amp;乙&nbsp;丙"),
            ("<b>粗</b>体", "<b>粗</b>体"), ("甲<!-- 注 -->乙", "甲乙"), ("<!-- 多行\n注释 -->\n正文。", "正文。"),
            ("C:\\目录\\文件", "C:\\目录\\文件"), ("甲 | 乙 | 丙", "甲 | 乙 | 丙"), ("$$a_1 * b_2 * c$$", "$$a_1 * b_2 * c$$"),
            ("\\# 不是标题", "# 不是标题"), ("1\\. 工作", "1. 工作"), ("![图](a.png)文字", "图文字"), ("[![图](a)](http://b)文字", "图文字"),
        ]
    )
    func syntax(_ written: String, _ shown: String) throws {
        let outline = try Outline(written)
        #expect(outline.defects == [])
        #expect(outline.texts == [shown])
    }

    @Test(
        "gaps and other signs of a draft stay",
        arguments: [
            "全年召开会议***次，走访**户，受理__件。", "走访***户，慰问***人。", "张*同志和李*同志参加。",
            "长X*宽X*高X。", "共____人，其中__人，办结__。", "**县**局2021年工作", "**村**组", "编号file_name_1和_2。",
            "X政发[2021](3)号", "[注](见附件)", "【X】份，[X]件", "联系人：________", "5~8月，3~5次", "a < b且c > d",
            "（1）甲；（2）乙。", "不足<3项>的单位", "*", "**", "甲#乙#丙", "#话题#", "+86电话", "100%完成\\", "2021. 5. 1",
        ]
    )
    func gaps(_ text: String) throws {
        let outline = try Outline(text)
        #expect(outline.draft.syntax == [])
        #expect(outline.texts.joined() == text)
    }

    @Test(
        "lines of signs are rules only where they stand for themselves",
        arguments: [
            ("甲工作扎实推进。\n\n---\n\n乙工作扎实推进。", 1), ("甲工作扎实推进。\n---\n乙工作扎实推进。", 1), ("甲工作。\n\n***\n\n乙工作。", 1),
            ("甲工作。\n\n* * *\n\n乙工作。", 1),
            ("姓名\n***\n乙工作。", 0), ("姓名\n____\n单位\n____", 0), ("甲工作。\n\n________\n\n乙工作。", 0), ("甲\n--\n乙", 0),
            ("甲\n=\n乙", 0),
        ]
    )
    func rules(_ text: String, _ count: Int) throws {
        let outline = try Outline(text)
        #expect(outline.draft.syntax.count == count)
        #expect(outline.defects == [])
    }

    @Test("headings have levels, and numbers win over them")
    func headings() throws {
        let text = """
            # 某局2023年工作总结

            2023年，我局各项工作扎实推进，取得了新的成绩。现将情况总结如下。

            ## 主要做法

            ### 加强学习

            全年组织集中学习12次，撰写心得体会36篇，学习成果得到转化。

            ## 一、存在问题

            问题与不足
            ----------

            一是学习不够深入，个别同志理论水平有待提高。
            """
        #expect(
            try Outline(text).blocks == [
                "title 某局2023年工作总结", "lead 2023年，我局各项工作扎实推进，取得了新的成绩。现将情况总结如下。", "heading1 主要做法", "heading2 加强学习",
                "paragraph 全年组织集中学习12次，撰写心得体会36篇，学习成果得到转化。", "heading1 一、存在问题", "heading1 问题与不足",
                "point 一是学习不够深入，个别同志理论水平有待提高。",
            ]
        )
    }

    @Test("bullets are items, numbers are headings, a bullet before a number goes")
    func lists() throws {
        let text = """
            一、工作情况

            - 完成台账整理，归档文件三百余份；
            * 完成设备盘点，账实相符；
            - [x] 完成年度考核；
            - （一）抓好学习。组织集中学习12次。
            1. **基础不牢。** 部分台账不完整。
               - 嵌套的一项；
            2. 力量不足。
            """
        let outline = try Outline(text)
        #expect(outline.defects == [])
        #expect(
            outline.blocks == [
                "heading1 一、工作情况", "list_item - 完成台账整理，归档文件三百余份；", "list_item * 完成设备盘点，账实相符；", "list_item - 完成年度考核；",
                "heading2 （一）抓好学习。组织集中学习12次。", "heading3 1. 基础不牢。 部分台账不完整。", "list_item - 嵌套的一项；", "heading3 2. 力量不足。",
            ]
        )
    }

    @Test("tables have cells; a text below is none")
    func tables() throws {
        let text = """
            一、完成情况
            | 项目 | 数量 |
            |:---|---:|
            | 甲\\|乙 | **12** |
            | 丙 | `X` | 多 |
            注：数据截至12月底。
            """
        let outline = try Outline(text)
        #expect(outline.defects == [])
        #expect(
            outline.blocks == ["heading1 一、完成情况", "table 1 项目,数量,/甲|乙,12,/丙,X,多", "paragraph 注：数据截至12月底。"]
        )
    }

    @Test("indented lines, quotations and fences hold text")
    func containers() throws {
        let text = """
            一、情况

                四格缩进的**一段**话，不是代码。

            > 引用的一段话，
            > 第二行。

            ```text
            # 代码中的一行
            ```
            """
        let outline = try Outline(text)
        #expect(outline.defects == [])
        #expect(outline.texts == ["一、情况", "四格缩进的一段话，不是代码。", "引用的一段话，", "第二行。", "# 代码中的一行"])
    }

    @Test("one line is one paragraph, unless it ends with a comma or all are of one width")
    func softBreaks() throws {
        #expect(try Outline("某某镇人民政府2021年上半年工作总结\n2021年以来，我镇各项工作扎实推进。").texts.count == 2)
        #expect(try Outline("今年以来，我局认真贯彻落实上级部署，\n各项工作扎实推进。").texts.count == 1)
        let wrapped = Array(repeating: "今年以来我局认真贯彻落实上级部署各项工作扎实推进并且", count: 6).joined(separator: "\n") + "\n完成任务。"
        #expect(try Outline(wrapped).texts.count == 1)
        #expect(try Outline("全年召开会议三次。  \n研究议题十个。").texts.count == 2)
    }

    @Test("footnotes are footnotes, referred to or not")
    func footnotes() throws {
        let outline = try Outline("一、情况\n全年完成任务三项[^1]，取得了较好的成绩。\n\n[^1]: 数据截至12月。\n[^甲]: 另有一项。")
        #expect(outline.defects == [])
        #expect(outline.blocks.suffix(2) == ["footnote [^1]: 数据截至12月。", "footnote [^甲]: 另有一项。"])
    }

    @Test("the front matter has the title where the text has none")
    func frontMatter() throws {
        let body = "2023年，我局各项工作扎实推进，取得了新的成绩。现将情况总结如下。\n\n## 一、主要工作\n"
        let outline = try Outline("---\ntitle: \"某局2023年工作总结\"\nauthor: 张三\ntags:\n  - 甲\n---\n\n" + body)
        #expect(outline.defects == [])
        #expect(outline.draft.metadata == ["title": "某局2023年工作总结", "author": "张三", "tags": "甲"])
        #expect(outline.blocks.prefix(2) == ["title 某局2023年工作总结", "author 张三"])
        let titled = try Outline("---\ntitle: 甲\n---\n# 某局2023年工作总结\n\n" + body)
        #expect(titled.texts.first == "某局2023年工作总结")
        #expect(titled.draft.metadata["title"] == "甲")
        let rules = try Outline("---\n今年工作扎实推进。\n---\n\n" + body)
        #expect(rules.draft.metadata == [:])
        #expect(rules.texts.contains("今年工作扎实推进。"))
    }

    @Test(
        "lists in the front matter",
        arguments: [
            ("附件:\n  - 名单\n  - \"甲: 乙\"", ["附件": "名单\n甲: 乙"]), ("附件:\n- 名单\n- 表", ["附件": "名单\n表"]),
            ("tags: [甲, \"乙,丙\", '丁']", ["tags": "甲\n乙,丙\n丁"]), ("tags: []", [:]),
            ("a: \"甲\\\"乙\\\\\"", ["a": "甲\"乙\\"]),
            ("a: '甲\\n'", ["a": "甲\\n"]), ("a: 甲\n  - 乙", ["a": "甲"]),
        ] as [(String, [String: String])]
    )
    func frontMatterLists(_ lines: String, _ wanted: [String: String]) throws {
        let outline = try Outline("---\nx: y\n\(lines)\n---\n\n# 某局2023年工作总结\n\n正文。\n")
        #expect(outline.defects == [])
        #expect(outline.draft.metadata == wanted.merging(["x": "y"]) { $1 })
    }

    @Test("pictures are reported")
    func pictures() throws {
        let outline = try Outline("正文。\n\n![流程图](a.png)")
        #expect(outline.draft.diagnostics.map(\.id) == ["reading.missing-picture"])
        #expect(outline.draft.diagnostics.first?.start == SourcePosition(line: 3, column: 1))
        #expect(outline.draft.diagnostics.first?.message.zh.contains("流程图") == true)
    }

    @Test(
        "it is told by its form",
        arguments: [
            ("正文", "a.md", .likely), ("# 甲\n\n## 乙\n", nil, .likely), ("---\ntitle: 甲\n---\n正文", nil, .likely),
            ("# 甲\n\n**乙的工作**\n", nil, .likely), ("# 甲\n| a | b |\n|---|---|\n", nil, .likely), ("# 甲\n正文", nil, .none),
            ("**甲**的工作", nil, .none), ("#话题#\n#另一话题#", nil, .none), ("---\ntitle: 甲\n---\n", nil, .none),
            ("", nil, .none),
            ("一、甲\n---\n二、乙\n---\n", "a.txt", .none),
        ] as [(String, String?, Recognition)]
    )
    func recognition(_ text: String, _ name: String?, _ wanted: Recognition) {
        #expect(MarkdownReader.recognition(of: DraftFile(Array(text.utf8), name: name)) == wanted)
    }

    @Test("every line end is one of the draft", arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"])
    func lineEnds(_ end: String) throws {
        let text = ["# 标题", "", "**正文**甲。", "> 乙\\", "丙", "", "- 丁"].joined(separator: end)
        #expect(try Outline(text).defects == [])
    }
}
