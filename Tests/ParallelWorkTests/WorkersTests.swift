import ParallelWork
import Synchronization
import Testing

struct WorkersTests {
    private struct Failure: Error, Equatable { var index: Int }

    @Test("The results stand in the order of the pieces, whatever the number of threads", arguments: [0, 1, 2, 3, 64])
    func order(count: Int) {
        for pieces in [0, 1, 2, 1000] {
            #expect(Workers(count).map(pieces) { $0 * $0 } == (0..<pieces).map { $0 * $0 })
        }
    }

    @Test("The error of the first piece that failed is thrown", arguments: [1, 2, 8])
    func failure(count: Int) {
        for _ in 0..<20 {
            #expect(throws: Failure(index: 7)) {
                try Workers(count).map(500) { index throws(Failure) in
                    if index == 7 || index == 300 { throw Failure(index: index) }
                    return index
                }
            }
        }
    }

    @Test("What the caller does meanwhile is done once, and its error ends the work", arguments: [1, 2, 8])
    func meanwhile(count: Int) throws {
        for pieces in [0, 1, 100] {
            var calls = 0
            let squares = try Workers(count).map(pieces) {
                $0 * $0
            } meanwhile: {
                calls += 1
            }
            #expect(squares == (0..<pieces).map { $0 * $0 })
            #expect(calls == 1)
        }
        #expect(throws: Failure(index: 3)) {
            _ = try Workers(count).map(100) {
                $0
            } meanwhile: {
                throw Failure(index: 3)
            }
        }
        #expect(throws: Failure(index: 7)) {
            _ = try Workers(count).map(100) { index in
                if index == 7 { throw Failure(index: index) }
                return index
            } meanwhile: {
            }
        }
    }

    @Test("No more pieces are worked on at once than asked for")
    func bound() {
        let state = Mutex((now: 0, most: 0))
        _ = Workers(2).map(200) { index in
            state.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            var sum = index
            for number in 0..<10_000 { sum &+= number }
            state.withLock { $0.now -= 1 }
            return sum
        }
        #expect((1...2).contains(state.withLock { $0.most }))
        #expect(Workers.available.count >= 1)
        #expect(Workers(-3) == .one)
    }
}
