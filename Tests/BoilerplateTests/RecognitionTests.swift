import Testing

/// Passages are recognised in other words, and only then.
@Suite struct RecognitionTests {
    private static let library = """
        snippets:
          opening: { place: lead-end, text: 现将有关工作情况总结如下： }
          plain: { place: lead-end, text: 本文所列数据均为快报数。 }
          guidance: { place: lead-start, text: "{{period}}，{{organ}}认真落实年度工作部署，围绕中心、服务大局，各项工作有序推进。" }
          figures: { place: section-end, section: 工作, text: 全年召开会议12次，研究议题30个，督办事项全部办结。 }
          gaps: { place: section-end, section: 工作, text: 全年召开会议××次，研究议题XX个，督办事项全部办结。 }
          outlook: { place: section-end, section: 打算, text: 下一步，我们将对照目标任务查找不足，逐项明确责任和时限，确保各项工作落到实处。 }
          closing: { place: closing, text: 特此报告。 }
          copies: { place: copies, text: "抄送：{{receivers}}。" }
          header: { place: header, text: 年度总结材料 }
          footer: { place: footer, text: 内部资料 }
        """
    private static let shortened = "下一步，我们要对照任务目标查找差距不足，逐项明确时限和责任，确保工作落到实处。"

    private func draft(lead: String = "今年任务较重。", work: String = "完成了任务。", plan: String = "继续努力。", end: String = "")
        -> String
    {
        "年度总结\n\(lead)\n一、工作\n\(work)\n二、打算\n\(plan)\(end)"
    }

    private func mark(_ text: String) -> String { "[[boilerplate.present: \(text)]]" }

    @Test(arguments: [
        "现将一年来的工作汇报如下。", "今年任务较重，现将主要情况报告如下：", "下面，我就今年的工作作简要汇报。", "重点做了以下几个方面的工作：", "现就工作开展情况作如下说明：",
        "任务较重。现将全年工作总结如下，请予审议。",
    ])
    func announcements(lead: String) throws {
        #expect(try Fixture.failures("opening", Self.library, draft(lead: mark(lead))) == [])
    }

    @Test(arguments: [
        "今年任务较重。", "现将任务分解到人。", "我们认真总结经验，各项工作有序推进。", "现将情况总结如下：这是引用的话。任务较重。", "以下措施效果明显。",
    ])
    func noAnnouncements(lead: String) throws {
        let wanted = draft(lead: lead + "\n现将有关工作情况总结如下：")
        #expect(try Fixture.failures("opening", Self.library, draft(lead: lead), becomes: wanted) == [])
    }

    @Test func anAnnouncementIsNoOtherSentence() throws {
        let lead = "现将情况总结如下："
        let wanted = draft(lead: lead + "\n本文所列数据均为快报数。")
        #expect(try Fixture.failures("plain", Self.library, draft(lead: lead), becomes: wanted) == [])
    }

    @Test(arguments: [
        "2024年，某站认真落实年度工作部署，围绕中心、服务大局，各项工作有序推进。", "一年来，我站认真落实了全年工作部署，紧紧围绕中心，主动服务大局，各项工作有序推进，成效明显。",
    ])
    func reworded(lead: String) throws {
        #expect(try Fixture.failures("guidance", Self.library, draft(lead: mark(lead))) == [])
    }

    @Test(arguments: [
        "一年来，我站认真学习上级精神，围绕中心、服务大局，各项任务取得新的进展。", "认真部署，工作大局，各项中心，年度推进，有序落实。",
        // The pairs are there, but far from each other.
        "我站认真落实各类要求，建立台账、明确责任人，按月通报进度。在年度工作考核中名列前茅。部署周密、组织有力。大家围绕中心任务想办法、出主意，全年提出建议三十余条。窗口服务大局意识明显增强，群众满意度持续提高。各项工作制度逐步健全，档案整理有序推进。",
    ])
    func otherWords(lead: String) throws {
        let marked = try Fixture.failures("guidance", Self.library, draft(lead: mark(lead)))
        #expect(!marked.isEmpty, "it was taken for the passage")
    }

    @Test(
        arguments: ["figures", "gaps"],
        [
            "全年召开会议12次，研究议题30个，督办事项全部办结。", "全年召开会议××次，研究议题××个，督办事项全部办结。", "全年共召开会议8次，研究议题117个，督办的事项全部办结。",
            "全年召开会议{{n}}次，研究议题{{m}}个，督办事项全部办结。",
        ]
    )
    func otherFiguresAndGaps(name: String, work: String) throws {
        #expect(try Fixture.failures(name, Self.library, draft(work: mark(work))) == [])
    }

    @Test(arguments: ["figures", "gaps"], ["全年召开现场会12次，办结群众来信30件。", "12××30"])
    func figuresAloneAreNoPassage(name: String, work: String) throws {
        let failures = try Fixture.failures(name, Self.library, draft(work: mark(work)))
        #expect(!failures.isEmpty, "it was taken for the passage")
    }

    @Test func stockPhrasesAreNoPassage() throws {
        let plan = "下一步，我们将进一步加强队伍建设，确保各项工作落到实处。"
        let wanted = draft(plan: plan + "\n下一步，我们将对照目标任务查找不足，逐项明确责任和时限，确保各项工作落到实处。")
        #expect(try Fixture.failures("outlook", Self.library, draft(plan: plan), becomes: wanted) == [])
        #expect(try Fixture.failures("outlook", Self.library, draft(plan: mark(Self.shortened))) == [])
    }

    @Test(arguments: [
        ("closing", "\n", "以上报告，请予审议。"), ("closing", "\n", "特此汇报。"), ("copies", "\n", "抄送：市某单位，县某单位。"),
        ("footer", "\n", "内部资料"),
    ])
    func oneOfAKind(name: String, before: String, end: String) throws {
        #expect(try Fixture.failures(name, Self.library, draft(end: before + mark(end))) == [])
    }

    @Test func aHeaderMayRepeatTheTitleAndTheText() throws {
        let draft = draft(lead: "这份年度总结材料由综合科起草。")
        #expect(try Fixture.failures("header", Self.library, draft, becomes: "年度总结材料\n" + draft) == [])
    }

    @Test func footersStandAtTheEnd() throws {
        let wanted = draft() + "\n特此报告。\n抄送：{{receivers}}。\n内部资料"
        #expect(try Fixture.failures("footer, closing, copies", Self.library, draft(), becomes: wanted) == [])
    }
}
