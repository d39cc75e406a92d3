internal import StageKit
internal import SummaryModel

/// The examples of the reference page.
enum BoilerplateExamples {
    private static let draft = """
        柳河镇文化站2024年工作总结
        2024年，文化站围绕中心、服务群众，举办群众文化活动二十场，受到群众好评。
        一、主要工作
        （一）办好活动。全年放映电影十二场，观众一千多人次。
        （二）管好阵地。图书室每周开放五天，新购图书六百册。
        二、下一步打算
        继续办好群众喜爱的活动，让更多群众参与进来。
        """

    static let all = [
        StageExample(
            LocalizedText(zh: "参数和待填的空", en: "Parameters, and gaps for later"),
            options: "{ library: library.yaml, insert: [opening, { signature: { organ: 柳河镇文化站 } }, date] }",
            files: [
                "library.yaml": """
                snippets:
                  opening:
                    place: lead-end
                    text: 现将有关工作情况总结如下：
                  signature:
                    place: signature
                    parameters: { organ: 本单位 }
                    text: "{{organ}}"
                  date:
                    place: date
                    parameters: { year: , month: , day: }
                    text: "{{year}}年{{month}}月{{day}}日"
                """
            ],
            draft: draft,
            result: draft.replacing("好评。", with: "好评。\n现将有关工作情况总结如下：")
                + "\n柳河镇文化站\n{{year}}年{{month}}月{{day}}日"
        ),
        StageExample(
            LocalizedText(zh: "换一种说法也算已有", en: "Present in other words"),
            options: "{ library: library.yaml, insert: [opening] }",
            files: [
                "library.yaml": """
                snippets:
                  opening: { place: lead-end, text: 现将有关工作情况总结如下： }
                """
            ],
            draft: draft.replacing("好评。", with: "好评。下面，我就主要工作作一简要汇报。"),
            findings: ["boilerplate.present"]
        ),
        StageExample(
            LocalizedText(zh: "标签、条件和嵌套的章节", en: "Tags, conditions and nested sections"),
            options: "{ library: library.yaml, insert: [{ tag: 年终 }] }",
            files: [
                "library.yaml": """
                snippets:
                  places:
                    place: section-end
                    section: [主要工作, 2]
                    tags: [年终]
                    when: { genre: [工作总结, 工作报告] }
                    text: 阵地管理的台账按月核对，做到账实相符。
                  pledge:
                    place: closing
                    tags: [年终]
                    when: { genre: 述职报告 }
                    text: 以上述职，请予评议。
                  outlook:
                    place: section-end
                    section: 工作计划
                    tags: [年终]
                    text: 对照目标逐项明确责任和时限。
                """
            ],
            draft: draft,
            result: draft.replacing("六百册。", with: "六百册。\n阵地管理的台账按月核对，做到账实相符。"),
            findings: ["boilerplate.no-place"]
        ),
        StageExample(
            LocalizedText(zh: "有效期", en: "Validity"),
            options: "{ library: library.yaml, insert: [plan-14, plan-15] }",
            files: [
                "library.yaml": """
                snippets:
                  plan-14:
                    place: lead-start
                    valid: { from: 2021-01-01, until: 2025-12-31 }
                    text: 文化站按照“十四五”规划安排各项任务。
                  plan-15:
                    place: lead-start
                    valid: { from: 2026-01-01 }
                    text: 文化站按照“十五五”规划安排各项任务。
                """
            ],
            date: "2024-12-20",
            draft: draft,
            result: draft.replacing("总结\n", with: "总结\n文化站按照“十四五”规划安排各项任务。\n"),
            findings: ["boilerplate.not-yet-valid"]
        ),
        StageExample(
            LocalizedText(zh: "过时用语", en: "Superseded phrases"),
            options: "{ library: library.yaml, replace: true }",
            files: [
                "library.yaml": """
                superseded:
                  - phrase: 文化馆站
                    replacement: 文化馆（站）
                    safe: true
                  - phrase: 旅游局
                    replacement: 文化和旅游局
                    since: 2019-04-01
                    except: [文化广电旅游局]
                """
            ],
            draft: """
                柳河镇文化站2024年工作总结
                2024年，文化站与县旅游局、原旅游局下属单位和邻县文化广电旅游局合办活动三场。
                一、主要工作
                落实《旅游局工作规则》，与各文化馆站交流经验。
                """,
            result: """
                柳河镇文化站2024年工作总结
                2024年，文化站与县旅游局、原旅游局下属单位和邻县文化广电旅游局合办活动三场。
                一、主要工作
                落实《旅游局工作规则》，与各文化馆（站）交流经验。
                """,
            findings: ["boilerplate.superseded"]
        ),
    ]
}
