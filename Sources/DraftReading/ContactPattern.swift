internal import SummaryModel

/// Numbers, addresses and names by which an advertiser wants to be reached.
enum ContactPattern {
    /// Whether `text`, in lower case, holds one.
    static func isHeld(by text: Scalars) -> Bool {
        for sign in ["http:", "https:", "www.", ".com", ".cn", ".net", ".org", "t.me/", "@qq", "@163"]
        where text.holds(sign) { return true }
        for sign in ["qq", "vx", "微信", "威信", "电话", "热线", "群", "加v", "v信", "公众号"] {
            guard let place = text.firstIndex(ofText: sign) else { continue }
            let after = text[(place + sign.unicodeScalars.count)...].prefix(12)
            if digitRun(in: after) >= 5 { return true }
            let handle = after.drop { $0.isBlank || "：:号搜关注".unicodeScalars.contains($0) }.prefix { scalar in
                scalar.isASCII && (scalar.isLatinLetter || scalar.digitValue != nil || scalar == "_" || scalar == "-")
            }
            if handle.count >= 5 { return true }
        }
        return false
    }

    private static func digitRun(in text: Scalars) -> Int {
        var longest = 0
        var run = 0
        for scalar in text {
            run = scalar.digitValue == nil ? 0 : run + 1
            longest = max(longest, run)
        }
        return longest
    }
}
