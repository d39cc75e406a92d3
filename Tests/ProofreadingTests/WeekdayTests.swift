import Testing

@Suite struct WeekdayTests {
    @Test(arguments: [
        "会议定于2024年5月1日（[[proofreading.weekday: 星期四]]）召开。",
        "会议定于2024年5月1日([[proofreading.weekday: 周四]])召开。",
        "会议时间：2024年5月1日（[[proofreading.weekday: 星期四]]）",
        "2024年10月1日[[proofreading.weekday: 星期三]]放假。",
        "2024年5月1日至5日（[[proofreading.weekday: 周三]]）举办活动。",
        "定于2023年12月31日（星期天）至2024年1月1日（[[proofreading.weekday: 星期日]]）放假。",
        "二〇二四年五月一日（[[proofreading.weekday: 星期五]]）上午召开会议。",
        "定于2024年2月29日（[[proofreading.weekday: 礼拜五]]）召开。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["weekday"]) == [])
    }

    @Test(arguments: [
        "会议定于2024年5月1日（星期三）召开。",
        "会议定于5月1日（星期四）召开。",
        "2024年5月1日至5日（周三至周日）举办活动。",
        "2024年10月1日周一夜校开班。",
        "时间为10月***日（星期六）上午8:30。",
        "20XX年5月1日（星期四）召开。",
        "2024年5月（星期四）召开。",
        "2023年12月31日（星期日）放假。",
        "2024年5月1日（每周四）起实施。",
        "2024年5月1日（周四例会）。",
        "定于2000年1月1日（星期六）召开。",
        "2024年4月31日（星期三）召开。",
        "每周三下午学习，2024年5月1日放假。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["weekday"]) == [])
    }

    @Test(
        "a date without a year is of the year in the title",
        arguments: [
            ("2022年", "10月16日（[[proofreading.weekday: 星期三]]）举办比赛。"), ("2022年", "10月16日（星期日）举办比赛。"),
            // Right for 2021 and 2023.
            ("2022年", "10月16日（星期六）举办比赛。"), ("2022年", "10月16日（星期一）举办比赛。"),
            ("2022年和2023年", "10月16日（星期三）举办比赛。"), ("", "10月16日（星期三）举办比赛。"),
        ]
    )
    func yearOfTheTitle(year: String, text: String) {
        let draft = "柳河镇文化站\(year)工作总结\n一年来，文化站工作平稳有序。\n一、主要工作\n\(text)\n"
        #expect(StageCheck.failures(draft, rules: ["weekday"]) == [])
    }
}
