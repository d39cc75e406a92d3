import Configuration
import Foundation
import Qinggao
import ReadKit
import RenderKit
import StageKit
import SummaryModel

/// The files to begin with, by format. They lie in a folder, so that every worker has the same.
struct SeedFiles {
    /// A file of one format; a package is the list of its parts.
    enum File {
        case bytes([UInt8])
        case package([(name: String, bytes: [UInt8])])
    }

    /// The formats, in order.
    let formats: [String]
    private let files: [String: [File]]

    /// Reads the files that ``prepare(in:root:)`` made.
    init(_ folder: URL) throws {
        var files: [String: [File]] = [:]
        let manager = FileManager.default
        for format in try manager.contentsOfDirectory(atPath: folder.path).sorted() {
            let place = folder.appending(path: format)
            files[format] = try manager.contentsOfDirectory(atPath: place.path).sorted().map { name in
                let path = place.appending(path: name)
                guard format == "docx", path.hasDirectoryPath || Self.isFolder(path) else {
                    return .bytes([UInt8](try Data(contentsOf: path)))
                }
                let parts = try manager.subpathsOfDirectory(atPath: path.path).sorted().filter {
                    !Self.isFolder(path.appending(path: $0))
                }
                return .package(try parts.map { ($0, [UInt8](try Data(contentsOf: path.appending(path: $0)))) })
            }
        }
        self.files = files
        formats = files.keys.sorted()
    }

    subscript(format: String) -> [File] { files[format] ?? [] }

    // MARK: - Preparing

    /// How many drafts also become files of every other format.
    private static let converted = 16

    /// Makes the files.
    static func prepare(in folder: URL, root: URL) throws {
        let manager = FileManager.default
        func write(_ bytes: [UInt8], _ format: String, _ name: String) throws {
            let place = folder.appending(path: format)
            try manager.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(bytes).write(to: place.appending(path: name))
        }
        let drafts = root.appending(path: "Tests/Fixtures/Drafts")
        let names = try manager.contentsOfDirectory(atPath: drafts.path).filter { $0.hasSuffix(".txt") }.sorted()
        for name in names {
            try write([UInt8](try Data(contentsOf: drafts.appending(path: name))), "txt", name)
        }
        let style = try StyleLibrary.sheet(.builtIn("gbt9704"))
        for name in names.prefix(converted) {
            let bytes = [UInt8](try Data(contentsOf: drafts.appending(path: name)))
            let conversion = try DraftConversion(DraftFile(bytes, name: name), through: Pipeline([]))
            for format in ["json", "md", "docx"] {
                guard let renderer = RendererCatalog.standard[format] else { continue }
                var sink = MemorySink()
                _ = try renderer.init().render(
                    conversion.document,
                    style: style,
                    context: RenderContext(application: "fuzz"),
                    into: &sink
                )
                try write(sink.bytes, format, name + "." + format)
                if format == "docx" { try unpack(folder.appending(path: "docx/\(name).docx")) }
            }
            try write(Array(page(conversion.reading.source).utf8), "html", name + ".html")
        }
        let corpus = root.appending(path: "Tests/Corpus")
        for path in try manager.subpathsOfDirectory(atPath: corpus.path).sorted() where path.contains("/") {
            guard let format = path.split(separator: "/").first, !isFolder(corpus.appending(path: path)) else {
                continue
            }
            let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: path)))
            try write(bytes, String(format), "corpus-" + path.replacing("/", with: "-"))
        }
    }

    private static func page(_ text: SourceText) -> String {
        text.lines.enumerated().reduce(into: "<!DOCTYPE html><meta charset=utf-8><body>\n") { page, line in
            let element = ["p", "p", "div", "h2", "li", "td"][line.offset % 6]
            page += "<\(element)>" + text[line.element].replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            page += "</\(element)>\n"
        }
    }

    /// Puts the parts of a .docx in its place, by Python, so that the fuzzer needs no ZIP reader of its own.
    private static func unpack(_ file: URL) throws {
        let archive = file.appendingPathExtension("zip")
        try FileManager.default.moveItem(at: file, to: archive)
        let process = try Process.run(
            URL(filePath: "/usr/bin/env"),
            arguments: ["python3", "-m", "zipfile", "-e", archive.path, file.path]
        )
        process.waitUntilExit()
        try FileManager.default.removeItem(at: archive)
    }

    private static func isFolder(_ place: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
