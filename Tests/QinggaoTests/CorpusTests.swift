import DraftReading
import Foundation
import Qinggao
import ReadKit
import ReaderTesting
import RenderKit
import SummaryModel
import Testing

@Suite("Files that were made to do harm, or once did")
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus")

    private static let files =
        ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.contains("/") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()

    /// The findings of a reading that the descriptions do not list.
    private static func unlisted(_ reading: Reading) -> [String] {
        let reader = ReaderCatalog.standard.readers.first { $0.format == reading.draft.format }
        let known = (reader?.findings ?? []) + TextDecoder.findings + DraftReader.findings
        return reading.diagnostics.map(\.id).filter { id in !known.contains { $0.id == id } }
    }

    @Test("there are files")
    func notEmpty() {
        #expect(!Self.files.isEmpty)
    }

    @Test("they end in a reading that keeps every promise, or in an error that says why", arguments: files)
    func replay(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        let context = ReaderContext(allowsExternalPrograms: false)
        let file = DraftFile(bytes, name: name)
        do {
            var conversion = try DraftConversion(file, in: context, through: TestPipeline.standard)
            #expect(ReadingCheck.failures(conversion.reading) == [])
            #expect(Self.unlisted(conversion.reading) == [])
            for format in ["txt", "docx", "md", "json"] {
                var sink = MemorySink()
                let before = conversion
                let renderer = try #require(RendererCatalog.standard[format]).init()
                try conversion.render(
                    renderer,
                    style: TestStyle.sheet(),
                    context: RenderContext(application: "Qinggao test"),
                    into: &sink
                )
                if format == "txt" {
                    let text = String(decoding: sink.bytes, as: UTF8.self)
                    let wrong = ReadingCheck.unaccounted(
                        conversion.reading.source,
                        edits: conversion.edits,
                        shows: text
                    )
                    #expect(wrong == [])
                }
                conversion = before
            }
        } catch let error as DraftError {
            #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
        }
    }
}
