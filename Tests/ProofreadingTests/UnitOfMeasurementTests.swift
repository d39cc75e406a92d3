import Testing

@Suite struct UnitOfMeasurementTests {
    @Test(arguments: [
        "加宽路面50[[proofreading.unit: 公分]]。",
        "发放大米500[[proofreading.unit: 市斤]]。",
        "储油30[[proofreading.unit: 公升]]。",
        "修建道路12[[proofreading.unit: KM]]。",
        "修建道路3.5[[proofreading.unit: Km]]，投入使用。",
        "收集废品20[[proofreading.unit: KG]]。",
        "新建场馆1200[[proofreading.unit: M2]]。",
        "新建场馆1200 [[proofreading.unit: m2]]。",
        "装机容量50[[proofreading.unit: KW]]。",
        "新建场馆300[[proofreading.unit: 平米]]。",
        "新建场馆300余[[proofreading.unit: 平米]]。",
        "加宽路面三十[[proofreading.unit: 公分]]。",
        "辖区面积30[[proofreading.unit: km2]]。",
    ])
    func found(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["unit"]) == [])
    }

    @Test(arguments: [
        "修建道路12km。",
        "收集废品20kg，装机容量50kW。",
        "辖区面积30km²，场馆1200m²，㎞²。",
        "型号A4-50KW。",
        "公分和厘米都是长度单位。",
        "广义货币M2增长8%。",
        "使用5KMs软件。",
        "房屋均价以平米计算。",
        "XX平米，××公分。",
        "WiFi6和5G网络，4K视频。",
        "编号20KG3。",
        "KM县KG镇。",
        "5公里，3千克，2升，1吨。",
    ])
    func notFound(_ draft: String) {
        #expect(StageCheck.failures(draft, rules: ["unit"]) == [])
    }
}
