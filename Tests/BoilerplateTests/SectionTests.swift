import Testing

/// Sections by words, by number and by both.
@Suite struct SectionTests {
    private static let draft = """
        年度总结
        一、主要工作
        （一）队伍建设
        甲。
        （二）窗口服务
        乙。
        二、下一步打算
        （一）队伍建设
        丙。
        """
    private static let added = "台账按月核对，做到账实相符。"

    private func failures(
        _ section: String,
        place: String = "section-end",
        becomes expected: String? = nil,
        placeless: [String] = []
    ) throws -> [String] {
        try Fixture.failures(
            "x",
            "snippets:\n  x: { place: \(place), section: \(section), text: \(Self.added) }",
            Self.draft,
            becomes: expected,
            placeless: placeless
        )
    }

    @Test(arguments: [
        ("1", "乙。"), ("[1]", "乙。"), ("主要工作", "乙。"), ("队伍建设", "甲。"), ("[1, 1]", "甲。"), ("[主要工作, 2]", "乙。"),
        ("[下一步, 队伍建设]", "丙。"), ("[2, 1]", "丙。"), ("2", "丙。"), ("窗口服务", "乙。"),
    ])
    func ends(section: String, after: String) throws {
        #expect(try failures(section, becomes: Self.draft.replacing(after, with: after + "\n" + Self.added)) == [])
    }

    @Test func starts() throws {
        let wanted = Self.draft.replacing("二、下一步打算", with: "二、下一步打算\n" + Self.added)
        #expect(try failures("2", place: "section-start", becomes: wanted) == [])
    }

    @Test(arguments: [
        ("3", "no heading '3'; there are: 一、, 二、"), ("[2, 2]", "no heading '2'; there are: （一）"),
        ("[窗口服务, 1]", "there are no headings"), ("下步打算", "no heading '下步打算'; did you mean '下一步打算'?"),
        ("[下一步, 窗口服务]", "no heading '窗口服务'; there are: 队伍建设"),
        ("经费保障", "no heading '经费保障'; there are: 主要工作, 队伍建设, 窗口服务, 下一步打算, 队伍建设"),
    ])
    func missing(section: String, reason: String) throws {
        #expect(try failures(section, placeless: ["boilerplate.no-place"]) == [])
        let library = "snippets:\n  x: { place: section-end, section: \(section), text: \(Self.added) }"
        #expect(try Fixture.messages("x", library, Self.draft).contains { $0.contains("(\(reason))") })
    }
}
