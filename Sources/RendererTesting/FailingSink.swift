internal import RenderKit

/// A sink that is full after some bytes.
struct FailingSink: ByteSink {
    /// What it throws.
    struct Full: Error {}

    /// How many bytes it still takes.
    private var left: Int
    /// Whether it has thrown.
    private(set) var hasThrown = false
    /// Whether it was given bytes after it had thrown.
    private(set) var wasUsedAgain = false

    init(capacity: Int) { left = capacity }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
        if hasThrown { wasUsedAgain = true }
        guard bytes.count <= left, !hasThrown else {
            hasThrown = true
            throw Full()
        }
        left -= bytes.count
    }
}
