import Testing

@Suite struct MissingPercentTests {
    @Test(arguments: [
        "党组织覆盖率已达到[[proofreading.missing-percent: ××]]。",
        "群众满意率为[[proofreading.missing-percent: 98.5]]，比上年提高2个百分点。",
        "办结率达[[proofreading.missing-percent: 100]]。",
        "高级职称人员占比达到[[proofreading.missing-percent: 35]]；",
        "女干部比例为[[proofreading.missing-percent: 30]]。",
        "签约率稳定在[[proofreading.missing-percent: 76]]，随访率达到90%。",
        "任务完成率均达到了[[proofreading.missing-percent: 95]]，",
        "工业投资比重提高到[[proofreading.missing-percent: 45.2]]。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["missing-percent"]) == [])
    }

    @Test(arguments: [
        "党组织覆盖率已达到××%。",
        "群众满意率为98.5%。",
        "小区容积率为2.5，绿化率为30%。",
        "还款率保持在九成以上，比例达到3成。",
        "女干部比例为1:2。",
        "汇率为7.2，利率为3，频率为50。",
        "心率为75，效率为90。",
        "满意率达到第3。",
        "办结率达到98个百分点。",
        "受灾发生率为5‰。",
        "覆盖率达到__。",
        "覆盖率达到100多。",
        "覆盖率达到120，",
        "完成率为2.5倍。",
        "占比XX，满意率98。",
        "比例尺为500，比例适当。",
        "满意率达到XX%、XX%、XX%。",
        "就业率达到百分之九十。",
        "满意率为98、97、96。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["missing-percent"]) == [])
    }
}
