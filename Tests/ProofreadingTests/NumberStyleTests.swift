import Testing

@Suite struct NumberStyleTests {
    @Test(arguments: [
        "压减经费[[proofreading.number-style: 10～20%]]。",
        "增幅在[[proofreading.number-style: 10-20％]]之间。",
        "投入资金[[proofreading.number-style: 500～1000万元]]。",
        "参加人员[[proofreading.number-style: 约30余]]人。",
        "参加人员[[proofreading.number-style: 约30人左右]]。",
        "参加人员[[proofreading.number-style: 大约30人上下]]。",
        "惠及群众[[proofreading.number-style: 近30余]]户。",
        "惠及群众[[proofreading.number-style: 超过300多]]户。",
        "[[proofreading.number-style: 至少30人以上]]参加。",
        "[[proofreading.number-style: 最多30天以内]]完成。",
        "[[proofreading.number-style: 不超过30人以内]]。",
        "投入[[proofreading.number-style: 1,234万]]元。",
        "投入[[proofreading.number-style: 约30万余]]元。",
        "惠及群众[[proofreading.number-style: 约三百余]]人。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["number-style"]) == [])
    }

    @Test(arguments: [
        "压减经费10%～20%。",
        "2018～2020年增长5%。",
        "投入资金3～5万元。",
        "投入资金500万元～1000万元。",
        "投入资金8000～1万元。",
        "参加人员约30人，左右两侧各一组。",
        "近30多年来，近20年来。",
        "签约30余家企业，节约30余万元。",
        "附近30余户居民。",
        "约谈30余人，预约30多次。",
        "投入1,234元，1234万元。",
        "XX%、XX%、XX%，约XX余人。",
        "超过30人，多次表扬。",
        "GB/T 9704-2012，第10-20%分位。",
        "道路两侧约30米左右各一处。",
        "5个一，3.5，1:2，9:30。",
        "年龄30岁以上，工作3年以上。",
        "近10个多月。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["number-style"]) == [])
    }
}
