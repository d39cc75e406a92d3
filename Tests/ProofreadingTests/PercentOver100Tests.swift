import Testing

@Suite struct PercentOver100Tests {
    @Test(arguments: [
        "群众满意率达到[[proofreading.percent-over-100: 102%]]。",
        "全年出勤率为[[proofreading.percent-over-100: 105.5%]]，表现良好。",
        "产品合格率均达到了[[proofreading.percent-over-100: 120％]]。",
        "网格覆盖率已达[[proofreading.percent-over-100: 110%]]。",
        "矛盾纠纷调解成功率保持在[[proofreading.percent-over-100: 101%]]。",
        "案件办结率达到[[proofreading.percent-over-100: 1000%]]。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["percent-over-100"]) == [])
    }

    @Test(arguments: [
        "群众满意率达到100%。",
        "全年任务完成率达到120%。",
        "移动电话普及率达到112%。",
        "满意率达到XXX%。",
        "小学毛入学率为105%。",
        "增长率达到150%。",
        "满意率达到98.5%，同比增长120%。",
        "满意率由85%提高到98%。",
        "出勤率达到99.9%。",
        "合格率为100件。",
        "覆盖率达到1100户。",
        "就业率达到9成，收入为上年的120%。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["percent-over-100"]) == [])
    }
}
