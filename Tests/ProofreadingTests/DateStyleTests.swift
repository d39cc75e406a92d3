import Testing

@Suite struct DateStyleTests {
    @Test(arguments: [
        "会议于[[proofreading.date-style: 2024年03月07日]]召开。",
        "会议于[[proofreading.date-style: 2024年3月07日]]召开。",
        "自[[proofreading.date-style: 2024年03月]]起实施。",
        "会议于[[proofreading.date-style: 2024年3月7号]]召开。",
        "会议于[[proofreading.date-style: 3月7号]]召开。",
        "会议于[[proofreading.date-style: 20年]]3月1日召开。",
        "我局[[proofreading.date-style: 20年]]度工作总结",
        "自[[proofreading.date-style: 98年]]6月起实施。",
        "会议于[[proofreading.date-style: 05月06日]]召开。",
        "会议于20XX年[[proofreading.date-style: 05月]]召开。",
        "会议于[[proofreading.date-style: 2024年03月07号]]召开。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["date-style"]) == [])
    }

    @Test(arguments: [
        "会议于2024年3月7日召开。",
        "近20年来，发展迅速。",
        "连续20年获得荣誉，建局20年。",
        "20年间走访了群众，20年以上党龄。",
        "有期徒刑10年6月。",
        "2020年度工作总结，2019年年度考核。",
        "2019-20年度工作要点。",
        "20世纪80年代，第20届。",
        "执行3月7号文件要求。",
        "20XX年3月，XX20年度。",
        "2018～2020年，3.5，9:30。",
        "国发〔2024〕03号。",
        "10月10日、12月20日召开会议。",
        "2024-03-07，2024.03.07。",
        "近10年度考核均为优秀。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["date-style"]) == [])
    }

    @Test(arguments: [
        ("会议于[[proofreading.date-style: 2024年3月7号]]召开。", "会议于2024年3月7号召开。"),
        ("会议于2024年03月07日召开。", "会议于2024年3月7日召开。"),
        ("自2024年03月01日至05月01日实施。", "自2024年3月1日至5月1日实施。"),
    ])
    func corrected(_ draft: String, _ expected: String) {
        #expect(StageCheck.failures(draft, rules: ["date-style"], becomes: expected) == [])
    }
}
