/// Numbers in circles.
package enum CircledNumeral {
    /// The sign, ① to ㊿; `nil` outside.
    package static func text(_ number: Int) -> String? {
        let start: Int
        switch number {
        case 1...20: start = 0x2460 - 1
        case 21...35: start = 0x3251 - 21
        case 36...50: start = 0x32B1 - 36
        default: return nil
        }
        return Unicode.Scalar(UInt32(start + number)).map { String($0) }
    }
}
