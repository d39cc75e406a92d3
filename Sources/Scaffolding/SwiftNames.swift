/// Names that a new type or module must not have, because every file uses what has them.
enum SwiftNames {
    static let taken: Set<String> = [
        "Any", "Array", "Bool", "Character", "Class", "Collection", "Comparable", "Decodable", "Dictionary", "Double",
        "Encodable", "Equatable", "Error", "Float", "Foundation", "Glibc", "Hashable", "Int", "Int64", "Musl", "Never",
        "Optional", "Protocol", "Range", "Result", "Self", "Sendable", "Sequence", "Set", "String", "Substring",
        "Suite",
        "ArgumentParser", "Cxx", "Darwin", "Dispatch", "Distributed", "FoundationEssentials", "FoundationNetworking",
        "FoundationXML", "Observation", "PackageDescription", "RegexBuilder", "Synchronization", "XCTest",
        "Swift", "Test", "Testing", "Type", "Unicode", "Void",
    ]
}
