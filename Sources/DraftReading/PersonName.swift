internal import SummaryModel

/// Tells whether a line ends with what reads like a personal name.
enum PersonName {
    private static let surnames = Set(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
            .unicodeScalars
    )

    /// Whether `text` is a name of two to four characters, alone, after a blank, or masked (张××, 王某).
    static func ends(_ text: Scalars) -> Bool {
        guard text.count <= 30 else { return false }
        for post in ["老师", "书记", "主任", "校长", "院长", "局长", "经理"] where text.count <= 14 && text.ends(with: post) {
            return text.contains(where: \.isBlank) || (text.count <= 5 && text.first.map(surnames.contains) == true)
        }
        let name: Scalars
        if let blank = text.lastIndex(where: \.isBlank) {
            var tail = text[(blank + 1)...]
            // 张　三: a name of two characters with a blank inside.
            if tail.count == 1, let earlier = text[..<blank].last(where: { !$0.isBlank }), surnames.contains(earlier) {
                return true
            }
            tail = tail.trimmed
            // A masked name after a post: 校长  XXX
            if (2...3).contains(tail.count), tail.allSatisfy({ "×X某*Ｘ".unicodeScalars.contains($0) }) { return true }
            name = tail
        } else {
            name = text
        }
        if (2...3).contains(name.count), name.allSatisfy({ "×X*Ｘ".unicodeScalars.contains($0) }) { return true }
        guard (2...4).contains(name.count), let first = name.first, surnames.contains(first) else { return false }
        return name.dropFirst().allSatisfy { $0.isHan || "×X某*".unicodeScalars.contains($0) }
    }
}
