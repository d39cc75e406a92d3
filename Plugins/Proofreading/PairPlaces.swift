internal import SummaryModel

extension Scalars {
    /// The places, in order, of the characters to which and to the next of which `isOne` says yes; for loops over whole texts
    /// that find little.
    @inline(__always)
    func places(_ isOne: (_ first: UInt32, _ second: UInt32) -> Bool) -> [Int] {
        guard count > 1 else { return [] }
        let start = startIndex
        return withUnsafeBufferPointer { text in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: text.count) { found in
                var number = 0
                var first = text[0].value
                var index = 1
                while index < text.count {
                    let second = text[index].value
                    if isOne(first, second) {
                        found.initializeElement(at: number, to: Int32(truncatingIfNeeded: index &- 1))
                        number &+= 1
                    }
                    first = second
                    index &+= 1
                }
                return found[..<number].map { Int($0) + start }
            }
        }
    }
}
