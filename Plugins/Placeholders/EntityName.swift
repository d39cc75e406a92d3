internal import SummaryModel

/// The name of which a gap is a part, as far as the words after it tell: the 市 of X市, the 公路管理局 of ××公路管理局.
struct EntityName {
    /// The words after the gap up to the end of the name.
    let tail: Scalars
    /// Whether the same name in one document need not be the same place: a township, a village, a road.
    let isMinorPlace: Bool

    /// The longest tail that is looked for, in characters.
    private static let reach = 12

    /// The name that goes on with `after`; `nil` when the words do not end one.
    init?(_ kind: Placeholder.Kind, after: Scalars) {
        switch kind {
        case .place:
            if let suffix = Self.suffix(of: Self.minorPlaces, at: after.startIndex, in: after) {
                tail = after.prefix(suffix)
                isMinorPlace = true
            } else if let suffix = Self.suffix(of: Self.majorPlaces, at: after.startIndex, in: after),
                !Self.noPlaces.contains(where: after.starts)
            {
                tail = after.prefix(suffix)
                isMinorPlace = false
            } else {
                return nil
            }
        case .organization:
            guard !Self.noBodies.contains(where: after.starts), let end = Self.endOfBody(in: after) else { return nil }
            tail = after[after.startIndex..<end]
            isMinorPlace = false
        default: return nil
        }
    }

    /// The end of the shortest run of Han characters that ends like the name of a body; 中心 goes on in 中心小学.
    private static func endOfBody(in text: Scalars) -> Int? {
        var index = text.startIndex
        while index < text.endIndex, index - text.startIndex < reach, text[index].isHan {
            if let length = suffix(of: bodies, at: index, in: text) {
                var end = index + length
                while let further = suffix(of: furtherBodies, at: end, in: text) { end += further }
                return end
            }
            index += 1
        }
        return nil
    }

    /// The length of the word of the list that stands at `index`.
    private static func suffix(of words: [String], at index: Int, in text: Scalars) -> Int? {
        guard index < text.endIndex else { return nil }
        return words.first { text[index...].starts(with: $0) }?.unicodeScalars.count
    }

    /// The longest ending of `name` by which a place or a body is called what it is; empty when there is none.
    static func category(of name: Scalars) -> Scalars {
        let endings = (categories + minorPlaces + majorPlaces + bodies + furtherBodies).filter { name.ends(with: $0) }
        let length = endings.map(\.unicodeScalars.count).max() ?? 0
        return length < name.count ? name.suffix(length) : name.suffix(0)
    }

    private static let majorPlaces = ["省", "市", "县", "区", "州", "旗"]
    private static let minorPlaces = ["街道", "社区", "小区", "园区", "片区", "镇", "乡", "村", "路"]
    private static let noPlaces = ["市场", "区域", "区间"]
    private static let noBodies = ["单位", "部门", "机关", "领导", "所属", "所在", "会议", "委托", "站点", "处理", "办理", "办法"]
    private static let bodies = [
        "有限责任公司", "股份有限公司", "有限公司", "公司", "集团", "委员会", "管理处", "办公室", "小学", "中学", "大学", "学校", "学院", "医院", "法院",
        "检察院", "银行", "中心", "党委", "党组", "党工委", "党总支", "党支部", "支部", "工会", "协会", "局", "厅", "委", "院", "馆", "站", "所",
        "厂", "社", "处", "科", "办", "队",
    ]
    private static let furtherBodies = [
        "小学", "中学", "学校", "卫生院", "医院", "幼儿园", "敬老院", "分公司", "分局", "支行", "分行", "支队", "大队",
    ]
    private static let categories = [
        "自治区", "自治州", "自治县", "地区", "开发区", "新区", "街道办事处", "人民政府", "居委会", "村委会", "卫生院", "幼儿园", "水库", "大道", "街", "河",
        "湖", "山",
    ]
}
