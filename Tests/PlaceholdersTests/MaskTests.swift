import DraftReading
import ReadKit
import StageKit
import StageTesting
import SummaryModel
import Testing
@testable import Placeholders

@Suite("Masked names")
struct MaskTests {
    @Test(
        "names of the list are replaced",
        arguments: [
            (["清溪县"], "清溪县档案馆2024年工作总结\n到清溪县调研，效果良好。", "××县档案馆2024年工作总结\n到××县调研，效果良好。"),
            (["清溪县", "清溪县档案馆"], "清溪县档案馆2024年工作总结\n清溪县支持。", "××馆2024年工作总结\n××县支持。"),
            (["张三丰", "张三"], "某馆2024年工作总结\n张三丰和张三参加。", "某馆2024年工作总结\n××和××参加。"),
            (["石桥建设有限公司"], "某馆2024年工作总结\n由石桥建设有限公司承建。", "某馆2024年工作总结\n由××有限公司承建。"),
        ]
    )
    func masks(_ names: [String], _ draft: String, _ expected: String) throws {
        let test = try Fill.test { options in
            options.mask = names.map { Fill.value(.string($0)) }
            options.unresolved = .keep
        }
        #expect(test.failures(draft, becomes: expected) == [])
    }

    @Test("the record says why")
    func reason() throws {
        let source = SourceText("清溪县档案馆2024年工作总结\n工作扎实。")
        let stage = try Fill.stage { $0.mask = [Fill.value(.string("清溪县"))] }
        let result = try Pipeline([stage]).run(
            DraftReader().read(Draft(source: source, format: "text")).document,
            source: source
        )
        #expect(result.edits.map(\.reason) == ["masked"])
    }

    @Test("a file may hold the names", arguments: [true, false])
    func file(_ isTable: Bool) throws {
        let list = Fill.value(.list([Fill.value(.string("清溪县"))]))
        let table = Fill.mapping([("名单", Fill.records([["名称": "清溪县"]]))])
        let test = try Fill.test {
            $0.maskFile = isTable ? table : list
            $0.unresolved = .keep
        }
        #expect(test.failures("清溪县2024年工作总结", becomes: "××县2024年工作总结") == [])
    }

    @Test("what is no name is a problem of the configuration", arguments: ["县", "××县", ""])
    func unusable(_ name: String) {
        #expect(throws: ConfigurationError.self) {
            try Fill.stage { $0.mask = [Fill.value(.string(name))] }
        }
    }

    private static let masked = "××县××局2024年工作总结\n在××县委领导下，××局扎实工作。"

    @Test(
        "real names among masked ones are reported",
        arguments: [
            "到[[placeholders.name-beside-mask: 湖南省]]考察学习。", "赴[[placeholders.name-beside-mask: 遵义市]]参加培训。",
            "印发《[[placeholders.name-beside-mask: 遵义]]公路养护办法》。", "用于帮助[[placeholders.name-beside-mask: 青岩县]]修路。",
            "在[[placeholders.name-beside-mask: 双溪镇]]召开现场会。", "组织[[placeholders.name-beside-mask: 湘西土家族苗族自治州]]的同行交流。",
        ]
    )
    func left(_ sentence: String) throws {
        let test = try Fill.test { $0.unresolved = .keep }
        #expect(test.failures(Self.masked + "\n" + sentence) == [])
    }

    @Test("a name before words that are masked elsewhere is reported")
    func beside() throws {
        let test = try Fill.test { $0.unresolved = .keep }
        let draft = "××公路管理局2024年工作总结\n在××县和××市的支持下，××公路管理局扎实工作。\n印发《[[placeholders.name-beside-mask: 岭北公路管理局]]考核办法》。"
        #expect(test.failures(draft) == [])
    }

    @Test(
        "common words are no names",
        arguments: [
            "全市上下一心，我县稳步发展，本区进展顺利。", "走进社区、城市、地区、园区和景区。", "到贫困村走访，帮扶重点村。", "建设特色镇，推进城乡融合。", "各乡镇、各村居积极参与。",
            "自治区的要求得到落实。", "向示范县学习，与邻县交流。", "在行政村和自然村设点。", "县公路管理局和市公路管理局联合检查。", "举办东方大同文化展。", "的新乡村面貌一新。", "到我县乡镇调研。",
            "组织下乡活动，返乡创业。", "全省、全国先进。",
        ]
    )
    func common(_ sentence: String) throws {
        let test = try Fill.test { $0.unresolved = .keep }
        #expect(test.failures(Self.masked + "\n" + sentence) == [])
    }

    @Test("a text without masked names keeps its names")
    func unmasked() throws {
        let test = try Fill.test { $0.unresolved = .keep }
        #expect(test.failures("遵义市档案馆2024年工作总结\n到湖南省学习X次。") == [])
    }
}
