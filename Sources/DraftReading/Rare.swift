/// A value that few have: it takes one word where there is none.
struct Rare<Value: Sendable>: Sendable {
    private var storage: [Value] = []

    /// No value.
    init() {}

    init(_ value: Value?) { self.value = value }

    /// The value; `nil` when there is none.
    var value: Value? {
        get { storage.first }
        set {
            if let newValue { storage = [newValue] } else if !storage.isEmpty { storage = [] }
        }
    }

    /// Whether there is none.
    var isEmpty: Bool { storage.isEmpty }
}
