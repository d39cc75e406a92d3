import Testing

@Suite struct ImpossibleDateTests {
    @Test(arguments: [
        "会议于[[proofreading.date: 2024年2月30日]]召开。",
        "截至[[proofreading.date: 4月31日]]，各项任务完成。",
        "文件于[[proofreading.date: 2023年13月]]印发。",
        "检查组[[proofreading.date: 3月32日]]到我单位检查。",
        "活动于[[proofreading.date: 2023年2月29日]]举行。",
        "时间为2023年4月29日至[[proofreading.date: 31日]]。",
        "于[[proofreading.date: 二〇二三年二月二十九日]]召开会议。",
        "2023年1月5日至[[proofreading.date: 2月29日]]开展整治。",
        "会议于上午[[proofreading.date: 8时75分]]开始。",
        "会议定于下午[[proofreading.date: 2:60]]召开。",
        "自[[proofreading.date: 6月31日]]起执行。",
        "于[[proofreading.date: 2024年0月5日]]召开。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["date"]) == [])
    }

    @Test(arguments: [
        "会议于2024年2月29日召开。",
        "会议于2月29日召开。",
        "活动于20XX年2月29日举行。",
        "全年共2月30次。",
        "农历2月30日举行庙会。",
        "二月三十日，村里举行庙会。",
        "连续32日坚持巡查。",
        "历时13个月完成建设。",
        "版本号为2.30，文号为〔2024〕13号。",
        "2018～2020年，1—12月，第13月。",
        "会议定于9:30召开，比例为1:60。",
        "得分2:60，比分8:75。",
        "自4月30日至5月31日开展。",
        "时间为10月***日（星期六）上午8:30。",
        "2000年2月29日出生。",
        "用时8分75秒。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["date"]) == [])
    }
}
