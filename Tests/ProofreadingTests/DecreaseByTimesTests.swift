import Testing

@Suite struct DecreaseByTimesTests {
    @Test(arguments: [
        "投诉量[[proofreading.decrease-times: 减少了3倍]]。",
        "成本[[proofreading.decrease-times: 下降2倍]]。",
        "事故[[proofreading.decrease-times: 降低了近两倍]]，成效明显。",
        "用时[[proofreading.decrease-times: 缩短一倍]]。",
        "能耗[[proofreading.decrease-times: 降低1.5倍]]以上。",
        "会议[[proofreading.decrease-times: 压减了十余倍]]。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["decrease-times"]) == [])
    }

    @Test(arguments: [
        "投诉量减少了30%。",
        "收入增长了3倍。",
        "成本下降一半，产量提高2倍。",
        "减少到三分之一。",
        "减少XX倍。",
        "下降了3个百分点。",
        "减少3人，增长5倍。",
        "降低倍率。",
        "减少2倍率镜头。",
        "倍加努力，减少浪费。",
        "缩短工期，效率提高一倍。",
        "风险降低，效益成倍增长。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["decrease-times"]) == [])
    }
}
