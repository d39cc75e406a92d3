/// The sizes of type that Chinese offices name (字号), in points as word processors set them.
public enum FontSize {
    /// The names from the largest to the smallest, with their sizes in points.
    public static let named: [(name: String, points: Double)] = [
        ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18), ("三号", 16), ("小三", 15),
        ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9), ("六号", 7.5), ("小六", 6.5), ("七号", 5.5), ("八号", 5),
    ]

    /// The smallest size that Word knows (`w:sz` counts half points; a person can read nothing below one point).
    private static let smallest = Length(points: 1)
    /// The largest size that Word knows.
    private static let largest = Length(points: 1638)

    /// The size that a person wrote: a name (`三号`, also `3号`) or a number of points (`16磅`, `10.5pt`).
    public static func size(of text: String) -> Length? {
        let spelled = text.count == 2 && text.hasSuffix("号") ? text.first?.wholeNumberValue : nil
        let digits = ["初号", "一号", "二号", "三号", "四号", "五号", "六号", "七号", "八号"]
        let name = spelled.flatMap { digits.indices.contains($0) ? digits[$0] : nil } ?? text
        if let entry = named.first(where: { $0.name == name }) { return Length(points: entry.points) }
        guard case .absolute(let length)? = Measure(text), length >= smallest, length <= largest else { return nil }
        return length
    }
}
