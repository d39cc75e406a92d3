import Foundation
import Testing

/// The files of the repository.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of a file.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// Checks that a generated page is what it would be if it were made now. `RECORD=1` writes it; the test fails all the
    /// same, so that a page is read before it is believed.
    static func check(_ path: String, is wanted: String) throws {
        let found = exists(path) ? try text(path) : ""
        guard found != wanted else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try wanted.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
        }
        Issue.record("\(path) is not up to date; RECORD=1 writes it")
    }

    /// The names of what lies in a folder.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The Swift files of a folder, as paths from the root.
    static func swiftFiles(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
    }

    /// The Swift files that are part of the product.
    static func productFiles() throws -> [String] {
        try ["Sources", "Plugins", "Styles"].flatMap(swiftFiles)
    }

    /// The lines of a Swift file without comments and without what stands in string literals.
    static func code(_ path: String) throws -> [(number: Int, line: String)] {
        var isText = false
        return try text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            if line.contains("\"\"\"") {
                isText.toggle()
                return (index + 1, "")
            }
            return (index + 1, isText ? "" : bare(line))
        }
    }

    /// A line without its comment, every string literal emptied.
    private static func bare(_ line: Substring) -> String {
        var bytes: [UInt8] = []
        var (isString, isEscaped) = (false, false)
        for byte in line.utf8 {
            if isString {
                if byte == UInt8(ascii: "\""), !isEscaped {
                    isString = false
                    bytes.append(byte)
                }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            } else {
                if byte == UInt8(ascii: "/"), bytes.last == byte {
                    return String(decoding: bytes.dropLast(), as: UTF8.self)
                }
                isString = byte == UInt8(ascii: "\"")
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
