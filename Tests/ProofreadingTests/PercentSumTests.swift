import Testing

@Suite struct PercentSumTests {
    @Test(arguments: [
        "考核结果为优秀、良好、合格分别占[[proofreading.percent-sum: 30%、50%、25%]]。",
        "参训人员中，男性占[[proofreading.percent-sum: 60%，女性占45%]]。",
        "参训人员中，男性占[[proofreading.percent-sum: 60%，女性占30%]]。",
        "测评结果：满意占[[proofreading.percent-sum: 70%、基本满意占20%、不满意占5%]]。",
        "一产、二产、三产占比分别为[[proofreading.percent-sum: 10%、45%、50%]]。",
        "测评中优秀占[[proofreading.percent-sum: 40%，良好占45%，合格占20%]]，总体较好。",
        "来电中咨询类占[[proofreading.percent-sum: 50%、投诉类占40%、建议类占20%]]。",
        "赞成、反对、弃权分别占[[proofreading.percent-sum: 80%、15%和3%]]。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["percent-sum"]) == [])
    }

    @Test(arguments: [
        "考核结果为优秀、良好、合格分别占30%、50%、20%。",
        "考核结果为优秀、良好、合格分别占30%、50%、15%。",
        "党员、女性、青年分别占60%、50%、40%。",
        "男性占60%，女性占40%。",
        "男性占60%，女性占XX%。",
        "优秀率、合格率分别为45%、98%。",
        "党员占40%、骨干占50%、志愿者占30%。",
        "满意占70%、基本满意占29.9%、不满意占0.1%。",
        "一产、二产、三产占比分别为10.1%、45.3%、44.7%。",
        "来电中咨询类占50%、投诉类占30%。",
        "覆盖率、满意率、知晓率分别达到98%、97%、96%。",
        "男性占60%以上，女性占50%以下。",
        "分别占XX%、XX%、XX%。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["percent-sum"]) == [])
    }
}
