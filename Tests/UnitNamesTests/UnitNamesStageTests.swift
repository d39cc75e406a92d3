import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing

@testable import UnitNames

@Suite("The stage unit-names")
struct UnitNamesStageTests {
    private static func failures(_ draft: String, becomes expected: String? = nil, units: [String]? = nil) -> [String] {
        var options = UnitNamesOptions()
        if let units { options.units = units }
        let test = StageTest(UnitNamesStage(options: options)) { source in
            DraftReader().read(Draft(source: source, format: "text")).document
        }
        return test.failures(draft, becomes: expected)
    }

    private static let title = "清溪镇2024年工作总结\n"

    @Test(
        "symbols after figures become names",
        arguments: [
            ("全年巡查道路1200km，其中山路80.5 km。", "全年巡查道路1200公里，其中山路80.5公里。"),
            ("室温保持在26℃，用水300m³。", "室温保持在26摄氏度，用水300立方米。"),
            ("清运垃圾35t，效果良好。", "清运垃圾35吨，效果良好。"),
            ("用电1200kW·h，占地2hm²。", "用电1200千瓦时，占地2公顷。"),
        ]
    )
    func names(draft: String, expected: String) {
        #expect(Self.failures(Self.title + draft, becomes: Self.title + expected) == [])
    }

    @Test(
        "what is no unit stays",
        arguments: [
            "打印A4m纸", "编号T3km-2", "5G网络覆盖率100%", "WiFi6g设备", "访问3km2级公路", "单价每km",
        ]
    )
    func leftAlone(draft: String) {
        #expect(Self.failures(Self.title + draft + "，工作平稳。") == [])
    }

    @Test("compound units are reported at their place, after changes before them too")
    func compound() {
        let draft = Self.title + "全长12km，限速60[[unit-names.compound: km/h]]，运输35t。"
        let expected = Self.title + "全长12公里，限速60km/h，运输35吨。"
        #expect(Self.failures(draft, becomes: expected) == [])
    }

    @Test("only the units that are wanted")
    func choice() {
        let draft = Self.title + "全长12km，回收800kg。"
        #expect(Self.failures(draft, becomes: Self.title + "全长12km，回收800千克。", units: ["kg"]) == [])
    }
}
