internal import StageKit
internal import SummaryModel

/// The examples of the reference page.
enum ElementsExamples {
    static let all = [
        StageExample(
            LocalizedText(zh: "补上版头、主送机关和版记", en: "Head, addressee and imprint"),
            options: """
                { issuer: [青山镇人民政府文件], number: "青政发[2024]03号", recipient: 各村民委员会,
                  copies: 县档案馆, printer: 青山镇党政综合办公室, print-date: 2024-12-20 }
                """,
            draft: """
                青山镇人民政府关于2024年工作情况的报告
                2024年，全镇各项工作扎实推进。
                """,
            result: """
                青山镇人民政府文件
                青政发〔2024〕3号
                青山镇人民政府关于2024年工作情况的报告
                各村民委员会：
                2024年，全镇各项工作扎实推进。
                抄送：县档案馆。
                青山镇党政综合办公室\u{3000}2024年12月20日印发
                """
        ),
        StageExample(
            LocalizedText(zh: "附件、署名、日期和附注", en: "Attachments, signature, date and note"),
            options: "{ attachments: [任务清单, 联系名单], signature: [青山镇人民政府], date: 2024-12-20, note: 此件公开发布 }",
            draft: """
                青山镇2024年工作总结
                2024年，全镇各项工作扎实推进。
                """,
            result: """
                青山镇2024年工作总结
                2024年，全镇各项工作扎实推进。
                附件：1.任务清单
                2.联系名单
                青山镇人民政府
                2024年12月20日
                （此件公开发布）
                """
        ),
        StageExample(
            LocalizedText(zh: "文中已有的保留，不同时报告", en: "What the draft has stays, and a difference is reported"),
            options: "{ date: 2024-12-20, classification: 机密★1年, urgency: 特急 }",
            draft: """
                青山镇2024年工作总结
                2024年，全镇各项工作扎实推进。
                青山镇人民政府
                2024年12月18日
                """,
            result: """
                机密★1年
                特急
                青山镇2024年工作总结
                2024年，全镇各项工作扎实推进。
                青山镇人民政府
                2024年12月18日
                """,
            findings: ["elements.differs"]
        ),
    ]
}
