#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// JSON as every command prints it: keys sorted, so that the same result is the same text.
enum JSONOutput {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// One value for one input, an array for several.
    static func text(_ values: [some Encodable], isSingle: Bool) throws -> String {
        if isSingle, let value = values.first { return try text(value) }
        return try text(values)
    }
}
