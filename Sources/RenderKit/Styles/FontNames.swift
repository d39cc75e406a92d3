/// The Chinese and English names of the fonts that Chinese offices use: programs and systems know a font by either.
public enum FontNames {
    /// Each font with its names, the one that files usually have first.
    private static let families: [[String]] = [
        ["仿宋_GB2312", "FangSong_GB2312"], ["仿宋", "FangSong"], ["楷体_GB2312", "KaiTi_GB2312"], ["楷体", "KaiTi"],
        ["宋体", "SimSun"], ["新宋体", "NSimSun"], ["黑体", "SimHei"], ["微软雅黑", "Microsoft YaHei"],
        ["等线", "DengXian"], ["等线 Light", "DengXian Light"], ["隶书", "LiSu"], ["幼圆", "YouYuan"],
        ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"],
        ["方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"],
        ["方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0"], ["方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"],
        ["方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0"], ["方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"],
        ["方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"], ["方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"],
        ["方正书宋简体", "FZShuSong-Z01S", "FZSSJW--GB1-0"],
        ["华文仿宋", "STFangsong"], ["华文楷体", "STKaiti"], ["华文宋体", "STSong"], ["华文中宋", "STZhongsong"],
        ["华文细黑", "STXihei"], ["华文黑体", "STHeiti"], ["华文隶书", "STLiti"],
        ["宋体-简", "Songti SC"], ["黑体-简", "Heiti SC"], ["楷体-简", "Kaiti SC"], ["苹方-简", "PingFang SC"],
        ["思源宋体", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif CJK SC"],
        ["思源黑体", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC"],
        ["文鼎PL简报宋", "AR PL SungtiL GB"], ["文泉驿正黑", "WenQuanYi Zen Hei"],
    ]

    private static let byName: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (number, names) in families.enumerated() {
            for name in names { numbers[name.lowercased()] = number }
        }
        return numbers
    }()

    /// All names of a font that is known by `name`, this one first.
    public static func names(of name: String) -> [String] {
        guard let number = byName[name.lowercased()] else { return [name] }
        return [name] + families[number].filter { $0.lowercased() != name.lowercased() }
    }

    /// Whether two names are those of one font.
    public static func areSame(_ first: String, _ second: String) -> Bool {
        if first.lowercased() == second.lowercased() { return true }
        guard let number = byName[first.lowercased()] else { return false }
        return byName[second.lowercased()] == number
    }
}
